import { z } from 'zod'
import { PORTAL_CALENDAR_KEY, type PortalCalendar } from '../../contract/portal-calendar.ts'
import { PortalError } from '../errors.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import type { PortalCopy } from './portal-copy.ts'

const MOSCOW_MS = 3 * 3_600_000
const WEEK = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const list = z.union([z.string(), z.array(z.string())]).catch('')
const settings = z.object({ year_holidays: list, year_workdays: list, week_holidays: list })

/**
 * Takes down which days the portal's calendar calls working ones. An app that was not given the calendar goes on with
 * the calendar that comes with the project. `now` in milliseconds. Returns null then, and for an answer that says nothing.
 */
export async function recordCalendar({ store, client }: PortalCopy, now: number): Promise<PortalCalendar | null> {
  const year = new Date(now + MOSCOW_MS).toISOString().slice(0, 4)
  const found = calendarOf(await asked(client), year)
  if (found && JSON.stringify(await readSetting(store, PORTAL_CALENDAR_KEY)) !== JSON.stringify(found))
    await writeSetting(store, PORTAL_CALENDAR_KEY, found)
  return found
}

async function asked(client: PortalCopy['client']): Promise<unknown> {
  try {
    return (await client.call<unknown>('calendar.settings.get', {})).result
  } catch (error) {
    if (error instanceof PortalError && /scope|access|method/i.test(error.code)) return null
    throw error
  }
}

/** As the portal prints it: «1.01,23.02» and ['SA', 'SU']. What cannot be read is left out; null where nothing can. */
export function calendarOf(result: unknown, year: string): PortalCalendar | null {
  const parsed = settings.safeParse(result)
  if (!parsed.success) return null
  const words = (value: string | string[]) =>
    (Array.isArray(value) ? value : value.split(/[,;|]/)).map((word) => word.trim()).filter(Boolean)
  const { year_holidays, year_workdays, week_holidays } = parsed.data
  const weekOff = words(week_holidays).map((word) => WEEK.indexOf(word.toUpperCase()))
  const calendar = {
    weekOff: weekOff.filter((day) => day >= 0),
    yearOff: words(year_holidays).flatMap(dayOfYear),
    worked: words(year_workdays).flatMap(dayOfYear),
    year,
  }
  const isEmpty = calendar.weekOff.length + calendar.yearOff.length + calendar.worked.length === 0
  return isEmpty ? null : calendar
}

/** «1.05», «01.05» and «1.05.2026» are the first of May. */
function dayOfYear(text: string): string[] {
  const match = /^(\d{1,2})\.(\d{1,2})(?:\.\d{2,4})?$/.exec(text)
  if (!match) return []
  const [day, month] = [Number(match[1]), Number(match[2])]
  if (day < 1 || day > 31 || month < 1 || month > 12) return []
  return [`${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`]
}
