import { anyCase, toMap, toText } from './params.ts'
import { asList } from './values.ts'

type Row = Record<string, unknown>

/**
 * Filters and orders rows that are all at hand (types, users, fields: dozens of them). Names are matched in any
 * case, values as text; keys a row does not have are ignored, as the older methods do.
 */
export function selectRows<T extends Row>(rows: T[], filter: unknown, order: unknown): T[] {
  const conditions = Object.entries(toMap(filter))
  const kept = rows.filter((row) => conditions.every(([key, value]) => answers(row, key, value)))
  return sortRows(kept, order)
}

export function sortRows<T extends Row>(rows: T[], order: unknown): T[] {
  const keys = Object.entries(toMap(order))
  if (keys.length === 0) return rows
  return [...rows].sort((one, other) => {
    for (const [name, direction] of keys) {
      const difference = compareValues(anyCase(one, name), anyCase(other, name))
      if (difference !== 0) return toText(direction).toUpperCase() === 'DESC' ? -difference : difference
    }
    return 0
  })
}

function answers(row: Row, key: string, wanted: unknown): boolean {
  const match = /^([!<>=@%]*)(.+)$/s.exec(key)
  const operator = match?.[1] ?? ''
  const actual = anyCase(row, match?.[2] ?? '')
  if (actual === undefined) return true
  const values = Array.isArray(actual) ? actual.map(toText) : [toText(actual)]
  const among = asList(wanted).map(toText)
  const isIn =
    among.length === 0 ? values.every((value) => value === '') : values.some((value) => among.includes(value))
  const difference = compareValues(actual, wanted)
  const holds = values.some((value) => value.toLowerCase().includes(toText(wanted).toLowerCase().replaceAll('%', '')))
  const verdicts: Record<string, boolean> = {
    '!': !isIn,
    '!=': !isIn,
    '!@': !isIn,
    '>': difference > 0,
    '>=': difference >= 0,
    '<': difference < 0,
    '<=': difference <= 0,
    '%': holds,
    '=%': holds,
    '%=': holds,
    '!%': !holds,
  }
  return verdicts[operator] ?? isIn
}

/** Numbers by size, other things as text. */
function compareValues(one: unknown, other: unknown): number {
  const [first, second] = [toText(one), toText(other)]
  const numbers = first !== '' && second !== '' && !Number.isNaN(Number(first)) && !Number.isNaN(Number(second))
  if (numbers) return Number(first) - Number(second)
  return first < second ? -1 : first > second ? 1 : 0
}
