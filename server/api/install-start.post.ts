import { Hono } from 'hono'
import type { ApiContext } from './api-context.ts'
import { requireAdmin, signedIn } from './signed-in.ts'

/** `POST /api/install/start`: fits the portal, or goes on where it stopped. Progress is told by its own stream. */
export function installStartPost(context: ApiContext) {
  return new Hono().post('/api/install/start', signedIn(context), async (call) => {
    const { viewer, room } = call.var
    requireAdmin(viewer)
    await context.install.start(room.memberId)
    return call.json(await context.install.state(room.memberId), 202)
  })
}
