import { Hono } from 'hono'
import { ownEntityBookInput } from '../../contract/own-entities.ts'
import { ownEntityInput } from '../../contract/profit.ts'
import { NotFoundError } from '../errors.ts'
import { readCompanyTitles } from '../store/candidates.ts'
import type { ApiContext } from './api-context.ts'
import { readEntityBook, saveEntityBook } from './profit/entity-book.ts'
import { saveOwnEntity } from './profit/own-entities.ts'
import { profitFor, requireSetter } from './profit/profit-for.ts'
import { requireCard, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/**
 * `PUT /api/own-entities`: how one of our own legal entities is taxed; answers with the card's numbers anew. `GET` and
 * `PUT …/book`: all of them with their periods, and which of them a payment form stands for.
 */
export function ownEntitiesPut(context: ApiContext) {
  return new Hono()
    .get('/api/own-entities/book', signedIn(context), async (call) => {
      requireSetter(call.var.viewer)
      return call.json(await readEntityBook(call.var.room))
    })
    .put('/api/own-entities/book', signedIn(context), validated('json', ownEntityBookInput), async (call) => {
      requireSetter(call.var.viewer)
      await saveEntityBook(call.var.room, call.req.valid('json'))
      return call.json(await readEntityBook(call.var.room))
    })
    .put('/api/own-entities', signedIn(context), validated('json', ownEntityInput), async (call) => {
      const { companyId, regime, role, sinceOn, card } = call.req.valid('json')
      const { viewer, room } = call.var
      requireCard(viewer, card)
      requireSetter(viewer)
      if (!(await readCompanyTitles(room.store, [companyId])).has(companyId))
        throw new NotFoundError('There is no such company in the portal')
      await saveOwnEntity(room.store, companyId, { regime, role, sinceOn })
      return call.json(await profitFor(context, room, viewer, card))
    })
}
