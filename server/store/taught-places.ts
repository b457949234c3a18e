import type { PortalStore } from './database.ts'

/** Texts that people of this portal have resolved once: text, normalised as the resolver does it → place id. */
export async function listTaughtPlaces(store: PortalStore): Promise<Map<string, number>> {
  const rows = await store.selectFrom('taughtPlace').select(['text', 'placeId']).execute()
  return new Map(rows.map((row) => [row.text, row.placeId]))
}

/** Remembers a choice for a normalised text. The newest choice counts. */
export async function teachPlace(
  store: PortalStore,
  taught: { text: string; placeId: number; byUserId: number; at: string },
): Promise<void> {
  await store
    .insertInto('taughtPlace')
    .values(taught)
    .onConflict((conflict) => conflict.column('text').doUpdateSet(taught))
    .execute()
}
