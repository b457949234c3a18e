import { Hono } from 'hono'
import { z } from 'zod'
import { writeKey } from '../../contract/actions.ts'
import { removeMatchRule } from '../store/match-rules.ts'
import type { ApiContext } from './api-context.ts'
import { announceRules } from './carriers/announce-rules.ts'
import { RULE_MAKERS, rulesFor } from './rules.get.ts'
import { requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** `DELETE /api/rules/:key`: a rule ends; one that is gone already is gone. Answers with those that are left. */
export function rulesDelete(context: ApiContext) {
  return new Hono().delete(
    '/api/rules/:key',
    signedIn(context),
    validated('param', z.object({ key: writeKey })),
    async (call) => {
      const { viewer, room } = call.var
      requireRole(viewer, ...RULE_MAKERS)
      if (await removeMatchRule(room.store, call.req.valid('param').key))
        announceRules(room, new Date(context.now()).toISOString())
      return call.json(await rulesFor(context, room, viewer))
    },
  )
}
