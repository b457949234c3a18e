import type { UserField } from '../state/user-fields.ts'

/** How a value is kept: times in seconds, days as YYYY-MM-DD, user-field booleans as 1 and 0 (as filters see them). */
export type Kind =
  | 'text'
  | 'integer'
  | 'number'
  | 'yesno'
  | 'flag'
  | 'instant'
  | 'day'
  | 'money'
  | 'element'
  | 'binding'

export interface Field {
  /** Canonical: camelCase for standard fields and parents, UF_ for user fields. */
  name: string
  upperName: string
  /** As `crm.item.fields` says it. */
  type: string
  kind: Kind
  title: string
  isRequired: boolean
  isReadOnly: boolean
  isImmutable: boolean
  isMultiple: boolean
  /** A user field. */
  isDynamic: boolean
  /** The dictionary its values come from; a stage's depends on the funnel. */
  statusType?: string
  parentEntityTypeId?: number
  userField?: UserField
  /** Switched off by the type's settings: reads as null, and what is written is dropped. */
  isOff?: boolean
  /** Printed as null for old readers' sake and never kept. */
  isHollow?: boolean
}

const kinds: Record<string, Kind> = {
  integer: 'integer',
  user: 'integer',
  employee: 'integer',
  crm_company: 'integer',
  crm_contact: 'integer',
  crm_lead: 'integer',
  crm_deal: 'integer',
  crm_quote: 'integer',
  crm_entity: 'integer',
  crm_category: 'integer',
  double: 'number',
  boolean: 'yesno',
  datetime: 'instant',
  date: 'day',
  money: 'money',
  enumeration: 'element',
  crm: 'binding',
}

export function kindOf(type: string, isDynamic: boolean): Kind {
  if (type === 'boolean' && isDynamic) return 'flag'
  return kinds[type] ?? 'text'
}
