import type { PortalStore } from './database.ts'

export interface ProvedItem {
  userId: number
  entityTypeId: number
  itemId: number
}

/** Remembers that the portal has just let this person read this item. */
export async function saveProof(store: PortalStore, item: ProvedItem, at: string): Promise<void> {
  await store
    .insertInto('proof')
    .values({ ...item, at })
    .onConflict((conflict) => conflict.columns(['userId', 'entityTypeId', 'itemId']).doUpdateSet({ at }))
    .execute()
}

/** The portal has just refused: what was proved before counts no longer. */
export async function dropProof(store: PortalStore, item: ProvedItem): Promise<void> {
  await store
    .deleteFrom('proof')
    .where('userId', '=', item.userId)
    .where('entityTypeId', '=', item.entityTypeId)
    .where('itemId', '=', item.itemId)
    .execute()
}

/** Whether the portal proved this person's right to this item at or after `since` (UTC ISO). */
export async function isProved(store: PortalStore, item: ProvedItem, since: string): Promise<boolean> {
  const row = await store
    .selectFrom('proof')
    .select('at')
    .where('userId', '=', item.userId)
    .where('entityTypeId', '=', item.entityTypeId)
    .where('itemId', '=', item.itemId)
    .where('at', '>=', since)
    .executeTakeFirst()
  return row !== undefined
}
