import { Hono } from 'hono'
import { ownEntityInput } from '../../contract/profit.ts'
import { NotAllowedError, NotFoundError } from '../errors.ts'
import { readCompanyTitles } from '../store/candidates.ts'
import type { ApiContext } from './api-context.ts'
import { saveOwnEntity } from './profit/own-entities.ts'
import { maySetProfit, profitFor } from './profit/profit-for.ts'
import { requireCard, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** `PUT /api/own-entities`: how one of our own legal entities is taxed; answers with the card's numbers anew. */
export function ownEntitiesPut(context: ApiContext) {
  return new Hono().put('/api/own-entities', signedIn(context), validated('json', ownEntityInput), async (call) => {
    const { companyId, regime, role, sinceOn, card } = call.req.valid('json')
    const { viewer, room } = call.var
    requireCard(viewer, card)
    if (!maySetProfit(viewer)) throw new NotAllowedError('no_right', 'This is for directors to say')
    if (!(await readCompanyTitles(room.store, [companyId])).has(companyId))
      throw new NotFoundError('There is no such company in the portal')
    await saveOwnEntity(room.store, companyId, { regime, role, sinceOn })
    return call.json(await profitFor(context, room, viewer, card))
  })
}
