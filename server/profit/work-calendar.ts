import type { PortalCalendar } from '../../contract/portal-calendar.ts'
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
  /** The same years by a portal's week and its yearly holidays; what this calendar says of single days stands above. */
  within(portal: PortalCalendar): WorkCalendar
}

const DAY_MS = 86_400_000
/** Longer terms are mistakes; and a loop has to end. */
const MOST_DAYS = 1000
/** Where no portal says otherwise: Saturday and Sunday are off, and no day is a holiday by itself. */
const USUAL: PortalCalendar = { weekOff: [0, 6], yearOff: [], worked: [], year: '' }

function isOffIn({ weekOff, yearOff, worked, year }: PortalCalendar): (day: number) => boolean {
  return (day) => {
    const on = dayText(day)
    if (on.startsWith(year) && worked.includes(on.slice(5))) return false
    return weekOff.includes(new Date(day * DAY_MS).getUTCDay()) || yearOff.includes(on.slice(5))
  }
}

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
    if (dayNumber(on) === null || (kind !== 'off' && kind !== 'work'))
      throw new Error(`Line ${index + 1} of the work calendar is not a day: "${line}"`)
    days.push({ on, kind })
  }
  return calendarOf(days)
}

function calendarOf(days: readonly WorkDay[], portal: PortalCalendar = USUAL): WorkCalendar {
  const isOff = isOffIn(portal)
  const years = new Set(days.map(({ on }) => on.slice(0, 4)))
  // Working or not by the number of a day, for the years that are known: hundreds of thousands of terms are counted.
  const working = new Map<number, boolean>()
  for (const year of years) {
    const end = Date.UTC(Number(year) + 1, 0, 1) / DAY_MS
    for (let day = Date.UTC(Number(year), 0, 1) / DAY_MS; day < end; day++) working.set(day, !isOff(day))
  }
  for (const { on, kind } of days) working.set(dayNumber(on)!, kind === 'work')
  const calendar: WorkCalendar = {
    isWorking(on) {
      const day = dayNumber(on)
      return day === null ? null : (working.get(day) ?? null)
    },
    addWorkingDays(on, count) {
      const from = dayNumber(on)
      if (from === null || !Number.isInteger(count) || count < 0 || count > MOST_DAYS) return null
      let day = from
      for (let left = count; left > 0;) {
        day += 1
        const isWorking = working.get(day)
        if (isWorking === undefined) return null
        if (isWorking) left -= 1
      }
      return dayText(day)
    },
    years: [...years].sort(),
    with: (more) => (more.length === 0 ? calendar : calendarOf([...days, ...more], portal)),
    within: (other) => calendarOf(days, other),
  }
  return calendar
}

/** A day that many calendar days later. */
export function addDays(on: string, days: number): string {
  return dayText(Date.parse(`${on}T00:00:00Z`) / DAY_MS + days)
}

const dayText = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** Days since 1970-01-01; null for what is no day of any calendar. */
function dayNumber(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(at) || dayText(at / DAY_MS) !== text ? null : at / DAY_MS
}
