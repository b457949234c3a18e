import { InvalidInputError } from '../errors.ts'
import type { Money } from '../../contract/money.ts'
import type { MappedField, MappedProcess } from './schema-map.ts'

/** A value in our own terms: codes, integer kopecks, UTC ISO, ids. Null clears the field. */
export type OurValue = string | number | boolean | Money | null | readonly (string | number)[]

/**
 * Turns values under our field codes into the portal's fields. A code that this portal does not keep is left out:
 * a portal without DRIVER_NAME still takes the offer. Throws InvalidInputError for a value its field cannot hold.
 */
export function writeFields(process: MappedProcess, values: Record<string, OurValue | undefined>) {
  const written: Record<string, unknown> = {}
  for (const [code, value] of Object.entries(values)) {
    const field = process.fields[code]
    if (!field || value === undefined) continue
    written[field.name] = Array.isArray(value)
      ? value.map((one: string | number) => writeValue(code, field, one))
      : writeValue(code, field, value as Exclude<OurValue, readonly unknown[]>)
  }
  return written
}

function writeValue(code: string, field: MappedField, value: Exclude<OurValue, readonly unknown[]>): unknown {
  if (value === null) return field.multiple ? [] : ''
  if (typeof value === 'object') return field.type === 'money' ? moneyText(value) : refuse(code)
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? (value ? 'Y' : 'N') : refuse(code)
    case 'enumeration':
      return field.elements?.[String(value)] ?? refuse(code)
    case 'money':
      return refuse(code)
    case 'datetime':
      return withOffset(code, String(value))
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? value : refuse(code)
    case 'integer':
    case 'double':
    case 'employee':
    case 'crm':
      return typeof value === 'number' && Number.isFinite(value) ? value : refuse(code)
    default:
      return String(value)
  }
}

/** «12500.50|RUB». */
export function moneyText(money: Money): string {
  const sign = money.minor < 0 ? '-' : ''
  const digits = String(Math.abs(money.minor)).padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}|${money.currency}`
}

// A moment without an offset is read in the server's own zone, so the offset is always written.
function withOffset(code: string, moment: string): string {
  const at = new Date(moment)
  if (Number.isNaN(at.getTime())) return refuse(code)
  return at.toISOString().replace(/\.\d{3}Z$/, '+00:00')
}

function refuse(code: string): never {
  throw new InvalidInputError(`The field ${code} cannot hold this value`, [{ path: code, message: 'wrong value' }])
}
