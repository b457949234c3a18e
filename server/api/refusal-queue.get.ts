import { Hono } from 'hono'
import { NotAllowedError } from '../errors.ts'
import type { ApiContext } from './api-context.ts'
import { refusalQueueFor } from './refusals/refusal-queue-for.ts'
import { signedIn } from './signed-in.ts'

/** `GET /api/refusals/queue`: the page «Отказы». */
export function refusalQueueGet(context: ApiContext) {
  return new Hono().get('/api/refusals/queue', signedIn(context), async (call) => {
    const { viewer, room } = call.var
    if (viewer.item !== null) throw new NotAllowedError('no_right', 'This session was opened for a card')
    return call.json(await refusalQueueFor(context, room, viewer))
  })
}
