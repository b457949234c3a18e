import { Hono } from 'hono'
import type { ApiContext } from '../api-context.ts'

/**
 * `POST /hooks/event`: what the portal's own servers tell us. An event is a hint: it is answered at once, and
 * whatever it sets off happens afterwards. A forged one is refused and changes nothing.
 */
export function eventPost(context: ApiContext) {
  return new Hono().post('/hooks/event', async (call) => {
    await context.limits.take('post', context.callerAddress(call))
    await context.events.receive(await call.req.text())
    return call.body(null, 200)
  })
}
