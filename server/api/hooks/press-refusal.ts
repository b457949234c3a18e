import type { PostedEvent } from '../../portal/events.ts'
import type { Move } from '../../refusal/step.ts'
import { addWorkingHours, dayOf } from '../../refusal/working-hours.ts'
import { acceptChain } from '../../store/outbox.ts'
import { readPeople } from '../../store/people.ts'
import { readPortalLanguage } from '../../store/portal-language.ts'
import { findRefusal } from '../../store/refusals.ts'
import type { ApiContext } from '../api-context.ts'
import { approvalActivity } from '../refusals/approval-activity.ts'
import { decide } from '../refusals/decide.ts'
import { readRefusableCard } from '../refusals/refusable-card.ts'
import { workingTime } from '../refusals/rules-of.ts'
import { toldOf } from '../refusals/told.ts'
import { WORDLESS } from '../refusals/words.ts'
import type { PortalRoom } from '../session/portal-room.ts'

/**
 * Somebody has pressed a button of an approval in a card's timeline. The portal says who it was; whether he may is the
 * rules' answer. A repeated press is the same press; whoever may not decide finds the buttons as they were.
 */
export async function pressRefusal(
  context: ApiContext,
  room: PortalRoom,
  press: NonNullable<PostedEvent['press']>,
): Promise<void> {
  const refusalKey = press.params.refusal
  if (!refusalKey || !/^[A-Za-z0-9-]{16,64}$/.test(refusalKey)) return
  const row = await findRefusal(room.store, refusalKey)
  const presser = (await readPeople(room.store, [press.userId])).get(press.userId)
  if (!row || !presser?.active) return
  const language = await readPortalLanguage(room.store)
  const move = moveOf(press, row.askerId, WORDLESS[language], nextDay(context))
  if (!move) return
  const key = `button ${press.activityId} ${press.action} ${press.userId} ${row.version}`
  const outcome = await decide(context, room, { key, refusalKey, version: null, move, isWordless: true })
  if (!outcome?.denied) return
  // The button waits until its record is drawn anew.
  const card = await readRefusableCard(room.store, { kind: row.cardKind, id: row.cardId })
  const told = await toldOf(room, outcome.row, card.title, null)
  const seats = JSON.parse(outcome.row.seats) as { userIds: number[] }[]
  const at = new Date(context.now()).toISOString()
  await acceptChain(room.store, {
    key: `${key} redrawn ${at}`,
    kind: 'refusal',
    userId: room.portal.installedByUserId,
    input: { denied: outcome.denied },
    loadKind: row.cardKind,
    loadId: row.cardId,
    companyId: row.clientId,
    acceptedAt: at,
    steps: approvalActivity(
      outcome.row,
      told,
      seats.flatMap(({ userIds }) => userIds),
    ),
  })
  room.wakeOutbox()
}

/** Who pressed a button has said no more than yes or no; what is to be done he is asked for afterwards. */
function moveOf(
  press: { action: string; userId: number },
  askerId: number,
  text: string,
  untilOn: string,
): Move | null {
  if (press.action === 'approve') return { action: 'approve', by: press.userId, text: '' }
  return press.action === 'return' ? { action: 'return', by: press.userId, text, toUserId: askerId, untilOn } : null
}

const WORKING_DAY_HOURS = 9

/** A working day from now, as a day of the calendar. */
function nextDay(context: ApiContext): string {
  const work = workingTime(context)
  return dayOf(addWorkingHours(new Date(context.now()).toISOString(), WORKING_DAY_HOURS, work), work)
}
