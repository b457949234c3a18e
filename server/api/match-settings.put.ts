import { Hono } from 'hono'
import { z } from 'zod'
import { securityRule } from '../../contract/match-rules.ts'
import { writeSetting } from '../store/settings.ts'
import type { ApiContext } from './api-context.ts'
import { announceRules } from './carriers/announce-rules.ts'
import { SECURITY_SETTING } from './carriers/portal-choices.ts'
import { RULE_MAKERS, rulesFor } from './rules.get.ts'
import { requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

const input = z.object({ security: securityRule })

/** `PUT /api/match-settings`: how long security checks are good for in this portal, and what happens then. */
export function matchSettingsPut(context: ApiContext) {
  return new Hono().put('/api/match-settings', signedIn(context), validated('json', input), async (call) => {
    const { viewer, room } = call.var
    requireRole(viewer, ...RULE_MAKERS)
    await writeSetting(room.store, SECURITY_SETTING, call.req.valid('json').security)
    announceRules(room, new Date(context.now()).toISOString())
    return call.json(await rulesFor(context, room, viewer))
  })
}
