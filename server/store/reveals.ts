import type { PortalStore } from './database.ts'
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
