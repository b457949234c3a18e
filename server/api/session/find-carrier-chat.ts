import { NotAllowedError, PortalError } from '../../errors.ts'
import { readContactIds } from '../../store/callers.ts'
import type { PortalRoom } from './portal-room.ts'
import { withinLimit } from './time-limit.ts'

/** Somebody waits for a window to open. */
const PATIENCE_MS = 2500
const MOST_PEOPLE = 10

/**
 * The newest dialogue a carrier or one of his people has in the portal's open lines (WhatsApp, Telegram, MAX …), as the
 * messenger names it, with the rights of the person who asks; null where there is none, or the portal does not tell.
 */
export async function findCarrierChat(
  room: PortalRoom,
  userId: number,
  companyId: number,
): Promise<`chat${number}` | null> {
  const people = await readContactIds(room.store, companyId, MOST_PEOPLE)
  const cards = [['company', companyId] as const, ...people.map((id) => ['contact', id] as const)]
  try {
    const answers = await withinLimit(PATIENCE_MS, (givenUp) =>
      room.clients
        .forUser(room.portal, userId, 'widget', givenUp)
        .batch(
          Object.fromEntries(
            cards.map(([kind, id]) => [
              `${kind}${id}`,
              { method: 'imopenlines.crm.chat.get', params: { CRM_ENTITY_TYPE: kind, CRM_ENTITY: id } },
            ]),
          ),
        ),
    )
    const chats = Object.values(answers).flatMap((answer) => (answer.ok ? chatsOf(answer.result) : []))
    return chats.length > 0 ? `chat${Math.max(...chats)}` : null
  } catch (error) {
    if (error instanceof PortalError || error instanceof NotAllowedError) return null
    throw error
  }
}

function chatsOf(result: unknown): number[] {
  const rows = Array.isArray(result) ? (result as { CHAT_ID?: unknown }[]) : []
  return rows.map(({ CHAT_ID }) => Number(CHAT_ID)).filter((id) => Number.isInteger(id) && id > 0)
}
