import type { PortalFigures } from './metrics.ts'
import type { Registry } from './store/database.ts'
import { readAsOf } from './store/meta.ts'
import { listPortals } from './store/portals.ts'
import type { PortalStores } from './store/portal-stores.ts'
import { readQueueDepth } from './store/write-steps.ts'

/** What the figures say of each installed portal, read from its own file. `now` in milliseconds. */
export async function portalFigures(
  registry: Registry,
  stores: PortalStores,
  now: () => number,
): Promise<PortalFigures[]> {
  const installed = (await listPortals(registry)).filter((portal) => portal.state === 'installed')
  return Promise.all(
    installed.map(async ({ memberId }) => {
      const store = await stores.of(memberId)
      const { length, oldestAt } = await readQueueDepth(store)
      const asOf = await readAsOf(store)
      const secondsSince = (at: string) => Math.max(0, (now() - Date.parse(at)) / 1000)
      return {
        memberId,
        queueLength: length,
        queueAgeSeconds: oldestAt === null ? 0 : secondsSince(oldestAt),
        copyLagSeconds: asOf === null ? null : secondsSince(asOf),
      }
    }),
  )
}
