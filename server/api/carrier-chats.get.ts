import { Hono } from 'hono'
import { z } from 'zod'
import type { CarrierChatAnswer } from '../../contract/reveals.ts'
import { NotFoundError } from '../errors.ts'
import { isCarrier } from '../store/phones.ts'
import type { ApiContext } from './api-context.ts'
import { OFFER_READERS } from './offers/offers-for.ts'
import { findCarrierChat } from './session/find-carrier-chat.ts'
import { requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

const path = z.object({ companyId: z.coerce.number().int().positive() })

/** `GET /api/carrier-chats/:companyId`: where the portal's own channels reach a carrier; no number leaves for it. */
export function carrierChatsGet(context: ApiContext) {
  return new Hono().get('/api/carrier-chats/:companyId', signedIn(context), validated('param', path), async (call) => {
    const { viewer, room } = call.var
    requireRole(viewer, ...OFFER_READERS)
    const { companyId } = call.req.valid('param')
    // A client's dialogue is nothing a logist looks for a truck in.
    if (!(await isCarrier(room.store, companyId))) throw new NotFoundError('There is no such carrier in the portal')
    const dialogId = await findCarrierChat(room, viewer.userId, companyId)
    return call.json({ dialogId } satisfies CarrierChatAnswer)
  })
}
