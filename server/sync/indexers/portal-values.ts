import type { Money } from '../../../contract/money.ts'

/**
 * Reading values as a portal spells them. A CRM holds whatever people typed and whatever other programs wrote: what
 * cannot be true becomes null, nothing here throws.
 */

/** Trimmed text up to `longest` characters, control characters removed; null when nothing is left. */
export function readText(value: unknown, longest = 500): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value)
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
  return text === '' ? null : [...text].slice(0, longest).join('')
}

/** Items of a multiple field; a single value counts as a list of one, `false` and '' as an empty list. */
export function readList(value: unknown, longest = 200): unknown[] {
  if (value === null || value === undefined || value === false || value === '') return []
  const list: unknown[] = Array.isArray(value) ? value : typeof value === 'object' ? Object.values(value) : [value]
  return list.slice(0, longest)
}

/** A decimal number within the bounds; «20,5» and «20 000» are numbers too. */
export function readNumber(value: unknown, least: number, most: number): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null
  const text = String(value)
    .replaceAll(/[\s\u00a0]/g, '')
    .replace(',', '.')
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return null
  const number = Number(text)
  return Number.isFinite(number) && number >= least && number <= most ? number : null
}

export function readInteger(value: unknown, least: number, most: number): number | null {
  const number = readNumber(value, least, most)
  return number === null ? null : Math.round(number)
}

/** An id: a positive whole number; «0» and '' mean "none". */
export function readId(value: unknown): number | null {
  const number = readNumber(value, 1, Number.MAX_SAFE_INTEGER)
  return number !== null && Number.isInteger(number) ? number : null
}

/** The id of a company link: «15», or «CO_15» where the field takes several types; other types are not companies. */
export function readCompanyId(value: unknown): number | null {
  const text = readText(value, 40)
  const match = text ? /^(?:CO_)?(\d{1,15})$/.exec(text) : null
  return match ? readId(match[1]) : null
}

export function readFlag(value: unknown): boolean {
  return value === true || value === 1 || value === 'Y' || value === '1'
}

/** Integer minor units of «12500.50|RUB». Zero is what an untouched money field holds, so it says nothing. */
export function readMoney(value: unknown): Money | null {
  const match = typeof value === 'string' ? /^(\d{1,12})(?:[.,](\d{1,8}))?\|([A-Z]{3})$/.exec(value.trim()) : null
  if (!match) return null
  const fraction = (match[2] ?? '').padEnd(3, '0')
  const minor = Number(match[1]) * 100 + Number(fraction.slice(0, 2)) + (Number(fraction[2]) >= 5 ? 1 : 0)
  return minor > 0 ? { minor, currency: match[3]! } : null
}

const FIRST_YEAR = 2000
const LAST_YEAR = 2100
/** The cloud's servers for Russia live by Moscow time; a moment without an offset is in server time. */
const SERVER_OFFSET = '+03:00'
const MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** UTC ISO of a moment; a bare day is its midnight in server time. */
export function readMoment(value: unknown): string | null {
  const match = typeof value === 'string' ? MOMENT.exec(value.trim()) : null
  if (!match || !isDay(match[1]!, match[2]!, match[3]!)) return null
  const [, year, month, day, hour = '00', minute = '00', second = '00', offset = SERVER_OFFSET] = match
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** YYYY-MM-DD of a calendar day; a portal also writes days as midnights with its offset. */
export function readDay(value: unknown): string | null {
  const match = typeof value === 'string' ? MOMENT.exec(value.trim()) : null
  return match && isDay(match[1]!, match[2]!, match[3]!) ? `${match[1]}-${match[2]}-${match[3]}` : null
}

function isDay(year: string, month: string, day: string): boolean {
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return false
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.getUTCDate() === Number(day)
}
