import type { PostedEvent } from '../../portal/events.ts'
import type { Move } from '../../refusal/step.ts'
import { acceptChain } from '../../store/outbox.ts'
import { readPeople } from '../../store/people.ts'
import { findRefusal } from '../../store/refusals.ts'
import type { ApiContext } from '../api-context.ts'
import { approvalActivity } from '../refusals/approval-activity.ts'
import { decide } from '../refusals/decide.ts'
import { readRefusableCard } from '../refusals/refusable-card.ts'
import { toldOf } from '../refusals/told.ts'
import type { PortalRoom } from '../session/portal-room.ts'

const DAY_MS = 86_400_000

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
  const move = moveOf(press, row.askerId, context.now())
  if (!move) return
  const key = `button ${press.activityId} ${press.action} ${press.userId} ${row.version}`
  const outcome = await decide(context, room, { key, refusalKey, version: null, move })
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

/** What there is to do is in the card: who pressed a button has said no more than yes or no. */
function moveOf(press: { action: string; userId: number }, askerId: number, nowMs: number): Move | null {
  if (press.action === 'approve') return { action: 'approve', by: press.userId, text: '' }
  if (press.action !== 'return') return null
  const untilOn = new Date(nowMs + DAY_MS).toISOString().slice(0, 10)
  const text = 'Продолжайте работу: отказ не согласован'
  return { action: 'return', by: press.userId, text, toUserId: askerId, untilOn }
}
