import { liftSeat, speakersOf } from '../../refusal/seats.ts'
import { dayOf } from '../../refusal/working-hours.ts'
import { judgeLostMove, type LostMoveRow } from '../../store/lost-moves.ts'
import { acceptChain, type NewStep } from '../../store/outbox.ts'
import { readPeople } from '../../store/people.ts'
import { readPortalLanguage } from '../../store/portal-language.ts'
import { rateOf } from '../carriers/load-view.ts'
import type { ApiContext } from '../api-context.ts'
import { cardPath } from '../refusals/card-path.ts'
import type { RefusableCard } from '../refusals/refusable-card.ts'
import { rulesOf } from '../refusals/rules-of.ts'
import { noticeSteps } from '../refusals/told.ts'
import { cardNote, type NoticeName, type Told } from '../refusals/words.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { tellOfMany } from './tell-of-many.ts'

/** A card that was lost past the rule, and what is to be done about it. */
export interface UnruledLoss {
  move: LostMoveRow
  card: RefusableCard
  byUserId: number | null
  verdict: 'returned' | 'reported' | 'left'
}

/** Up to so many at once each has a notice of its own; of more, a head is told once. */
const MOST_NOTICES = 3

const NOTICE_OF: Record<UnruledLoss['verdict'], NoticeName> = {
  returned: 'moved_back',
  reported: 'reported',
  left: 'left',
}

/** Moves back what has to be moved back, and tells those who have to know. The verdict is kept with the chain. */
export async function answerLostMoves(
  context: ApiContext,
  room: PortalRoom,
  losses: readonly UnruledLoss[],
): Promise<void> {
  const isMany = losses.length > MOST_NOTICES
  const heads = new Map<number, UnruledLoss[]>()
  for (const loss of losses) {
    const at = new Date(context.now()).toISOString()
    const toldTo = await peopleToTell(context, room, loss)
    for (const id of toldTo) heads.set(id, [...(heads.get(id) ?? []), loss])
    const told = await toldOfLoss(room, loss)
    const tag = `REIS|LOST|${loss.card.kind}|${loss.card.id}`
    const steps: NewStep[] = [
      ...(loss.verdict === 'returned' ? movingBack(room, loss, told) : []),
      ...(isMany ? [] : await noticeSteps(room.store, NOTICE_OF[loss.verdict], toldTo, told, tag, [])),
    ]
    await acceptChain(room.store, chainOf(room, `lost ${loss.move.id}`, loss.card, at, steps), (transaction) =>
      judgeLostMove(transaction, loss.move.id, loss.verdict, loss.byUserId, at),
    )
  }
  if (isMany) await tellOfMany(context, room, heads)
  if (losses.length > 0) room.wakeOutbox()
}

export function chainOf(room: PortalRoom, key: string, card: RefusableCard | null, at: string, steps: NewStep[]) {
  return {
    key,
    kind: 'lost-move',
    userId: room.portal.installedByUserId,
    input: {},
    loadKind: card?.kind ?? null,
    loadId: card?.id ?? null,
    companyId: card?.clientId ?? null,
    acceptedAt: at,
    steps,
  }
}

/** The heads of whoever leads the card, and he himself; of a card that keeps moving, the administrator. */
async function peopleToTell(context: ApiContext, room: PortalRoom, loss: UnruledLoss): Promise<number[]> {
  const { card, byUserId } = loss
  if (loss.verdict === 'left') return [room.portal.installedByUserId]
  const { rules } = await rulesOf(context, room, byUserId ?? card.managerId ?? 0)
  const { salesHeads, directors } = rules.staff
  const seat = { seat: 'sales_head' as const, userIds: [...(salesHeads.length > 0 ? salesHeads : directors)] }
  const on = dayOf(new Date(context.now()).toISOString(), rules.work)
  // Nobody reads his bell on holiday: his deputy, or those above, hear of it as well.
  const heads = speakersOf(liftSeat(seat, rules.staff, 0, rules.absences, on), 0, rules.absences, on)
  const mover = loss.verdict === 'returned' && byUserId !== null ? [byUserId] : []
  return [...new Set([...heads, ...mover])]
}

async function toldOfLoss(room: PortalRoom, { card, byUserId }: UnruledLoss): Promise<Told> {
  const people = await readPeople(room.store, byUserId === null ? [] : [byUserId])
  return {
    portalLanguage: await readPortalLanguage(room.store),
    title: card.title,
    path: cardPath(room, card),
    kind: card.kind,
    reason: 'other',
    comment: '',
    sum: card.sum && rateOf(card.sum.minor, card.sum.currency, card.sum.vat),
    asker: '',
    by: byUserId === null ? null : (people.get(byUserId)?.name ?? null),
    insteadOf: null,
    text: null,
    to: null,
    untilOn: null,
  }
}

function movingBack(room: PortalRoom, { move, card }: UnruledLoss, told: Told): NewStep[] {
  const reference = { kind: card.kind, id: card.id }
  const process = card.kind === 'lead' ? null : room.map()?.processes[card.kind]
  const isOurs = (stage: string) => !process || Object.hasOwn(process.stages, stage)
  const stage = {
    to: isOurs(move.fromStage) ? move.fromStage : 'NEW',
    // A stage the portal has added itself has no code of ours to name it by.
    from: isOurs(move.toStage) ? [move.toStage] : null,
  }
  return [
    {
      command: 'update-item',
      subject: `${card.kind} ${card.id}`,
      payload: { card: reference, stage },
      dependsOn: [],
    },
    {
      command: 'comment-card',
      subject: `${card.kind} ${card.id} timeline`,
      payload: { card: reference, text: cardNote('moved_back', told), part: 'moved-back' },
      dependsOn: [0],
    },
  ]
}
