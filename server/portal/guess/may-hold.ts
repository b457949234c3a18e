import type { FieldDefinition, FieldType } from '../dictionary/field.ts'

/** Which types of a portal's field can hold what ours holds, the best first. Reading and writing translate. */
const HOLDS: Record<FieldType, readonly FieldType[]> = {
  string: ['string', 'url'],
  double: ['double', 'integer', 'string'],
  integer: ['integer', 'double', 'string'],
  boolean: ['boolean', 'enumeration'],
  datetime: ['datetime', 'date'],
  date: ['date', 'datetime'],
  money: ['money', 'double', 'integer', 'string'],
  enumeration: ['enumeration', 'string'],
  employee: ['employee'],
  crm: ['crm'],
  url: ['url', 'string'],
}

/** How well a portal's type holds ours: 0 is the same; null: it cannot. */
export function holding(definition: Pick<FieldDefinition, 'type'>, type: string): number | null {
  const at = (HOLDS[definition.type] as readonly string[]).indexOf(type)
  return at < 0 ? null : at
}

/** Types of a portal's field that can hold this, the best first. */
export function typesFor(definition: Pick<FieldDefinition, 'type'>): readonly FieldType[] {
  return HOLDS[definition.type]
}
