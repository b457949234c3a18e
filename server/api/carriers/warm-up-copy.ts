import { readNewestOpenLoads } from '../../store/load-reader.ts'
import type { ApiContext } from '../api-context.ts'
import type { Room } from '../room.ts'
import { listCarriers } from './list-carriers.ts'

const LISTS = 5

/** Makes a few lists for nobody: the copy's pages come into memory and the code is compiled before a person waits. */
export async function warmUpCopy(context: ApiContext, { store }: Room): Promise<void> {
  const { gazetteer, distance, router } = context
  const now = new Date(context.now()).toISOString()
  for (const load of await readNewestOpenLoads(store, LISTS))
    await listCarriers({ store, gazetteer, distance, router, roles: [], ...load, now, stale: false })
}
