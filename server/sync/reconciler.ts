import type { Log } from '../log.ts'
import { readImportPages } from '../store/import-pages.ts'
import { ENTITIES } from './entities.ts'
import { readPastLosses } from './lost-schema.ts'
import type { OpenPortalCopy } from './portal-copy.ts'
import { reconcile, type Reconciled } from './reconcile.ts'

export interface Reconciler {
  /** One at a time for each portal; a portal whose first import is not over has nothing to compare yet. */
  run(memberId: string): Promise<Reconciled[]>
}

export interface ReconcilerSettings {
  open: OpenPortalCopy
  /** Fields that are gone were left out of a portal's map: whoever holds the old one reads it again. */
  onMapChanged?: (memberId: string) => void
  /** Milliseconds. */
  now: () => number
  log: Log
}

export function createReconciler({ open, now, log, onMapChanged }: ReconcilerSettings): Reconciler {
  const running = new Map<string, Promise<Reconciled[]>>()

  const runOnce = async (memberId: string) => {
    const copy = await open(memberId)
    const pages = await readImportPages(copy.store)
    if (!ENTITIES.every((entity) => pages.get(entity)?.finishedAt)) return []
    const result = await readPastLosses(open, memberId, log, (readable) => reconcile(readable, { now }), onMapChanged)
    const differing = result.filter((one) => one.changed + one.missing + one.gone > 0)
    log.info({ memberId, differing }, 'a portal and its copy were compared')
    return result
  }
  return {
    run(memberId) {
      const current = running.get(memberId)
      if (current) return current
      const started = runOnce(memberId).finally(() => running.delete(memberId))
      running.set(memberId, started)
      return started
    },
  }
}
