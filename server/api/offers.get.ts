import { Hono } from 'hono'
import { z } from 'zod'
import { offerFilter } from '../../contract/offers.ts'
import type { ApiContext } from './api-context.ts'
import { OFFER_READERS } from './offers/offers-for.ts'
import { offersOfPortal } from './offers/offers-of-portal.ts'
import { requirePage, requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

const query = offerFilter.extend({ cursor: z.string().max(60).optional() })

/** `GET /api/offers?…`: a page of all offers of the portal that fit a filter, newest first. */
export function offersGet(context: ApiContext) {
  return new Hono().get('/api/offers', signedIn(context), validated('query', query), async (call) => {
    const { cursor, ...filter } = call.req.valid('query')
    const { viewer, room } = call.var
    requirePage(viewer)
    requireRole(viewer, ...OFFER_READERS)
    return call.json(await offersOfPortal(context, room, viewer, filter, cursor ?? null))
  })
}
