import { userMark, type WorkDay } from '../../state/work-time.ts'
import { RestError, withoutCode } from '../errors.ts'
import type { Call } from '../method.ts'
import { anyCase, toInteger, toText } from '../params.ts'
import { dayOf, formatInstant, parseInstant } from '../time.ts'

const zoneOffset = 3 * 60 * 60
/** What a forgotten day is suggested to end with, in seconds from its midnight. */
const usualEnd = 18 * 60 * 60

export type DayStatus = 'OPENED' | 'CLOSED' | 'PAUSED' | 'EXPIRED'

const nowOf = (call: Call): number => Math.floor(call.portal.now() / 1000)

/**
 * Whose day it is: the caller's, or another's where the caller is an administrator or his head. Throws, without a
 * code, for nobody.
 */
export function workerOf(call: Call): number {
  const raw = anyCase(call.params, 'USER_ID')
  const id = raw === undefined || raw === null || raw === '' ? call.caller.userId : toInteger(raw)
  if (id === null || !call.portal.users.get(id)) throw withoutCode('User not found')
  return id
}

/** Changing another's day is for administrators and for the heads of his departments. */
export function mayManage(call: Call, userId: number): boolean {
  const { portal, caller } = call
  if (userId === caller.userId || portal.rights.isAdmin(caller.userId)) return true
  return portal.rights.isHeadOf(caller.userId, userId)
}

export function checkManager(call: Call, userId: number): void {
  if (!mayManage(call, userId)) throw withoutCode('User not found')
}

export const lastDay = (call: Call, userId: number): WorkDay | null =>
  call.portal.state.workTime.days.marked(userMark(userId)).at(-1) ?? null

/** A day that began yesterday and was not closed has run out. */
export function statusOf(call: Call, day: WorkDay | null): DayStatus {
  if (!day || day.finish !== null) return 'CLOSED'
  if (dayOf(day.start * 1000) < dayOf(call.portal.now())) return 'EXPIRED'
  return day.pausedAt === null ? 'OPENED' : 'PAUSED'
}

/** A day as every method of this family answers it. */
export function printDay(call: Call, day: WorkDay | null): Record<string, unknown> {
  const status = statusOf(call, day)
  const running = day?.pausedAt == null ? 0 : Math.max(0, (day.finish ?? nowOf(call)) - day.pausedAt)
  const breaks = (day?.breaks ?? 0) + (status === 'PAUSED' ? running : 0)
  return {
    STATUS: status,
    TIME_START: day === null ? null : formatInstant(day.start),
    TIME_FINISH: day?.finish == null ? null : formatInstant(day.finish),
    DURATION: day?.finish == null ? '00:00:00' : clock(day.finish - day.start - day.breaks),
    TIME_LEAKS: clock(breaks),
    ACTIVE: day?.isConfirmed ?? true,
    IP_OPEN: '',
    IP_CLOSE: '',
    LAT_OPEN: day?.openedAt.lat ?? 0,
    LON_OPEN: day?.openedAt.lon ?? 0,
    LAT_CLOSE: day?.closedAt.lat ?? 0,
    LON_CLOSE: day?.closedAt.lon ?? 0,
    TZ_OFFSET: zoneOffset,
  }
}

/** The end that is suggested for a day somebody forgot to close; never before it began. */
export function suggestedEnd(day: WorkDay): string {
  const midnight = day.start - ((day.start + zoneOffset) % 86_400)
  return formatInstant(Math.max(day.start, midnight + usualEnd))
}

/** Seconds as HH:MM:SS. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/** `TIME`, or now where it is not given. Throws WRONG_DATETIME for what is no moment. */
export function momentOf(call: Call): number {
  const text = toText(anyCase(call.params, 'TIME'))
  if (text === '') return nowOf(call)
  const moment = parseInstant(text)
  if (moment === null) throw new RestError(400, 'WRONG_DATETIME', 'Wrong datetime format')
  return moment
}

export function placeOf(call: Call): { lat: number; lon: number } {
  const [lat = 0, lon = 0] = ['LAT', 'LON'].map((name) => Number(toText(anyCase(call.params, name))) || 0)
  return { lat, lon }
}

export function saveDay(call: Call, day: WorkDay): WorkDay {
  call.portal.state.workTime.days.save(day)
  return day
}

/** Time spent on a break that ends now. */
export const withoutBreak = (day: WorkDay, until: number): WorkDay =>
  day.pausedAt === null ? day : { ...day, pausedAt: null, breaks: day.breaks + Math.max(0, until - day.pausedAt) }
