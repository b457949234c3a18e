import type { RefusalReason } from '../../../contract/refusal-reasons.ts'
import { askFor } from '../../refusal/refusal.ts'
import type { LostMoveRow } from '../../store/lost-moves.ts'
import { addRefusal, addRefusalStep, findRefusal, keepEvidence } from '../../store/refusals.ts'
import type { ApiContext } from '../api-context.ts'
import { gatherEvidence } from '../refusals/gather-evidence.ts'
import { columnsOf } from '../refusals/machine-of.ts'
import type { RefusableCard } from '../refusals/refusable-card.ts'
import { rulesOf } from '../refusals/rules-of.ts'
import type { PortalRoom } from '../session/portal-room.ts'

/** A client's own no, written into the card by hand: it is counted like one that came by our form. */
export async function recordByHand(
  context: ApiContext,
  room: PortalRoom,
  card: RefusableCard,
  move: LostMoveRow,
  byUserId: number | null,
  said: { reason: RefusalReason; comment: string; nextContactOn: string | null },
): Promise<void> {
  const { store } = room
  const at = new Date(context.now()).toISOString()
  const askerId = byUserId ?? card.managerId ?? room.portal.installedByUserId
  const key = `card-${card.kind}-${card.id}-${move.id}`
  const { rules } = await rulesOf(context, room, askerId)
  const evidence = await gatherEvidence(context, room, card)
  await store.transaction().execute(async (transaction) => {
    if (await findRefusal(transaction, key)) return
    await addRefusal(transaction, {
      key,
      cardKind: card.kind,
      cardId: card.id,
      policy: 'record',
      ...said,
      askerId,
      source: 'card',
      stage: move.fromStage,
      managerId: card.managerId,
      clientId: card.clientId,
      fromPlaceId: card.fromPlaceId,
      toPlaceId: card.toPlaceId,
      sumMinor: card.sum?.minor ?? null,
      sumCurrency: card.sum?.currency ?? null,
      sumVat: card.sum?.vat ?? null,
      bestShare: evidence.offers.bestShare ?? null,
      askedAt: at,
      usedAt: at,
      ...columnsOf(askFor('record', [], askerId, at, rules), at),
    })
    await addRefusalStep(transaction, {
      refusalKey: key,
      key: `${key} ask`,
      at,
      byUserId,
      insteadOfId: null,
      action: 'record',
      text: said.comment,
      toUserId: null,
      untilOn: null,
      sawId: await keepEvidence(transaction, evidence),
    })
  })
}
