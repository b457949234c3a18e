import { Hono } from 'hono'
import { z } from 'zod'
import { writeKey } from '../../contract/actions.ts'
import { matchRuleInput, type MatchRuleInput } from '../../contract/match-rules.ts'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import { readCompanyTitles } from '../store/candidates.ts'
import type { PortalStore } from '../store/database.ts'
import { saveMatchRule } from '../store/match-rules.ts'
import { isCarrier } from '../store/phones.ts'
import type { ApiContext } from './api-context.ts'
import { announceRules } from './carriers/announce-rules.ts'
import { RULE_MAKERS, rulesFor } from './rules.get.ts'
import { requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** `PUT /api/rules/:key`: enters a rule or changes it; answers with all of them. */
export function rulesPut(context: ApiContext) {
  return new Hono().put(
    '/api/rules/:key',
    signedIn(context),
    validated('param', z.object({ key: writeKey })),
    validated('json', matchRuleInput),
    async (call) => {
      const { viewer, room } = call.var
      requireRole(viewer, ...RULE_MAKERS)
      const input = call.req.valid('json')
      await check(context, room.store, input)
      const at = new Date(context.now()).toISOString()
      const { key } = call.req.valid('param')
      await saveMatchRule(room.store, { ...input, note: input.note || null, key, byUserId: viewer.userId, at })
      announceRules(room, at)
      return call.json(await rulesFor(context, room, viewer))
    },
  )
}

/** A rule is about carriers we know and places there are. Throws NotFoundError or InvalidInputError. */
async function check({ gazetteer }: ApiContext, store: PortalStore, input: MatchRuleInput): Promise<void> {
  const known = await readCompanyTitles(store, [...input.companyIds, ...(input.clientId ? [input.clientId] : [])])
  for (const companyId of input.companyIds)
    if (!known.has(companyId) || !(await isCarrier(store, companyId)))
      throw new NotFoundError('There is no such carrier in the portal')
  if (input.clientId !== null && !known.has(input.clientId))
    throw new NotFoundError('There is no such company in the portal')
  for (const path of ['fromPlaceId', 'toPlaceId'] as const) {
    const placeId = input[path]
    if (placeId !== null && !gazetteer.byId(placeId))
      throw new InvalidInputError('There is no such place', [{ path, message: 'unknown place' }])
  }
}
