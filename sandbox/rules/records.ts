import { anyCase, isYes, toText, type Params } from './params.ts'

/**
 * One line a field: name, type, title, then marks: `!` required, `r` read only, `i` immutable, `*` multiple,
 * `d` deprecated, `s` a status without a dictionary.
 */
export type RecordField = [name: string, type: string, title: string, marks?: string]

const has = (field: RecordField, mark: string): boolean => (field[3] ?? '').includes(mark)

/** The fields of one kind of record as its `.fields` method describes them. */
export function describeRecord(fields: readonly RecordField[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => [
      field[0],
      {
        type: field[1],
        isRequired: has(field, '!'),
        isReadOnly: has(field, 'r'),
        isImmutable: has(field, 'i'),
        isMultiple: has(field, '*'),
        isDynamic: false,
        ...(has(field, 's') ? { statusType: [] } : {}),
        ...(has(field, 'd') ? { isDeprecated: true } : {}),
        title: field[2],
      },
    ]),
  )
}

/** Every field of the kind: text, or null where nobody has written it. */
export function printRecord(
  fields: readonly RecordField[],
  values: Record<string, string | null>,
): Record<string, string | null> {
  return Object.fromEntries(fields.map(([name]) => [name, values[name] ?? null]))
}

/** What a caller has written, as text; fields the kind does not have, and those nobody may write, are ignored. */
export function readRecord(fields: readonly RecordField[], raw: Params, isNew: boolean): Record<string, string | null> {
  const values: Record<string, string | null> = {}
  for (const field of fields) {
    const value = anyCase(raw, field[0])
    if (value === undefined || has(field, 'r') || (!isNew && has(field, 'i'))) continue
    const text = toText(value)
    values[field[0]] = field[1] === 'char' ? (isYes(value) ? 'Y' : 'N') : text === '' ? null : text
  }
  return values
}
