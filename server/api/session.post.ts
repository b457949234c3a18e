import { Hono } from 'hono'
import { sessionInput } from '../../contract/session.ts'
import { problemOf, NotAllowedError } from '../errors.ts'
import type { ApiContext } from './api-context.ts'
import { boot } from './session/boot.ts'
import { readSessionInput } from './session/posted.ts'
import { validated } from './validated.ts'

/** `POST /api/session`: after a reload the posted form is gone, and the widget boots with what the SDK knows. */
export function sessionPost(context: ApiContext) {
  return new Hono().post('/api/session', validated('json', sessionInput), async (call) => {
    const input = call.req.valid('json')
    // A member id becomes a file name further down; anything odd is nobody's.
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(input.memberId)) {
      const { problem } = problemOf(new NotAllowedError('portal_unknown', 'This portal is not connected to Reis'))
      return call.json({ state: 'refused' as const, problem })
    }
    return call.json(await boot(context, readSessionInput(input), input.widget, context.callerAddress(call)))
  })
}
