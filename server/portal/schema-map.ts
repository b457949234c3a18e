/**
 * Which processes, fields, enumeration elements and stages of a portal mean what. On a portal with our default
 * schema it is made by the installer; on a portal with its own processes it points elsewhere. All reads and writes
 * go through it: portal spellings stop here and in `sync/indexers`.
 */
export type ProcessName = 'request' | 'order' | 'offer' | 'carrier'
export const PROCESS_NAMES = ['request', 'order', 'offer', 'carrier'] as const satisfies ProcessName[]

export interface MappedField {
  /** Portal's name as `useOriginalUfNames: 'Y'` gives it: UF_CRM_5_LOAD_PLACE. */
  name: string
  type: string
  multiple: boolean
  /** Enumerations: our code → element id in the portal. */
  elements?: Record<string, number>
}

export interface MappedProcess {
  entityTypeId: number
  /** Row id of the type, the number in UF_CRM_<id>_…. */
  typeId: number
  categoryId: number
  /** By our field code (LOAD_PLACE); a code that is absent is not kept in this portal. */
  fields: Record<string, MappedField>
  /** Our stage code (NEW) → the portal's full stage id (DT1036_10:NEW). Empty where the process has no stages. */
  stages: Record<string, string>
}

export interface SchemaMap {
  version: number
  processes: Record<ProcessName, MappedProcess>
}
