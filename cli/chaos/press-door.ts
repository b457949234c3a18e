import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { ApiContext } from '../../server/api/api-context.ts'
import { acceptChain, type NewStep } from '../../server/store/outbox.ts'

export const PRESS_PATH = '/chaos/presses'

/** A press as its sender states it: any chain of commands, under a key. */
export interface Press {
  key: string
  kind: string
  steps: NewStep[]
}

/** Accepts chains as the product's own endpoints do: whole, under their keys, by who is signed in. */
export function pressDoor(api: ApiContext) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const viewer = await api.bearer.verify(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '')
      const room = await api.openRoom(viewer.memberId)
      const { key, kind, steps } = JSON.parse(await text(request)) as Press
      const acceptedAt = new Date(api.now()).toISOString()
      const chain = { key, kind, userId: viewer.userId, input: {}, loadKind: null, loadId: null, companyId: null }
      await acceptChain(room!.store, { ...chain, acceptedAt, steps })
      room!.wakeOutbox()
      response.writeHead(202).end()
    } catch (error) {
      response.writeHead((error as Error).name === 'NotAllowedError' ? 401 : 500).end()
    }
  }
}
