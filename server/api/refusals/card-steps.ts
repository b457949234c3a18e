import { acceptChain, type NewStep } from '../../store/outbox.ts'
import type { RefusalRow } from '../../store/refusal-rows.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import type { RefusableCard } from './refusable-card.ts'

type Card = Pick<RefusableCard, 'kind' | 'id'>

/** A sentence in the card's timeline; `part` tells those of one chain apart. */
export function commentStep({ kind, id }: Card, text: string, part: string, dependsOn: number[] = []): NewStep {
  const payload = { card: { kind, id }, text, part }
  return { command: 'comment-card', subject: `${kind} ${id} timeline`, payload, dependsOn }
}

/** The same in the chat about the card, where one is open. */
export function chatStep({ kind, id }: Card, text: string, part: string): NewStep {
  const payload = { card: { kind, id }, text, part }
  return { command: 'tell-chat', subject: `${kind} ${id} chat`, payload, dependsOn: [] }
}

/**
 * Says it in the card's chat in the name of whoever did it: the application itself sits in no chat of the portal's
 * people. A chain of its own, so that a silent messenger holds nothing up.
 */
export async function tellChat(
  room: PortalRoom,
  row: RefusalRow,
  { key, byUserId, text, at }: { key: string; byUserId: number | null; text: string; at: string },
): Promise<void> {
  const card = { kind: row.cardKind, id: row.cardId }
  await acceptChain(room.store, {
    key: `${key} chat`,
    kind: 'refusal-chat',
    userId: byUserId ?? row.askerId,
    input: {},
    loadKind: row.cardKind,
    loadId: row.cardId,
    companyId: row.clientId,
    acceptedAt: at,
    steps: [chatStep(card, text, 'chat')],
  })
}
