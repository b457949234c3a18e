import type { RefusalCardAnswer } from '../../../contract/refusals.ts'
import { REFUSAL_REASONS, REQUEST_REASONS } from '../../../contract/refusal-reasons.ts'
import { isOpen } from '../../refusal/refusal.ts'
import { policyOf } from '../../refusal/policy.ts'
import { listRefusalsOf } from '../../store/refusals.ts'
import { readSetting } from '../../store/settings.ts'
import type { ApiContext } from '../api-context.ts'
import type { Viewer } from '../session/bearer.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { colleagues } from './colleagues.ts'
import { evidenceFor, evidenceSight } from './evidence-for.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { readRefusableCard } from './refusable-card.ts'
import { readRefusalSettings } from './settings.ts'
import { viewRefusals } from './view-refusals.ts'

/** The widget in a card: what is asked, what was asked, and what is known without asking. */
export async function refusalCardFor(
  context: ApiContext,
  room: PortalRoom,
  viewer: Viewer,
  reference: RefusalCardAnswer['card'],
): Promise<RefusalCardAnswer> {
  const { store } = room
  const card = await readRefusableCard(store, reference)
  const settings = await readRefusalSettings(store)
  const facts = { cardKind: card.kind, sumMinor: card.sum?.minor ?? null, permanentClient: card.permanentClient }
  const reasons = card.kind === 'lead' ? REFUSAL_REASONS : REQUEST_REASONS
  const views = await viewRefusals(context, room, viewer, await listRefusalsOf(store, card.kind, card.id))
  const sight = evidenceSight(viewer.roles, (await readSetting(store, 'clientRateForLogists')) === true)
  return {
    card: { kind: card.kind, id: card.id },
    title: card.title,
    open: card.open,
    reasons: reasons.map((code) => ({ code, policy: policyOf(code, facts, settings) })),
    current: views.find(({ state }) => isOpen(state)) ?? null,
    earlier: views.filter(({ state }) => !isOpen(state)),
    evidence: evidenceFor(await gatherEvidence(context, room, card), sight),
    colleagues: await colleagues(store),
  }
}
