import { Hono } from 'hono'
import { refusalInput } from '../../contract/refusals.ts'
import type { ApiContext } from './api-context.ts'
import { askRefusal } from './refusals/ask.ts'
import { refusalCardFor } from './refusals/refusal-card-for.ts'
import { requireCard, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** `POST /api/refusals`: asks for a refusal; answers with the card as it stands then. */
export function refusalsPost(context: ApiContext) {
  return new Hono().post('/api/refusals', signedIn(context), validated('json', refusalInput), async (call) => {
    const input = call.req.valid('json')
    const { viewer, room } = call.var
    requireCard(viewer, input.card)
    await askRefusal(context, room, viewer.userId, input)
    return call.json(await refusalCardFor(context, room, viewer, input.card), 202)
  })
}
