import { Hono } from 'hono'
import type { LoadKind } from '../../contract/load.ts'
import type { ApiContext } from './api-context.ts'
import { mayShowNumbers } from './reveals/may-show-numbers.ts'
import { listCarriers } from './carriers/list-carriers.ts'
import type { Viewer } from './session/bearer.ts'
import type { PortalRoom } from './session/portal-room.ts'
import { requireCard, signedIn } from './signed-in.ts'
import { loadPath, validated } from './validated.ts'

/** `GET /api/loads/:kind/:id/carriers`: the whole tab, from the copy. */
export function carriersGet(context: ApiContext) {
  return new Hono().get(
    '/api/loads/:kind/:id/carriers',
    signedIn(context),
    validated('param', loadPath),
    async (call) => {
      const load = call.req.valid('param')
      const { viewer, room } = call.var
      requireCard(viewer, load)
      return call.json(await carriersFor(context, room, viewer, load, false))
    },
  )
}

/**
 * The answer of the tab for one viewer; `stale` when it rests on an earlier proof. A portal that has fallen silent
 * makes it stale as well: the copy hears of no changes then, whoever proved what.
 */
export async function carriersFor(
  context: ApiContext,
  room: PortalRoom,
  viewer: Pick<Viewer, 'roles'>,
  load: { kind: LoadKind; id: number },
  stale: boolean,
) {
  const began = performance.now()
  const answer = await listCarriers({
    store: room.store,
    gazetteer: context.gazetteer,
    distance: context.distance,
    router: context.router,
    roles: viewer.roles,
    ...load,
    now: new Date(context.now()).toISOString(),
    stale: stale || room.clients.isSilent(room.memberId),
  }).finally(() => context.figures.matched((performance.now() - began) / 1000))
  return { ...answer, mayShowNumbers: await mayShowNumbers(room.store, viewer.roles) }
}
