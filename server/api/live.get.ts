import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { LiveEvent } from '../../contract/live.ts'
import type { ApiContext } from './api-context.ts'
import { requireCard, signedIn } from './signed-in.ts'
import { validated, loadPath } from './validated.ts'

/** Less than the half minute after which proxies on the way cut a silent connection. */
const HEARTBEAT_MS = 20_000
/** Then the widget comes again with its session, which may have ended meanwhile. */
const LONGEST_MS = 15 * 60_000

/** `GET /api/loads/:kind/:id/live`: what happens to a load while somebody looks at it, as server-sent events. */
export function liveGet(context: ApiContext) {
  return new Hono().get('/api/loads/:kind/:id/live', signedIn(context), validated('param', loadPath), (call) => {
    const { kind, id } = call.req.valid('param')
    const { viewer, room } = call.var
    requireCard(viewer, { kind, id })
    call.header('x-accel-buffering', 'no')
    return streamSSE(call, async (stream) => {
      const send = (event: LiveEvent) => void stream.writeSSE({ data: JSON.stringify(event) })
      const leave = room.live.subscribe(kind, id, send)
      // The first byte tells the browser that the stream stands.
      await stream.write(': open\n\n')
      const heartbeat = setInterval(() => void stream.write(': still here\n\n'), HEARTBEAT_MS)
      let end: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        stream.onAbort(resolve)
        end = setTimeout(resolve, LONGEST_MS)
      })
      clearTimeout(end)
      clearInterval(heartbeat)
      leave()
    })
  })
}
