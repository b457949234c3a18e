import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import type { PortalDatabase } from './schema.ts'

export type Reveal = Omit<PortalDatabase['reveal'], 'id'>

/**
 * Records that a person was given one full number: who, whose, for which load, why, when. Returns false, and records
 * nothing, when he was given `most` since that moment (UTC ISO): somebody who copies the whole base is stopped, also
 * when he asks for all of it at once.
 */
export async function recordReveal(
  store: PortalStore,
  reveal: Reveal,
  limit: { since: string; most: number },
): Promise<boolean> {
  return store.transaction().execute(async (transaction) => {
    const { count } = await transaction
      .selectFrom('reveal')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('userId', '=', reveal.userId)
      .where('at', '>=', limit.since)
      .executeTakeFirstOrThrow()
    if (count >= limit.most) return false
    await transaction.insertInto('reveal').values(reveal).execute()
    return true
  })
}

/** Newest first, behind `before` (an id). `userIds` null: of everybody. */
export async function listReveals(
  store: PortalStore,
  asked: { userIds: readonly number[] | null; before: number | null; limit: number },
): Promise<(Reveal & { id: number })[]> {
  return store
    .selectFrom('reveal')
    .selectAll()
    .$if(asked.userIds !== null, (query) => query.where('userId', 'in', idList(asked.userIds!)))
    .$if(asked.before !== null, (query) => query.where('id', '<', asked.before!))
    .orderBy('id', 'desc')
    .limit(asked.limit)
    .execute()
}

/** How many numbers each person was given since a moment (UTC ISO), the most first. */
export async function countReveals(
  store: PortalStore,
  since: string,
  userIds: readonly number[] | null,
): Promise<{ userId: number; count: number }[]> {
  const rows = await store
    .selectFrom('reveal')
    .select((read) => ['userId', read.fn.countAll<number>().as('count')])
    .where('at', '>=', since)
    .$if(userIds !== null, (query) => query.where('userId', 'in', idList(userIds!)))
    .groupBy('userId')
    .orderBy('count', 'desc')
    .execute()
  return rows.map(({ userId, count }) => ({ userId, count: Number(count) }))
}
