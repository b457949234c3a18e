import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { InstallState } from '../../contract/install.ts'
import type { ApiContext } from './api-context.ts'
import { requireAdmin, signedIn } from './signed-in.ts'

const HEARTBEAT_MS = 15_000

/** `GET /api/install/progress`: the state of the fitting now and after every step, as server-sent events. */
export function installProgressGet(context: ApiContext) {
  return new Hono().get('/api/install/progress', signedIn(context), async (call) => {
    const { viewer, room } = call.var
    requireAdmin(viewer)
    call.header('x-accel-buffering', 'no')
    return streamSSE(call, async (stream) => {
      const send = (state: InstallState) => void stream.writeSSE({ data: JSON.stringify(state) })
      const leave = context.install.watch(room.memberId, send)
      send(await context.install.state(room.memberId))
      const heartbeat = setInterval(() => void stream.write(': still here\n\n'), HEARTBEAT_MS)
      // Who has left already is not told of it again.
      if (!stream.aborted) await new Promise<void>((resolve) => stream.onAbort(resolve))
      clearInterval(heartbeat)
      leave()
    })
  })
}
