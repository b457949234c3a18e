import { toText } from './params.ts'
import { asList } from './values.ts'

/** The fields asked for, or these where none are; names are matched in any case, and what is no field is ignored. */
export function pick(row: Record<string, unknown>, select: unknown, byDefault: string[]): Record<string, unknown> {
  const asked = asList(select).map((name) => toText(name).toUpperCase())
  const names = asked.length === 0 ? byDefault : asked
  if (names.includes('*')) return row
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name.toUpperCase())))
}
