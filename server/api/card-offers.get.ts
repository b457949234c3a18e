import { Hono } from 'hono'
import { z } from 'zod'
import { cardKind } from '../../contract/card.ts'
import type { ApiContext } from './api-context.ts'
import { OFFER_READERS, offersFor } from './offers/offers-for.ts'
import { requireCard, requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

const path = z.object({ kind: cardKind, id: z.coerce.number().int().positive() })

/** `GET /api/cards/:kind/:id/offers`: the tab of the card this session was opened for. */
export function cardOffersGet(context: ApiContext) {
  return new Hono().get('/api/cards/:kind/:id/offers', signedIn(context), validated('param', path), async (call) => {
    const card = call.req.valid('param')
    const { viewer, room } = call.var
    requireRole(viewer, ...OFFER_READERS)
    requireCard(viewer, card)
    return call.json(await offersFor(context, room, viewer, card))
  })
}
