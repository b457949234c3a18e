import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { PortalStore } from './database.ts'
import { idList, textList } from './id-list.ts'
import type { RefusalRow } from './refusal-rows.ts'
import type { PortalDatabase } from './schema.ts'

type Store = PortalStore | Transaction<PortalDatabase>
export type RefusalStepRow = Omit<PortalDatabase['refusalStep'], 'id'>

/** Enters a new refusal; false when its card has an open one already. */
export async function addRefusal(store: Store, row: RefusalRow): Promise<boolean> {
  const open = row.state === 'waiting' ? await findOpenRefusal(store, row.cardKind, row.cardId) : null
  if (open) return false
  await store.insertInto('refusal').values(row).execute()
  return true
}

export async function findRefusal(store: Store, key: string): Promise<RefusalRow | null> {
  return (await store.selectFrom('refusal').selectAll().where('key', '=', key).executeTakeFirst()) ?? null
}

export async function findOpenRefusal(
  store: Store,
  cardKind: RefusalRow['cardKind'],
  cardId: number,
): Promise<RefusalRow | null> {
  const row = await store
    .selectFrom('refusal')
    .selectAll()
    .where('cardKind', '=', cardKind)
    .where('cardId', '=', cardId)
    .where('state', 'in', ['waiting', 'questioned'])
    .executeTakeFirst()
  return row ?? null
}

/** All refusals of one card, newest first. */
export async function listRefusalsOf(store: Store, cardKind: string, cardId: number): Promise<RefusalRow[]> {
  return store
    .selectFrom('refusal')
    .selectAll()
    .where('cardKind', '=', cardKind as RefusalRow['cardKind'])
    .where('cardId', '=', cardId)
    .orderBy('askedAt', 'desc')
    .limit(20)
    .execute()
}

/** Everything nobody has decided yet, oldest first. */
export async function listOpenRefusals(store: Store): Promise<RefusalRow[]> {
  return store
    .selectFrom('refusal')
    .selectAll()
    .where('state', 'in', ['waiting', 'questioned'])
    .orderBy('askedAt')
    .orderBy('key')
    .execute()
}

/** Refusals asked within these moments (UTC ISO), oldest first; for the report. */
export async function listRefusalsBetween(store: Store, fromAt: string, toAt: string): Promise<RefusalRow[]> {
  return store
    .selectFrom('refusal')
    .selectAll()
    .where('askedAt', '>=', fromAt)
    .where('askedAt', '<', toAt)
    .orderBy('askedAt')
    .execute()
}

/** The newest refusal that lets this card be lost and has not closed it yet. */
export async function findUnusedRefusal(store: Store, cardKind: string, cardId: number): Promise<RefusalRow | null> {
  const row = await store
    .selectFrom('refusal')
    .selectAll()
    .where('cardKind', '=', cardKind as RefusalRow['cardKind'])
    .where('cardId', '=', cardId)
    .where('state', 'in', ['approved', 'recorded'])
    .where('usedAt', 'is', null)
    .orderBy('askedAt', 'desc')
    .executeTakeFirst()
  return row ?? null
}

/**
 * Writes what a step has made of a refusal, unless somebody was faster: false when it is not in the version any more
 * that the step was taken from.
 */
export async function saveSteppedRefusal(
  store: Store,
  key: string,
  fromVersion: number,
  change: Partial<RefusalRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await store
    .updateTable('refusal')
    .set(change)
    .where('key', '=', key)
    .where('version', '=', fromVersion)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function markRefusalUsed(store: Store, key: string, at: string): Promise<void> {
  await store.updateTable('refusal').set({ usedAt: at }).where('key', '=', key).execute()
}

export async function addRefusalStep(store: Store, row: RefusalStepRow): Promise<void> {
  await store.insertInto('refusalStep').values(row).execute()
}

/** What a press has done, if it has. */
export async function findRefusalStep(store: Store, key: string): Promise<RefusalStepRow | null> {
  return (await store.selectFrom('refusalStep').selectAll().where('key', '=', key).executeTakeFirst()) ?? null
}

/** Steps by refusal, in the order they were taken. */
export async function readRefusalSteps(store: Store, keys: readonly string[]): Promise<Map<string, RefusalStepRow[]>> {
  const rows = keys.length
    ? await store.selectFrom('refusalStep').selectAll().where('refusalKey', 'in', keys).orderBy('id').execute()
    : []
  const byKey = new Map<string, RefusalStepRow[]>()
  for (const row of rows) {
    const own = byKey.get(row.refusalKey)
    if (own) own.push(row)
    else byKey.set(row.refusalKey, [row])
  }
  return byKey
}

/** How many of these refusals went up because nobody was there to decide. */
export async function countLifted(store: Store, keys: readonly string[]): Promise<number> {
  const { count } = await store
    .selectFrom('refusalStep')
    .select((read) => read.fn.count<number>('refusalKey').distinct().as('count'))
    .where('action', '=', 'lift')
    .where('refusalKey', 'in', textList(keys))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Keeps what somebody saw, once however many saw it; returns its id. */
export async function keepEvidence(store: Store, seen: unknown): Promise<string> {
  const text = JSON.stringify(seen)
  const id = createHash('sha256').update(text).digest('hex').slice(0, 32)
  await store
    .insertInto('refusalEvidence')
    .values({ id, seen: text })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return id
}

export async function readEvidence(store: Store, ids: readonly string[]): Promise<Map<string, unknown>> {
  if (ids.length === 0) return new Map()
  const rows = await store.selectFrom('refusalEvidence').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, JSON.parse(row.seen) as unknown]))
}

/** How many refusals each of these clients has had that were not taken back. */
export async function countRefusalsOf(store: Store, clientIds: readonly number[]): Promise<Map<number, number>> {
  const rows = await store
    .selectFrom('refusal')
    .select(['clientId', (read) => read.fn.countAll<number>().as('count')])
    .where('clientId', 'in', idList(clientIds))
    .where('state', 'in', ['recorded', 'approved'])
    .groupBy('clientId')
    .execute()
  return new Map(rows.map((row) => [row.clientId!, Number(row.count)]))
}
