import type { Log } from '../log.ts'
import type { Registry } from '../store/database.ts'
import type { PortalStores } from '../store/portal-stores.ts'
import { listRemovedPortals, markPortalRemoved } from '../store/portals.ts'

export interface Uninstaller {
  /** The app was removed from the portal: tokens go at once, the file too when the person asked to wipe the data. */
  remove(memberId: string, wipe: boolean): Promise<void>
  /** Deletes files of portals removed more than thirty days ago. */
  purge(): Promise<void>
}

export interface UninstallerSettings {
  registry: Registry
  stores: PortalStores
  /** Milliseconds. */
  now: () => number
  log: Log
}

const SEALED_MS = 30 * 86_400_000

export function createUninstaller({ registry, stores, now, log }: UninstallerSettings): Uninstaller {
  return {
    async remove(memberId, wipe) {
      await markPortalRemoved(registry, memberId, new Date(now()).toISOString())
      await (wipe ? stores.erase(memberId) : stores.close(memberId))
      log.info({ memberId, wipe }, 'the app was removed from a portal')
    },
    async purge() {
      const until = new Date(now() - SEALED_MS).toISOString()
      for (const { memberId } of await listRemovedPortals(registry, until)) await stores.erase(memberId)
    },
  }
}
