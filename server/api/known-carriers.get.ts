import { Hono } from 'hono'
import { z } from 'zod'
import { NotFoundError } from '../errors.ts'
import { searchCarriers } from '../store/carrier-search.ts'
import { isCarrier } from '../store/phones.ts'
import type { ApiContext } from './api-context.ts'
import { callerAt } from './captures/caller.ts'
import { CAPTURERS, capturePlace } from './captures/capture-place.ts'
import { viewKnownCarrier } from './captures/known-carrier.ts'
import { requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

const MOST = 8
const search = z.object({ q: z.string().trim().min(2).max(100) })
const path = z.object({ companyId: z.coerce.number().int().positive() })
const where = z.object({ callId: z.string().max(100).optional() })

/**
 * `GET /api/known-carriers?q=`: carriers by a part of their name. `GET /api/known-carriers/:companyId`: what the form
 * begins with for one of them, or for the company somebody stands on.
 */
export function knownCarriersGet(context: ApiContext) {
  return new Hono()
    .get('/api/known-carriers', signedIn(context), validated('query', search), async (call) => {
      const { viewer, room } = call.var
      requireRole(viewer, ...CAPTURERS)
      const found = await searchCarriers(room.store, call.req.valid('query').q, MOST)
      return call.json(found.map(({ id, title }) => ({ companyId: id, name: title })))
    })
    .get(
      '/api/known-carriers/:companyId',
      signedIn(context),
      validated('param', path),
      validated('query', where),
      async (call) => {
        const { viewer, room } = call.var
        requireRole(viewer, ...CAPTURERS)
        const { companyId } = call.req.valid('param')
        if (!(await isCarrier(room.store, companyId))) {
          const place = capturePlace(viewer, call.req.valid('query').callId ?? null)
          const { userId, item } = viewer
          const caller = await callerAt(room.store, { userId, item, place })
          const isNamed = caller.companyId === companyId || caller.owners.some((one) => one.companyId === companyId)
          if (!isNamed) throw new NotFoundError('There is no such carrier in the portal')
        }
        return call.json(await viewKnownCarrier(room.store, companyId, new Date(context.now()).toISOString()))
      },
    )
}
