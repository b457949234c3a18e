import { REFUSAL_REASONS, type RefusalReason } from '../../../contract/refusal-reasons.ts'
import type { RefusalSettings } from '../../../contract/refusal-settings.ts'
import { policyOf } from '../../refusal/policy.ts'
import { countReturned, judgeLostMove, listOpenLostMoves, type LostMoveRow } from '../../store/lost-moves.ts'
import { isCarrier } from '../../store/phones.ts'
import type { LostVerdict } from '../../store/refusal-rows.ts'
import { findUnusedRefusal, markRefusalUsed } from '../../store/refusals.ts'
import { readRequestLoss } from '../../store/request-losses.ts'
import type { ApiContext } from '../api-context.ts'
import { readRefusableCard, type RefusableCard } from '../refusals/refusable-card.ts'
import { readRefusalSettings } from '../refusals/settings.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { recordByHand } from './record-by-hand.ts'
import { answerLostMoves, type UnruledLoss } from './answer-lost-moves.ts'
import { moverOf } from './mover-of.ts'

/**
 * Judges every move to lost that sync has seen: by a refusal, by what the card itself says, by rule; or past the rule,
 * and then the card is moved back, or told of, as the settings say.
 */
export async function judgeLostMoves(context: ApiContext, room: PortalRoom): Promise<void> {
  const { store } = room
  const settings = await readRefusalSettings(store)
  const unruled: UnruledLoss[] = []
  for (const move of await listOpenLostMoves(store)) {
    const card = await readRefusableCard(store, { kind: move.cardKind, id: move.cardId }).catch(() => null)
    const at = new Date(context.now()).toISOString()
    const settle = (verdict: LostVerdict, byUserId: number | null = null) =>
      judgeLostMove(store, move.id, verdict, byUserId, at)
    // Gone, or somebody has taken the move back himself before we looked.
    if (!card || card.open) {
      await settle('undone')
      continue
    }
    const refusal = await findUnusedRefusal(store, move.cardKind, move.cardId)
    if (refusal) {
      await markRefusalUsed(store, refusal.key, at)
      await settle('allowed')
      continue
    }
    if (move.cardKind === 'lead' && card.clientId !== null && (await isCarrier(store, card.clientId))) {
      await settle('exempt')
      continue
    }
    const mode = move.cardKind === 'lead' ? settings.watchLeads : settings.watchRequests
    if (mode === 'off') {
      await settle('exempt')
      continue
    }
    const byUserId = await moverOf(room, move)
    const said = await saidInCard(room, card, settings)
    if (said) {
      await recordByHand(context, room, card, move, byUserId, said)
      await settle('recorded', byUserId)
      continue
    }
    const verdict = mode === 'report' ? 'reported' : await returnsLeft(room, move, settings)
    unruled.push({ move, card, byUserId, verdict })
  }
  await answerLostMoves(context, room, unruled)
}

/** What a person has written into the request's own fields, where that is all its reason demands. */
async function saidInCard(
  room: PortalRoom,
  card: RefusableCard,
  settings: RefusalSettings,
): Promise<{ reason: RefusalReason; comment: string; nextContactOn: string | null } | null> {
  if (card.kind !== 'request') return null
  const loss = await readRequestLoss(room.store, card.id)
  const reason = REFUSAL_REASONS.find((code) => code === loss?.reason)
  if (!loss?.comment || !reason) return null
  const facts = { cardKind: card.kind, sumMinor: card.sum?.minor ?? null, permanentClient: card.permanentClient }
  if (policyOf(reason, facts, settings) !== 'record') return null
  return { reason, comment: loss.comment, nextContactOn: loss.nextContactOn }
}

/** Robots fire again on every move back: at some point a person has to look. */
async function returnsLeft(room: PortalRoom, move: LostMoveRow, settings: RefusalSettings) {
  const returned = await countReturned(room.store, move.cardKind, move.cardId)
  return returned < settings.mostReturns ? 'returned' : 'left'
}
