import { Hono } from 'hono'
import { stageRightsInput } from '../../contract/stage-rights.ts'
import type { ApiContext } from './api-context.ts'
import { sayStageRights, stageRightsFor } from './refusals/stage-rights-for.ts'
import { requireAdmin, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/**
 * `GET /api/refusals/stage-rights`: whether people can move requests into lost by themselves, as far as it was seen;
 * `PUT`: an administrator has set the rights. For administrators.
 */
export function stageRightsGet(context: ApiContext) {
  return new Hono()
    .get('/api/refusals/stage-rights', signedIn(context), async (call) => {
      requireAdmin(call.var.viewer)
      return call.json(await stageRightsFor(context, call.var.room))
    })
    .put('/api/refusals/stage-rights', signedIn(context), validated('json', stageRightsInput), async (call) => {
      const { viewer, room } = call.var
      requireAdmin(viewer)
      await sayStageRights(context, room, viewer.userId, call.req.valid('json').set)
      return call.json(await stageRightsFor(context, room))
    })
}
