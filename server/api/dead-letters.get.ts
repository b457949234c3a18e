import { Hono } from 'hono'
import type { ApiContext } from './api-context.ts'
import { deadLettersAnswer } from './dead-letters/dead-letters-answer.ts'
import { requireAdmin, signedIn } from './signed-in.ts'

/** `GET /api/dead-letters`: what was refused or given up, for the administrator. */
export function deadLettersGet(context: ApiContext) {
  return new Hono().get('/api/dead-letters', signedIn(context), async (call) => {
    requireAdmin(call.var.viewer)
    return call.json(await deadLettersAnswer(call.var.room))
  })
}
