import { Hono } from 'hono'
import { portalMap } from '../../contract/portal-map.ts'
import type { ApiContext } from './api-context.ts'
import { requireAdmin, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** `PUT /api/portal-map`: keeps what the administrator chose, or a map from a file; the portal is not written to. */
export function portalMapPut(context: ApiContext) {
  return new Hono().put('/api/portal-map', signedIn(context), validated('json', portalMap), async (call) => {
    const { viewer, room } = call.var
    requireAdmin(viewer)
    return call.json(await context.install.map.choose(room.memberId, call.req.valid('json'), viewer.language))
  })
}
