import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiContext } from './api-context.ts'
import { CAPTURERS } from './captures/capture-place.ts'
import { findOpenRequests } from './captures/open-requests.ts'
import { requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

const query = z.object({
  q: z.string().trim().max(100).default(''),
  companyId: z.coerce.number().int().positive().optional(),
})

/** `GET /api/open-requests?q=&companyId=`: open requests by number, route or client; the likeliest for a carrier first. */
export function openRequestsGet(context: ApiContext) {
  return new Hono().get('/api/open-requests', signedIn(context), validated('query', query), async (call) => {
    const { viewer, room } = call.var
    requireRole(viewer, ...CAPTURERS)
    const { q, companyId = null } = call.req.valid('query')
    const { gazetteer, distance } = context
    const asking = { store: room.store, gazetteer, distance, viewer, companyId, now: context.now() }
    return call.json(await findOpenRequests(asking, q))
  })
}
