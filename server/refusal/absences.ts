import type { Absence } from './seats.ts'
import type { WorkingTime } from './working-hours.ts'
import { dayOf } from './working-hours.ts'

/** Somebody is away by the portal's own word: its calendar of absences, or his working day. Days, both included. */
export interface SeenAbsence {
  userId: number
  fromOn: string
  untilOn: string
  source: 'calendar' | 'workday'
}

/** Who speaks for somebody whenever he is away. */
export interface Deputy {
  userId: number
  deputyId: number
}

/**
 * Everything that is known of who is away: what people have said of themselves, and what the portal says. For the
 * latter their standing deputies speak.
 */
export function allAbsences(said: readonly Absence[], seen: readonly SeenAbsence[], deputies: readonly Deputy[]) {
  const deputyOf = new Map(deputies.map(({ userId, deputyId }) => [userId, deputyId]))
  const bySeen = seen.map(({ userId, fromOn, untilOn }): Absence => {
    return { userId, fromOn, untilOn, deputyId: deputyOf.get(userId) ?? null }
  })
  return [...said, ...bySeen]
}

/** A working day as the portal counts it; `startedAt` in any ISO, null where he has never begun one. */
export interface WorkDay {
  status: string
  startedAt: string | null
}

/** So long after the office opens nobody is only late. */
const LATE_HOURS = 2
/** Who has begun no day for so long does not count his days here at all. */
const COUNTS_DAYS = 14
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/**
 * Whether a person's working day says that he is not there now (`at`, UTC ISO): he has gone home before the office
 * closes, or has not come though he always does. Outside of working hours, and of who does not count his days, it says nothing.
 */
export function isAwayByWorkDay(day: WorkDay, at: string, work: WorkingTime): boolean {
  if (day.startedAt === null || day.status === 'OPENED' || day.status === 'PAUSED') return false
  const [now, started] = [Date.parse(at), Date.parse(day.startedAt)]
  if (!Number.isFinite(started) || now - started > COUNTS_DAYS * DAY_MS) return false
  const today = dayOf(at, work)
  const midnight = Date.parse(`${today}T00:00:00Z`) - work.offsetMinutes * 60_000
  const [opens, closes] = [midnight + work.fromHour * HOUR_MS, midnight + work.toHour * HOUR_MS]
  if (work.isWorking(today) === false || now < opens || now >= closes) return false
  const hasBegun = dayOf(new Date(started).toISOString(), work) === today
  return hasBegun || now >= opens + LATE_HOURS * HOUR_MS
}
