import type { BatchMemberAnswer } from '../../portal/portal-client.ts'
import { isAwayByWorkDay, type SeenAbsence } from '../../refusal/absences.ts'
import { dayOf } from '../../refusal/working-hours.ts'
import { writeMeta } from '../../store/meta.ts'
import type { ApiContext } from '../api-context.ts'
import { readSeenAbsences } from '../refusals/absences.ts'
import { workingTime } from '../refusals/rules-of.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { staffOfPortal } from '../session/staff-of-portal.ts'

const ASKED_EVERY_MS = 10 * 60_000
/** Holidays are booked this far ahead. */
const AHEAD_DAYS = 60
const DAY_MS = 86_400_000
/** A batch holds fifty calls, one of them for the calendar. */
const MOST_PEOPLE = 49

/**
 * Asks the portal, every ten minutes, which of the people who decide are away: by its calendar (holidays, sickness) and
 * by their working days. An application without these scopes learns nothing, and nobody counts as away by it.
 */
export async function learnAbsences(context: ApiContext, room: PortalRoom): Promise<void> {
  const at = new Date(context.now()).toISOString()
  const known = await readSeenAbsences(room.store)
  if (known && Date.parse(at) - Date.parse(known.at) < ASKED_EVERY_MS) return
  const { salesHeads, logisticsHeads, directors } = await staffOfPortal(room.store, 0, room.portal.installedByUserId)
  const people = [...new Set([...salesHeads, ...logisticsHeads, ...directors])].slice(0, MOST_PEOPLE)
  if (people.length === 0) return
  const work = workingTime(context)
  const from = dayOf(at, work)
  const to = dayOf(new Date(Date.parse(at) + AHEAD_DAYS * DAY_MS).toISOString(), work)
  const client = room.clients.forUser(room.portal, room.portal.installedByUserId, 'import')
  const answers = await client.batch({
    calendar: { method: 'calendar.accessibility.get', params: { users: people, from, to } },
    ...Object.fromEntries(
      people.map((id) => [`day${id}`, { method: 'timeman.status', params: { USER_ID: id } }] as const),
    ),
  })
  const days = new Map(people.map((id) => [id, workDayOf(answers[`day${id}`])]))
  const isHere = (id: number) => ['OPENED', 'PAUSED'].includes(days.get(id)?.status ?? '')
  const away = calendarAbsences(answers.calendar)
    // Who has begun his day has come back early, or works on his holiday.
    .filter(({ userId, fromOn }) => fromOn > from || !isHere(userId))
    .concat(
      people.flatMap((userId) => {
        const day = days.get(userId)
        if (!day || !isAwayByWorkDay(day, at, work)) return []
        return [{ userId, fromOn: from, untilOn: from, source: 'workday' as const }]
      }),
    )
  await writeMeta(room.store, 'portalAbsences', { at, away })
}

function workDayOf(answer: BatchMemberAnswer | undefined) {
  if (!answer?.ok) return null
  const { STATUS, TIME_START } = (answer.result ?? {}) as { STATUS?: unknown; TIME_START?: unknown }
  return { status: String(STATUS ?? ''), startedAt: typeof TIME_START === 'string' ? TIME_START : null }
}

interface BusyTime {
  DATE_FROM?: unknown
  DATE_TO?: unknown
  DT_SKIP_TIME?: unknown
  ACCESSIBILITY?: unknown
  FROM_HR?: unknown
}

/** Whole days of absence: the portal's own calendar of absences comes among them, marked as the personnel's. */
function calendarAbsences(answer: BatchMemberAnswer | undefined): SeenAbsence[] {
  if (!answer?.ok || typeof answer.result !== 'object' || answer.result === null) return []
  return Object.entries(answer.result as Record<string, BusyTime[]>).flatMap(([userId, times]) =>
    (Array.isArray(times) ? times : []).flatMap((time): SeenAbsence[] => {
      const isAbsent = time.ACCESSIBILITY === 'absent' || Boolean(time.FROM_HR)
      const [fromOn, untilOn] = [siteDay(time.DATE_FROM), siteDay(time.DATE_TO)]
      if (!isAbsent || time.DT_SKIP_TIME === 'N' || !fromOn || !untilOn) return []
      return [{ userId: Number(userId), fromOn, untilOn, source: 'calendar' }]
    }),
  )
}

/** «02.12.2026», with hours or without. */
function siteDay(text: unknown): string | null {
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})/.exec(String(text ?? '')) ?? []
  return day ? `${year}-${month}-${day}` : null
}
