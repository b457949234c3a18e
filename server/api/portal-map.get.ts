import { Hono } from 'hono'
import type { ApiContext } from './api-context.ts'
import { requireAdmin, signedIn } from './signed-in.ts'

/**
 * `GET /api/portal-map`: what stands in the portal, what it is taken for, and what a setup would do; for administrators.
 * `GET /api/portal-map/file`: the map alone, as a file to keep or to give to another portal.
 */
export function portalMapGet(context: ApiContext) {
  return new Hono()
    .get('/api/portal-map', signedIn(context), async (call) => {
      const { viewer, room } = call.var
      requireAdmin(viewer)
      return call.json(await context.install.map.look(room.memberId, viewer.language))
    })
    .get('/api/portal-map/file', signedIn(context), async (call) => {
      const { viewer, room } = call.var
      requireAdmin(viewer)
      const { map } = await context.install.map.look(room.memberId, viewer.language)
      call.header('content-disposition', 'attachment; filename="reis-portal-map.json"')
      return call.json(map)
    })
}
