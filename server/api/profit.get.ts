import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiContext } from './api-context.ts'
import { profitFor } from './profit/profit-for.ts'
import { requireCard, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

const path = z.object({ kind: z.enum(['deal', 'order']), id: z.coerce.number().int().positive() })

/** Of net revenue: the margin that the most a carrier may ask is to leave. */
const query = z.object({ share: z.coerce.number().min(-1).max(0.99).optional() })

/** `GET /api/profit/:kind/:id`: what a deal's orders, or one order, earn. `?share=0.15`: what a carrier may ask for that margin. */
export function profitGet(context: ApiContext) {
  return new Hono().get(
    '/api/profit/:kind/:id',
    signedIn(context),
    validated('param', path),
    validated('query', query),
    async (call) => {
      const card = call.req.valid('param')
      const { viewer, room } = call.var
      requireCard(viewer, card)
      return call.json(await profitFor(context, room, viewer, card, call.req.valid('query').share))
    },
  )
}
