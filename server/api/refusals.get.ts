import { Hono } from 'hono'
import { z } from 'zod'
import { cardKind } from '../../contract/card.ts'
import type { ApiContext } from './api-context.ts'
import { refusalCardFor } from './refusals/refusal-card-for.ts'
import { requireCard, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

const cardPath = z.object({ kind: cardKind, id: z.coerce.number().int().positive() })

/** `GET /api/refusals/:kind/:id`: the widget in a card. */
export function refusalsGet(context: ApiContext) {
  return new Hono().get('/api/refusals/:kind/:id', signedIn(context), validated('param', cardPath), async (call) => {
    const card = call.req.valid('param')
    const { viewer, room } = call.var
    requireCard(viewer, card)
    return call.json(await refusalCardFor(context, room, viewer, card))
  })
}
