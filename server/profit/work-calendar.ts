import type { WorkDay } from '../../contract/profit-settings.ts'

/**
 * Working days of a country by year. Weekends are off unless a day says otherwise; a year that is not in the file is
 * not known: nothing is guessed about its holidays.
 */
export interface WorkCalendar {
  /** null: the year of that day (YYYY-MM-DD) is not known. */
  isWorking(on: string): boolean | null
  /** The day that many working days after another; null beyond the known years. */
  addWorkingDays(on: string, days: number): string | null
  /** Years that are known, in order. */
  years: readonly string[]
  /** The same calendar with days of a portal's own on top; a day of another year makes that year known. */
  with(days: readonly WorkDay[]): WorkCalendar
}

const DAY_MS = 86_400_000
/** Longer terms are mistakes; and a loop has to end. */
const MOST_DAYS = 1000

/**
 * Reads `on` (YYYY-MM-DD), `kind` (`off` or `work`), `note`, separated by tabs, with a header. Lines that cannot be
 * read throw an Error with their number: a calendar with a hole would move payments silently.
 */
export function parseWorkCalendar(text: string): WorkCalendar {
  const days: WorkDay[] = []
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (index === 0 || line.trim() === '') continue
    const [on = '', kind = ''] = line.split('\t')
    if (!isDay(on) || (kind !== 'off' && kind !== 'work'))
      throw new Error(`Line ${index + 1} of the work calendar is not a day: "${line}"`)
    days.push({ on, kind })
  }
  return calendarOf(days)
}

function calendarOf(days: readonly WorkDay[]): WorkCalendar {
  const exceptions = new Map(days.map(({ on, kind }) => [on, kind]))
  const years = new Set(days.map(({ on }) => on.slice(0, 4)))
  const isWorking = (on: string): boolean | null => {
    if (!isDay(on) || !years.has(on.slice(0, 4))) return null
    const weekday = new Date(`${on}T00:00:00Z`).getUTCDay()
    const exception = exceptions.get(on)
    return exception ? exception === 'work' : weekday !== 0 && weekday !== 6
  }
  return {
    isWorking,
    years: [...years].sort(),
    with: (more) => (more.length === 0 ? calendarOf(days) : calendarOf([...days, ...more])),
    addWorkingDays(on, count) {
      if (!isDay(on) || !Number.isInteger(count) || count < 0 || count > MOST_DAYS) return null
      let at = on
      for (let left = count; left > 0;) {
        at = nextDay(at)
        const working = isWorking(at)
        if (working === null) return null
        if (working) left -= 1
      }
      return at
    },
  }
}

/** A day that many calendar days later. */
export function addDays(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

const nextDay = (on: string) => addDays(on, 1)

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
