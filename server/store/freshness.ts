import type { PortalStore } from './database.ts'

const KEY = 'equalAt'

/** When the copy was last known equal to the portal, UTC ISO; null before the first import has ended. */
export async function readFreshness(store: PortalStore): Promise<string | null> {
  const row = await store.selectFrom('meta').select('value').where('key', '=', KEY).executeTakeFirst()
  return row?.value ?? null
}

/** All changes the portal told of have been taken over. */
export async function saveFreshness(store: PortalStore, at: string): Promise<void> {
  await store
    .insertInto('meta')
    .values({ key: KEY, value: at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: at }))
    .execute()
}
