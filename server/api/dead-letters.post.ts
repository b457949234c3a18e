import { Hono } from 'hono'
import { deadLetterInput } from '../../contract/dead-letters.ts'
import { NotFoundError } from '../errors.ts'
import { dropLetter, sendAgain } from '../store/dead-letters.ts'
import type { ApiContext } from './api-context.ts'
import { deadLettersAnswer } from './dead-letters/dead-letters-answer.ts'
import { requireAdmin, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** `POST /api/dead-letters`: sends a refused press again or lets it go; answers with what is left. */
export function deadLettersPost(context: ApiContext) {
  return new Hono().post('/api/dead-letters', signedIn(context), validated('json', deadLetterInput), async (call) => {
    const { viewer, room } = call.var
    requireAdmin(viewer)
    const { key, action } = call.req.valid('json')
    const at = new Date(context.now()).toISOString()
    const found =
      action === 'again' ? await sendAgain(room.store, key) : await dropLetter(room.store, key, viewer.userId, at)
    if (!found) throw new NotFoundError('There is no such refused write (any more)')
    if (action === 'again') room.wakeOutbox()
    return call.json(await deadLettersAnswer(room))
  })
}
