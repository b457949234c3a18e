import { Hono } from 'hono'
import { startInput } from '../../contract/portal-map.ts'
import type { ApiContext } from './api-context.ts'
import { requireAdmin, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'
import { InvalidInputError } from '../errors.ts'

/**
 * `POST /api/install/start`: fits the portal as the dry run has shown, or goes on where an earlier run stopped. Nothing
 * is written into a portal before somebody has seen what it will be. Progress is told by its own stream.
 */
export function installStartPost(context: ApiContext) {
  return new Hono().post('/api/install/start', signedIn(context), validated('json', startInput), async (call) => {
    const { viewer, room } = call.var
    requireAdmin(viewer)
    const { dryRun } = call.req.valid('json')
    const { state } = await context.install.state(room.memberId)
    if (dryRun !== undefined) await context.install.map.approve(room.memberId, dryRun, viewer.language)
    else if (state === 'new' || state === 'finished')
      throw new InvalidInputError('Look at what will be done first', [{ path: 'dryRun', message: 'is missing' }])
    await context.install.start(room.memberId)
    return call.json(await context.install.state(room.memberId), 202)
  })
}
