import { Hono } from 'hono'
import { z } from 'zod'
import { evidenceQuery } from '../../contract/evidence.ts'
import { NotFoundError } from '../errors.ts'
import { isCarrier } from '../store/phones.ts'
import type { ApiContext } from './api-context.ts'
import { evidenceOf } from './carriers/evidence-of.ts'
import { readLoad } from './carriers/list-carriers.ts'
import { laneOf } from './carriers/load-view.ts'
import { requireCard, signedIn } from './signed-in.ts'
import { loadPath, validated } from './validated.ts'

const path = loadPath.extend({ companyId: z.coerce.number().int().positive() })

/** `GET /api/loads/:kind/:id/carriers/:companyId/evidence?of=…`: what one line of a carrier's explanation rests on. */
export function evidenceGet(context: ApiContext) {
  return new Hono().get(
    '/api/loads/:kind/:id/carriers/:companyId/evidence',
    signedIn(context),
    validated('param', path),
    validated('query', evidenceQuery),
    async (call) => {
      const { kind, id, companyId } = call.req.valid('param')
      const { viewer, room } = call.var
      requireCard(viewer, { kind, id })
      // A client's orders are nobody's evidence.
      if (!(await isCarrier(room.store, companyId))) throw new NotFoundError('There is no such carrier in the portal')
      const { gazetteer, distance, router } = context
      const load = await readLoad({ store: room.store, gazetteer, distance, router, roles: viewer.roles, kind, id })
      const asked = { ...call.req.valid('query'), load, lane: laneOf(load), companyId }
      return call.json(await evidenceOf(context, room, asked))
    },
  )
}
