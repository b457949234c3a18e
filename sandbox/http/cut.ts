import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'

/** Cuts the connection, so that the caller cannot know what became of his request. */
export function cut(context: Context<{ Bindings: HttpBindings }>): Response {
  context.env.incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}
