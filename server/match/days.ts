/** Calendar days as whole numbers, so that they compare and subtract; moments as milliseconds. Null is unreadable. */
export const DAY_MS = 86_400_000

/** Where no zone is known: most freight of a Russian forwarder is dated in Moscow time. */
export const DEFAULT_TIME_ZONE = 'Europe/Moscow'

/** Milliseconds of a UTC ISO moment. */
export function momentMs(at: string | null | undefined): number | null {
  const ms = at ? Date.parse(at) : Number.NaN
  return Number.isNaN(ms) ? null : ms
}

/** Days as they are written, and their numbers; the same few hundred are read thousands of times a list. */
const numbers = new Map<string, number | null>()
const written = new Map<number, string>()
const MOST_DAYS = 5_000

/** Number of a calendar day written YYYY-MM-DD; a time after it, as portals send, is cut off. */
export function dayNumber(on: string | null | undefined): number | null {
  if (!on) return null
  const day = on.length > 10 ? on.slice(0, 10) : on
  let number = numbers.get(day)
  if (number !== undefined) return number
  const ms = /^\d{4}-\d\d-\d\d/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  number = Number.isNaN(ms) ? null : ms / DAY_MS
  if (numbers.size >= MOST_DAYS) numbers.clear()
  numbers.set(day, number)
  return number
}

/** The day of a number, YYYY-MM-DD. */
export function isoDay(day: number): string {
  let text = written.get(day)
  if (text !== undefined) return text
  text = new Date(day * DAY_MS).toISOString().slice(0, 10)
  if (written.size >= MOST_DAYS) written.clear()
  written.set(day, text)
  return text
}

/** The calendar day of a moment on the clocks of a zone: 21:00 UTC is already tomorrow in Moscow. */
export function dayNumberIn(timeZone: string, ms: number): number | null {
  const offsetMs = Number.isFinite(ms) ? offsetOn(timeZone, Math.floor(ms / DAY_MS)) : null
  return offsetMs === null ? dayNumber(formatterOf(timeZone).format(ms)) : Math.floor((ms + offsetMs) / DAY_MS)
}

/** Whole days from a moment until now, never negative; null when the moment is unknown. */
export function ageDays(at: string | null, nowMs: number): number | null {
  return daysSince(momentMs(at), nowMs)
}

/** The same from milliseconds. */
export function daysSince(ms: number | null, nowMs: number): number | null {
  return ms === null || Number.isNaN(ms - nowMs) ? null : Math.max(0, Math.floor((nowMs - ms) / DAY_MS))
}

const offsets = new Map<string, Map<number, number | null>>()
const MOST_OFFSETS = 2_000

/**
 * How far a zone's clocks are ahead of UTC on one day of UTC, milliseconds; null on a day on which they are changed.
 * Formatting costs a thousand times as much, and a list asks for hundreds of days.
 */
function offsetOn(timeZone: string, utcDay: number): number | null {
  let known = offsets.get(timeZone)
  if (!known || known.size > MOST_OFFSETS) offsets.set(timeZone, (known = new Map()))
  let offset = known.get(utcDay)
  if (offset === undefined) {
    const [first, last] = [utcDay * DAY_MS, (utcDay + 1) * DAY_MS - 1].map((ms) => offsetAt(timeZone, ms))
    offset = first === last ? first! : null
    known.set(utcDay, offset)
  }
  return offset
}

function offsetAt(timeZone: string, ms: number): number | null {
  const date = new Date(ms)
  if (Number.isNaN(date.getTime())) return null
  const clock = date.toLocaleString('sv-SE', { timeZone })
  const local = Date.parse(`${clock.replace(' ', 'T')}Z`)
  return Number.isNaN(local) ? null : local - Math.floor(ms / 1000) * 1000
}

const formatters = new Map<string, Intl.DateTimeFormat>()
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formatters.set(timeZone, formatter)
  }
  return formatter
}
