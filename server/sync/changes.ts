import type { Log } from '../log.ts'
import { dropChangeHints, noteChange, readChangeHints } from '../store/change-hints.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import { ENTITIES, entityOfType, type EntityName } from './entities.ts'
import { requireFullSight } from './full-sight.ts'
import { abandonedProcesses, acknowledge, takeQueuePart, type QueuePart } from './offline-queue.ts'
import { readPastLosses } from './lost-schema.ts'
import type { OpenPortalCopy, PortalCopy } from './portal-copy.ts'
import { readAgain, writeSeen, type ItemIds } from './read-again.ts'

/** Where a portal's changes come from: its offline queue, or online events where the plan has no queue. */
export type ChangesFrom = 'queue' | 'events'

export interface Changes {
  /**
   * Brings everything the portal has told of into the copy; resolves when a round that began after this call is
   * over. Rows are committed first and acknowledged after: a crash between repeats work, it loses nothing.
   * Throws PortalError when the portal does not answer, NotAllowedError when whoever installed the app may not see
   * everything any more; what was taken is taken again next time.
   */
  drain(memberId: string): Promise<void>
  /** An online event told of an item; kept until it was followed. Types that are not ours are passed over. */
  note(memberId: string, event: { entityTypeId: number; id: number; action: 'changed' | 'deleted' }): Promise<void>
}

export interface ChangesSettings {
  open: OpenPortalCopy
  /** Fields that are gone were left out of a portal's map: whoever holds the old one reads it again. */
  onMapChanged?: (memberId: string) => void
  /** Milliseconds. */
  now: () => number
  log: Log
}

const HINTS_A_ROUND = 500

export function createChanges({ open, now, log, onMapChanged }: ChangesSettings): Changes {
  const running = new Map<string, Promise<void>>()
  const waiting = new Map<string, Promise<void>>()
  /** Reservations to take up again, by portal; a portal that is absent was not looked at since we started. */
  const unfinished = new Map<string, Set<string>>()
  const iso = () => new Date(now()).toISOString()

  const apply = async (copy: PortalCopy, ids: ItemIds, asOf: string | null, hints: QueueHints = []) => {
    const seen = await readAgain(copy, ids)
    // Hidden looks like deleted: who says that something is gone must be able to see everything.
    if (seen.some(({ goneIds }) => goneIds.length > 0)) await requireFullSight(copy.client)
    const find = await copy.places.finder()
    await copy.store.transaction().execute(async (transaction) => {
      await writeSeen(transaction, seen, copy.map, find)
      await dropChangeHints(transaction, hints)
      if (asOf) await writeMeta(transaction, 'asOf', asOf)
    })
  }

  const takeUp = async (copy: PortalCopy, part: QueuePart) => {
    const open = unfinished.get(copy.memberId)!
    open.add(part.processId)
    await apply(copy, part.ids, null)
    await acknowledge(copy.client, part)
    open.delete(part.processId)
    log.debug({ memberId: copy.memberId, events: part.messageIds.length }, 'changes taken from the queue')
  }

  const drainQueue = async (copy: PortalCopy) => {
    if (!unfinished.has(copy.memberId)) unfinished.set(copy.memberId, new Set(await abandonedProcesses(copy.client)))
    for (const processId of unfinished.get(copy.memberId)!) {
      const part = await takeQueuePart(copy.client, copy.map, processId)
      if (part) await takeUp(copy, part)
      else unfinished.get(copy.memberId)!.delete(processId)
    }
    for (;;) {
      const began = iso()
      const part = await takeQueuePart(copy.client, copy.map)
      if (!part) return writeMeta(copy.store, 'asOf', began)
      await takeUp(copy, part)
    }
  }

  const drainHints = async (copy: PortalCopy) => {
    for (;;) {
      const began = iso()
      const hints = await readChangeHints(copy.store, HINTS_A_ROUND)
      const ids: ItemIds = new Map()
      for (const entity of ENTITIES) {
        const own = hints.filter((hint) => hint.entity === entity).map((hint) => hint.id)
        if (own.length) ids.set(entity, new Set(own))
      }
      await apply(copy, ids, hints.length < HINTS_A_ROUND ? began : null, hints)
      if (hints.length < HINTS_A_ROUND) return
    }
  }

  const drainCopy = async (copy: PortalCopy) => {
    const from = await readMeta<ChangesFrom>(copy.store, 'changesFrom')
    await drainHints(copy)
    if (from === 'queue') await drainQueue(copy)
  }
  const drainOnce = (memberId: string) => readPastLosses(open, memberId, log, drainCopy, onMapChanged)

  const begin = (memberId: string): Promise<void> => {
    const round = drainOnce(memberId).finally(() => running.delete(memberId))
    running.set(memberId, round)
    return round
  }

  return {
    drain(memberId) {
      const current = running.get(memberId)
      if (!current) return begin(memberId)
      const next =
        waiting.get(memberId) ??
        current
          .catch(() => undefined)
          .then(() => {
            waiting.delete(memberId)
            return running.get(memberId) ?? begin(memberId)
          })
      waiting.set(memberId, next)
      return next
    },
    async note(memberId, event) {
      const copy = await open(memberId)
      const entity: EntityName | null = entityOfType(event.entityTypeId, copy.map)
      if (entity) await noteChange(copy.store, { entity, id: event.id, action: event.action, seenAt: iso() })
    },
  }
}

type QueueHints = Parameters<typeof dropChangeHints>[1]
