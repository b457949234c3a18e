import type { CardKind } from '../../contract/card.ts'
import { DICTIONARY, type Parent } from './dictionary.ts'

/**
 * Which processes, fields, enumeration elements and stages of a portal mean what. On a portal with our default
 * schema it is made by the installer; on a portal with its own processes it points elsewhere. All reads and writes
 * go through it: portal spellings stop here and in `sync/indexers`.
 */
export type ProcessName = 'request' | 'order' | 'offer' | 'carrier'
export const PROCESS_NAMES = ['request', 'order', 'offer', 'carrier'] as const satisfies ProcessName[]

/** P in work, S finished well, F lost. */
export type Semantics = 'P' | 'S' | 'F'

export interface MappedField {
  /** Portal's name as `useOriginalUfNames: 'Y'` gives it: UF_CRM_5_LOAD_PLACE. */
  name: string
  type: string
  multiple: boolean
  /** Enumerations: our code → element id in the portal; where several elements mean one code, the one we write. */
  elements?: Record<string, number>
  /** Of a field that grew in the portal: element id → our code, for every element that means something to us. */
  meanings?: Record<string, string>
  /** What one of the portal's units is in ours: 1000 where it keeps tonnes and we count kilograms. */
  times?: number
  /** What the portal called it when it was mapped, to tell when it is called otherwise. */
  label?: string
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
  /** The portal's full stage id → our stage code, where several of its stages are one of ours. */
  stageMeanings?: Record<string, string>
  /** The portal's full stage id → what it means; also for stages that are not ours. */
  semantics?: Record<string, Semantics>
  /** Somebody has deleted it from the portal: nothing more is read of it, and what was read stays. */
  isGone?: true
}

export interface SchemaMap {
  version: number
  processes: Record<ProcessName, MappedProcess>
}

/** entityTypeIds that every portal has. */
export const NATIVE_TYPES = { lead: 1, deal: 2, contact: 3, company: 4 } as const

/** Whose map says what; `context.ts` fills it from the portal's own file. */
export interface SchemaMapStorage {
  read(memberId: string): Promise<SchemaMap | null>
  save(memberId: string, map: SchemaMap): Promise<void>
}

/** The portal's name of a field, or null when this portal does not keep it. */
export function fieldName(process: MappedProcess, code: string): string | null {
  return process.fields[code]?.name ?? null
}

/** The raw value as the portal gave it; undefined when the field is not kept or was not selected. */
export function readField(item: Record<string, unknown>, process: MappedProcess, code: string): unknown {
  const field = process.fields[code]
  return field ? item[field.name] : undefined
}

/** Our code of an enumeration element, or null for an element (or a spelling of one) that the map does not know. */
export function elementCode(process: MappedProcess, code: string, elementId: unknown): string | null {
  const field = process.fields[code]
  const elements = field?.elements
  const id = Number(elementId)
  if (!elements || !Number.isInteger(id) || id <= 0) return null
  if (field.meanings) return Object.hasOwn(field.meanings, id) ? field.meanings[id]! : null
  for (const [ours, theirs] of Object.entries(elements)) if (theirs === id) return ours
  return null
}

/** The portal's element id of our code, or null when the portal's list has no such element. */
export function elementId(process: MappedProcess, code: string, element: string): number | null {
  const elements = process.fields[code]?.elements
  return elements && Object.hasOwn(elements, element) ? elements[element]! : null
}

/** Our stage code of a full stage id; for a stage that is not ours the part after the portal's prefix. */
export function stageCode(process: MappedProcess, stageId: unknown): string {
  const full = typeof stageId === 'string' ? stageId : ''
  const { stageMeanings = {} } = process
  if (Object.hasOwn(stageMeanings, full)) return stageMeanings[full]!
  for (const [ours, theirs] of Object.entries(process.stages)) if (theirs === full) return ours
  return full.slice(full.indexOf(':') + 1)
}

/** What a stage means; a stage nobody told us about counts as in work. */
export function semanticsOf(process: MappedProcess, stageId: unknown): Semantics {
  const { semantics = {} } = process
  // A stage may be called «constructor»: only what the map itself says counts.
  return typeof stageId === 'string' && Object.hasOwn(semantics, stageId) ? semantics[stageId]! : 'P'
}

/** Which of our processes has this entityTypeId, if any. */
export function processOfType(map: SchemaMap, entityTypeId: number): ProcessName | null {
  return PROCESS_NAMES.find((name) => map.processes[name].entityTypeId === entityTypeId) ?? null
}

const STANDARD_FIELDS = [
  'id',
  'title',
  'xmlId',
  'stageId',
  'categoryId',
  'assignedById',
  'createdBy',
  'createdTime',
  'updatedTime',
  'companyId',
  'contactId',
  'contactIds',
]

/** Field codes that hold personal data no feature of the copy needs: they are never fetched in bulk. */
const NEVER_COPIED = ['DRIVER_LICENCE', 'DRIVER_PHONE', 'VEHICLE_PAPER', 'LOAD_ADDRESS', 'UNLOAD_ADDRESS']

/** Everything the copy reads of a process, as `select` of `crm.item.list`. */
export function selectOf(map: SchemaMap, name: ProcessName): string[] {
  const process = map.processes[name]
  const own = Object.entries(process.fields).filter(([code]) => !NEVER_COPIED.includes(code))
  return [
    ...STANDARD_FIELDS,
    ...DICTIONARY[name].parents.map((parent) => `parentId${typeIdOfParent(parent, map)}`),
    ...own.map(([, field]) => field.name),
  ]
}

/** entityTypeId of a parent, native or ours. */
export function typeIdOfParent(parent: Parent, map: SchemaMap): number {
  return parent === 'lead' || parent === 'deal' || parent === 'company'
    ? NATIVE_TYPES[parent]
    : map.processes[parent].entityTypeId
}

/** entityTypeId of a kind of card, native or ours. */
export function typeIdOfCard(kind: CardKind, map: SchemaMap): number {
  return kind in NATIVE_TYPES
    ? NATIVE_TYPES[kind as keyof typeof NATIVE_TYPES]
    : map.processes[kind as ProcessName].entityTypeId
}
