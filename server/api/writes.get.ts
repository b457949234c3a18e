import { Hono } from 'hono'
import { z } from 'zod'
import { writeKey } from '../../contract/actions.ts'
import { NotFoundError } from '../errors.ts'
import { findChain, readWrite } from '../store/outbox.ts'
import type { ApiContext } from './api-context.ts'
import { signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** `GET /api/writes/:key`: where a write stands. Only of the card this session was opened for. */
export function writesGet(context: ApiContext) {
  return new Hono().get(
    '/api/writes/:key',
    signedIn(context),
    validated('param', z.object({ key: writeKey })),
    async (call) => {
      const { viewer, room } = call.var
      const chain = await findChain(room.store, call.req.valid('param').key)
      const own = chain && viewer.item && chain.loadKind === viewer.item.kind && chain.loadId === viewer.item.id
      if (!chain || !own) throw new NotFoundError('There is no such write on this card')
      return call.json(await readWrite(room.store, chain))
    },
  )
}
