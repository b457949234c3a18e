import { readEntityIds, readEntityStamps } from '../store/entity-ids.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import { createBatchSize } from './batch-size.ts'
import { ENTITY_WRITERS, readableEntities, selectFor, typeIdOf, type EntityName } from './entities.ts'
import { requireFullSight } from './full-sight.ts'
import { readMoment } from './indexers/portal-values.ts'
import { readPortalPeople, savePortalPeople } from './import-people.ts'
import type { PortalCopy } from './portal-copy.ts'
import { readAgain, writeSeen } from './read-again.ts'
import { walkPages } from './walk-pages.ts'

/** What differed, by entity: rows changed since the last time, rows we lacked, rows the portal no longer has. */
export interface Reconciled {
  entity: EntityName
  changed: number
  missing: number
  gone: number
}

export interface ReconcileOptions {
  /** Milliseconds. */
  now: () => number
  signal?: AbortSignal
}

/** The portal's clock is not ours, and a change takes a moment to show in its lists. */
const OVERLAP_MS = 10 * 60_000

/**
 * Finds what events did not tell: everything changed since the last time (by the portal's `updatedTime`), and by
 * comparing all ids what came and what went. Lost, doubled and disordered events do not change the result.
 */
export async function reconcile(copy: PortalCopy, options: ReconcileOptions): Promise<Reconciled[]> {
  const began = new Date(options.now()).toISOString()
  const last = await readMeta<string>(copy.store, 'reconciledAt')
  const since = last === null ? null : new Date(Date.parse(last) - OVERLAP_MS).toISOString()
  await requireFullSight(copy.client)
  const people = await readPortalPeople(copy.client)
  await copy.store.transaction().execute((transaction) => savePortalPeople(transaction, people))
  const result: Reconciled[] = []
  for (const entity of readableEntities(copy.map)) {
    const changed = since === null ? 0 : await followChanges(copy, entity, since, options)
    result.push({ entity, changed, ...(await compareIds(copy, entity, options)) })
  }
  await copy.store.transaction().execute(async (transaction) => {
    await writeMeta(transaction, 'reconciledAt', began)
    await writeMeta(transaction, 'asOf', began)
  })
  return result
}

async function followChanges(copy: PortalCopy, entity: EntityName, since: string, options: ReconcileOptions) {
  let changed = 0
  const find = await copy.places.finder()
  await walkPages({
    client: copy.client,
    query: {
      entityTypeId: typeIdOf(entity, copy.map),
      select: selectFor(entity, copy.map),
      filter: { '>=updatedTime': since },
    },
    afterId: 0,
    expected: null,
    // Mostly nothing has changed: begin with one page.
    size: createBatchSize(1),
    ...options,
    async onPage(items) {
      changed += await copy.store
        .transaction()
        .execute((transaction) => ENTITY_WRITERS[entity].save(transaction, items, copy.map, find))
    },
  })
  return changed
}

async function compareIds(copy: PortalCopy, entity: EntityName, options: ReconcileOptions) {
  const theirs = new Map<number, string | null>()
  const expected = (await readEntityIds(copy.store, entity)).size
  await walkPages({
    client: copy.client,
    query: { entityTypeId: typeIdOf(entity, copy.map), select: ['id', 'updatedTime'] },
    afterId: 0,
    expected,
    size: createBatchSize(),
    ...options,
    async onPage(items) {
      for (const item of items) theirs.set(Number(item.id), readMoment(item.updatedTime))
    },
  })
  const ours = await readEntityStamps(copy.store, entity)
  const missing = [...theirs.keys()].filter((id) => !ours.has(id))
  const surplus = [...ours.keys()].filter((id) => !theirs.has(id))
  // A surplus row may have been created while we were listing: the portal is asked about each before it goes.
  const seen = await readAgain(copy, new Map([[entity, new Set([...missing, ...surplus])]]))
  const find = await copy.places.finder()
  await copy.store.transaction().execute((transaction) => writeSeen(transaction, seen, copy.map, find))
  const gone = seen.flatMap((part) => part.goneIds).filter((id) => ours.has(id)).length
  await takeBack(
    copy,
    entity,
    [...theirs].flatMap(([id, at]) => (at !== null && at < (ours.get(id) ?? '') ? [id] : [])),
  )
  return { missing: missing.length, gone }
}

/**
 * The portal shows an older moment than the copy holds: its clock was put back, and what was changed since looks older
 * than what it replaced. Read again now, it counts whatever its moment.
 */
async function takeBack(copy: PortalCopy, entity: EntityName, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const seen = await readAgain(copy, new Map([[entity, new Set(ids)]]))
  const find = await copy.places.finder()
  await copy.store.transaction().execute((transaction) => writeSeen(transaction, seen, copy.map, find, true))
}
