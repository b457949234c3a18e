import { InvalidInputError } from '../errors.ts'
import { VAT_CODES } from '../../contract/codes.ts'
import type { Money } from '../../contract/money.ts'
import { FIELD_OF_CODE } from './dictionary.ts'
import { wordsOfMoney } from './money-words.ts'
import type { MappedField, MappedProcess } from './schema-map.ts'

/** A value in our own terms: codes, integer kopecks, UTC ISO, ids. Null clears the field. */
export type OurValue = string | number | boolean | Money | null | readonly (string | number)[]

/** The cloud's servers for Russia live by Moscow time. */
const PORTAL_OFFSET_MS = 3 * 3_600_000

/** Which payment form says what VAT a typed rate carries. */
const FORM_OF_RATE: Record<string, string> = {
  RATE: 'PAYMENT_FORM',
  CARRIER_RATE: 'CARRIER_PAYMENT_FORM',
  CLIENT_RATE: 'CLIENT_PAYMENT_FORM',
}

/**
 * Turns values under our field codes into the portal's fields. A code that this portal does not keep is left out:
 * a portal without DRIVER_NAME still takes the offer; so is an element that a list grown in the portal does not have.
 * Throws InvalidInputError for a value its field cannot hold.
 */
export function writeFields(process: MappedProcess, values: Record<string, OurValue | undefined>) {
  const written: Record<string, unknown> = {}
  for (const [code, value] of Object.entries(values)) {
    const field = process.fields[code]
    if (!field || value === undefined) continue
    const form = values[FORM_OF_RATE[code] ?? '']
    const spelt = spellAll(code, field, value, typeof form === 'string' ? form : null)
    if (spelt !== undefined) written[field.name] = spelt
  }
  return written
}

type One = Exclude<OurValue, readonly unknown[]>

function spellAll(code: string, field: MappedField, value: OurValue, form: string | null): unknown {
  if (!Array.isArray(value)) {
    const spelt = writeValue(code, field, value as One, form)
    return field.multiple && value !== null && spelt !== undefined && !isOursMultiple(code) ? [spelt] : spelt
  }
  const list = value
    .map((one: string | number) => writeValue(code, field, one, form))
    .filter((one) => one !== undefined)
  if (field.multiple || !field.label) return list
  // One field where ours holds several: texts stand in lines, of anything else the first has to do.
  return field.type === 'string' ? list.join('\n') : (list[0] ?? '')
}

function isOursMultiple(code: string): boolean {
  return FIELD_OF_CODE.get(code)?.multiple ?? false
}

function writeValue(code: string, field: MappedField, value: One, form: string | null): unknown {
  if (value === null) return field.multiple ? [] : ''
  if (typeof value === 'object') return writeMoney(code, field, value, form)
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? (value ? 'Y' : 'N') : refuse(code)
    case 'enumeration':
      return writeElement(code, field, value)
    case 'money':
      return refuse(code)
    case 'datetime':
      return withOffset(code, String(value))
    case 'date':
      return writeDay(code, String(value))
    case 'integer':
    case 'double':
      return typeof value === 'number' && Number.isFinite(value) ? value / (field.times ?? 1) : refuse(code)
    case 'employee':
    case 'crm':
      return typeof value === 'number' && Number.isFinite(value) ? value : refuse(code)
    default:
      return FIELD_OF_CODE.get(code)?.elements?.[String(value)]?.ru ?? String(value)
  }
}

/** In a money field as the portal keeps it; in a number the roubles; in a text as people type it. */
function writeMoney(code: string, field: MappedField, value: Money, form: string | null): unknown {
  if (field.type === 'money') return moneyText(value)
  if (field.type === 'string')
    return wordsOfMoney(value, VAT_CODES.find((vat) => vat === form?.split(':').at(-1)) ?? null)
  if ((field.type === 'double' || field.type === 'integer') && value.currency === 'RUB') return value.minor / 100
  return refuse(code)
}

function writeElement(code: string, field: MappedField, value: string | number | boolean): unknown {
  const wanted = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  const known = field.elements && Object.hasOwn(field.elements, wanted) ? field.elements[wanted] : undefined
  return known ?? (field.meanings ? undefined : refuse(code))
}

/** A day as it is; a moment as the day it falls on by the portal's clock. */
function writeDay(code: string, value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value
  const at = Date.parse(value)
  return Number.isNaN(at) ? refuse(code) : new Date(at + PORTAL_OFFSET_MS).toISOString().slice(0, 10)
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
