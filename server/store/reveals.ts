import type { PortalStore } from './database.ts'
import type { PortalDatabase } from './schema.ts'

export type Reveal = Omit<PortalDatabase['reveal'], 'id'>

/** Records that a person was given one full number: who, whose, for which load, why, when. */
export async function recordReveal(store: PortalStore, reveal: Reveal): Promise<void> {
  await store.insertInto('reveal').values(reveal).execute()
}

/** How many numbers a person was given since a moment (UTC ISO): somebody who copies the whole base is noticed. */
export async function countReveals(store: PortalStore, userId: number, since: string): Promise<number> {
  const row = await store
    .selectFrom('reveal')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('userId', '=', userId)
    .where('at', '>=', since)
    .executeTakeFirstOrThrow()
  return row.count
}
