import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiContext } from './api-context.ts'
import { asPlace } from './carriers/place-view.ts'
import { signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

const MOST = 12
const query = z.object({ q: z.string().trim().min(1).max(200) })

/** `GET /api/places?q=`: search-as-you-type over the gazetteer. */
export function placesGet(context: ApiContext) {
  return new Hono().get('/api/places', signedIn(context), validated('query', query), (call) =>
    call.json(context.gazetteer.search(call.req.valid('query').q, MOST).map(asPlace)),
  )
}
