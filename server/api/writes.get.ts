import { Hono } from 'hono'
import { z } from 'zod'
import { writeKey } from '../../contract/actions.ts'
import { NotFoundError } from '../errors.ts'
import { findChain, readWrite } from '../store/outbox.ts'
import type { ApiContext } from './api-context.ts'
import { signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** `GET /api/writes/:key`: where a write stands. Of the card this session was opened for, and one's own. */
export function writesGet(context: ApiContext) {
  return new Hono().get(
    '/api/writes/:key',
    signedIn(context),
    validated('param', z.object({ key: writeKey })),
    async (call) => {
      const { viewer, room } = call.var
      const chain = await findChain(room.store, call.req.valid('param').key)
      // What he wrote himself he may follow from any card: the Carrier form stands on a lead and writes to a request.
      const isOfCard = viewer.item && chain?.loadKind === viewer.item.kind && chain.loadId === viewer.item.id
      const own = isOfCard || chain?.userId === viewer.userId
      if (!chain || !own) throw new NotFoundError('There is no such write on this card')
      return call.json(await readWrite(room.store, chain))
    },
  )
}
