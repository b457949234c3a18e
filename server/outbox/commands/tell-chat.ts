import { z } from 'zod'
import { cardReference } from '../../../contract/card.ts'
import { PortalError } from '../../errors.ts'
import { NATIVE_TYPES, typeIdOfCard, type SchemaMap } from '../../portal/schema-map.ts'
import type { Command, Delivery } from '../command.ts'
import { referenceOf } from '../timeline-comment.ts'

export const tellChatPayload = z.object({
  card: cardReference,
  /** Finished text, with markup of ours only; the visible reference is added to it. */
  text: z.string().min(1),
  /** Tells messages of one chain apart. */
  part: z.string().min(1),
})
export type TellChatPayload = z.infer<typeof tellChatPayload>

const LOOKED_THROUGH = 50

/**
 * A message in the chat about a card, where one is open and the sender sits in it; else nothing, as the card's own
 * timeline says the same. Proof: its visible reference among the newest messages.
 */
export const tellChat: Command<TellChatPayload> = {
  name: 'tell-chat',
  payload: tellChatPayload,

  async send(delivery) {
    const chatId = await chatOf(delivery)
    if (chatId === null) return null
    const answer = await delivery.client.call<number | string>('im.message.add', {
      DIALOG_ID: `chat${chatId}`,
      MESSAGE: `${delivery.payload.text}\n${reference(delivery)}`,
    })
    return Number(answer.result)
  },

  async findProof(delivery) {
    const chatId = await chatOf(delivery)
    if (chatId === null) return null
    const answer = await delivery.client.call<{ messages: { id: number | string; text: string }[] }>(
      'im.dialog.messages.get',
      { DIALOG_ID: `chat${chatId}`, LIMIT: LOOKED_THROUGH },
    )
    const own = answer.result.messages.find(({ text }) => text.includes(reference(delivery)))
    return own ? { portalId: Number(own.id) } : null
  },
}

/** null where nobody has opened a chat about the card, the sender is not in it, or the portal takes no chats. */
async function chatOf({ client, map, payload }: Delivery<TellChatPayload>): Promise<number | null> {
  try {
    const params = { ENTITY_TYPE: 'CRM', ENTITY_ID: entityOf(payload, map) }
    const { result } = await client.call<{ ID: number | string } | null>('im.chat.get', params)
    return result ? Number(result.ID) : null
  } catch (error) {
    if (error instanceof PortalError && !error.retryable) return null
    throw error
  }
}

function entityOf({ card }: TellChatPayload, map: SchemaMap): string {
  const name = card.kind in NATIVE_TYPES ? card.kind.toUpperCase() : `DYNAMIC_${typeIdOfCard(card.kind, map)}`
  return `${name}|${card.id}`
}

function reference({ chainKey, payload }: Delivery<TellChatPayload>): string {
  return referenceOf(`${chainKey} ${payload.part} chat`)
}
