import type { Transaction } from 'kysely'
import type { Attempt } from '../../contract/carriers.ts'
import type { AttemptResult } from '../../contract/codes.ts'
import type { PortalStore } from './database.ts'
import type { PortalDatabase } from './schema.ts'

export type AttemptRow = PortalDatabase['attempt']

/** Adds one press. The same key again changes nothing: two presses of one button are one attempt. */
export async function addAttempt(store: PortalStore | Transaction<PortalDatabase>, row: AttemptRow): Promise<void> {
  await store
    .insertInto('attempt')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

/** Everything pressed on one load, newest first, with the names of those who pressed. */
export async function readAttempts(store: PortalStore, loadKind: string, loadId: number): Promise<Attempt[]> {
  return attemptsWithNames(store)
    .where('attempt.loadKind', '=', loadKind)
    .where('attempt.loadId', '=', loadId)
    .orderBy('attempt.at', 'desc')
    .orderBy('attempt.key')
    .execute()
    .then((rows) => rows.map(asAttempt))
}

/** What a carrier answered when he was called about some load. */
export interface LaneAnswer {
  attempt: Attempt
  loadKind: string
  loadId: number
}

/** Prices and refusals of all loads on a lane since a moment (UTC ISO), newest first. */
export async function readLaneAnswers(
  store: PortalStore,
  lane: { fromPlaceId: number; toPlaceId: number },
  since: string,
): Promise<LaneAnswer[]> {
  const rows = await attemptsWithNames(store)
    .innerJoin('load', (on) => on.onRef('load.kind', '=', 'attempt.loadKind').onRef('load.id', '=', 'attempt.loadId'))
    .where('load.fromPlaceId', '=', lane.fromPlaceId)
    .where('load.toPlaceId', '=', lane.toPlaceId)
    .where('attempt.result', 'in', ['wrong_direction', 'offered'])
    .where('attempt.at', '>=', since)
    .orderBy('attempt.at', 'desc')
    .orderBy('attempt.key')
    .execute()
  return rows.map((row) => ({ attempt: asAttempt(row), loadKind: row.loadKind, loadId: row.loadId }))
}

/**
 * What carriers said of a lane when they were called about other loads: the newest answer of each who said that he
 * does not run it. Who has given a price on the lane since then is not listed.
 */
export function newestRefusals(
  answers: readonly LaneAnswer[],
  load: { kind: string; id: number },
  since: string,
): Attempt[] {
  const newest = new Map<number, Attempt>()
  for (const { attempt, loadKind, loadId } of answers) {
    const isOfThisLoad = loadKind === load.kind && loadId === load.id
    if (!isOfThisLoad && attempt.at >= since && !newest.has(attempt.companyId)) newest.set(attempt.companyId, attempt)
  }
  return [...newest.values()].filter(({ result }) => result === 'wrong_direction')
}

export interface KnownAttempt {
  attempt: Attempt
  loadKind: string
  loadId: number
}

/** One attempt by its key, whoever made it. */
export async function findAttempt(store: PortalStore, key: string): Promise<KnownAttempt | null> {
  const row = await attemptsWithNames(store).where('attempt.key', '=', key).executeTakeFirst()
  return row ? { attempt: asAttempt(row), loadKind: row.loadKind, loadId: row.loadId } : null
}

function attemptsWithNames(store: PortalStore) {
  return store
    .selectFrom('attempt')
    .leftJoin('user', 'user.id', 'attempt.byUserId')
    .selectAll('attempt')
    .select(['user.name as byFirstName', 'user.lastName as byLastName'])
}

function asAttempt(row: AttemptRow & { byFirstName: string | null; byLastName: string | null }): Attempt {
  return {
    key: row.key,
    companyId: row.companyId,
    result: row.result as AttemptResult,
    byUserId: row.byUserId,
    byName: [row.byFirstName, row.byLastName].filter(Boolean).join(' '),
    at: row.at,
    until: row.until,
    comment: row.comment,
  }
}
