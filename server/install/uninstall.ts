import type { Log } from '../log.ts'
import type { Registry } from '../store/database.ts'
import { readChosen } from '../store/chosen-settings.ts'
import type { PortalStores } from '../store/portal-stores.ts'
import { listRemovedPortals, markPortalRemoved } from '../store/portals.ts'

export interface Uninstaller {
  /** The app was removed: tokens go at once, the file too where the person, or the portal's setting, says so. */
  remove(memberId: string, wipe: boolean): Promise<void>
  /** Deletes files of portals removed longer ago than they are to be kept: thirty days, or what the portal has chosen. */
  purge(): Promise<void>
}

export interface UninstallerSettings {
  registry: Registry
  stores: PortalStores
  /** Milliseconds. */
  now: () => number
  log: Log
}

const DAY_MS = 86_400_000

export function createUninstaller({ registry, stores, now, log }: UninstallerSettings): Uninstaller {
  const keptDays = async (memberId: string) => readChosen(await stores.of(memberId), 'removedKeepDays')

  return {
    async remove(memberId, wipe) {
      await markPortalRemoved(registry, memberId, new Date(now()).toISOString())
      const erased = wipe || (stores.has(memberId) && (await keptDays(memberId)) === 0)
      await (erased ? stores.erase(memberId) : stores.close(memberId))
      log.info({ memberId, erased }, 'the app was removed from a portal')
    },
    async purge() {
      for (const { memberId, removedAt } of await listRemovedPortals(registry, new Date(now()).toISOString())) {
        if (!stores.has(memberId)) continue
        const until = Date.parse(removedAt!) + (await keptDays(memberId)) * DAY_MS
        await (until <= now() ? stores.erase(memberId) : stores.close(memberId))
      }
    },
  }
}
