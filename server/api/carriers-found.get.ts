import { Hono } from 'hono'
import { z } from 'zod'
import { searchCarriers } from '../store/carrier-search.ts'
import type { ApiContext } from './api-context.ts'
import { RULE_MAKERS } from './rules.get.ts'
import { requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

const MOST = 12
const query = z.object({ q: z.string().trim().min(2).max(100) })

/** `GET /api/carriers?q=`: carriers by a part of their name, for a rule. */
export function carriersFoundGet(context: ApiContext) {
  return new Hono().get('/api/carriers', signedIn(context), validated('query', query), async (call) => {
    const { viewer, room } = call.var
    requireRole(viewer, ...RULE_MAKERS)
    return call.json(await searchCarriers(room.store, call.req.valid('query').q, MOST))
  })
}
