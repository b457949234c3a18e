import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiContext } from './api-context.ts'
import { profitFor } from './profit/profit-for.ts'
import { requireCard, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

const path = z.object({ kind: z.enum(['deal', 'order']), id: z.coerce.number().int().positive() })

/** `GET /api/profit/:kind/:id`: what a deal's orders, or one order, earn. */
export function profitGet(context: ApiContext) {
  return new Hono().get('/api/profit/:kind/:id', signedIn(context), validated('param', path), async (call) => {
    const card = call.req.valid('param')
    const { viewer, room } = call.var
    requireCard(viewer, card)
    return call.json(await profitFor(context, room, viewer, card))
  })
}
