import type { PortalStore } from './database.ts'

/** Texts that people of this portal have resolved once: trimmed text as it stands in the card → place id. */
export async function listTaughtPlaces(store: PortalStore): Promise<Map<string, number>> {
  const rows = await store.selectFrom('taughtPlace').select(['text', 'placeId']).execute()
  return new Map(rows.map((row) => [row.text, row.placeId]))
}

/** The newest choice counts. */
export async function teachPlace(
  store: PortalStore,
  taught: { text: string; placeId: number; byUserId: number; at: string },
): Promise<void> {
  const values = { ...taught, text: taught.text.trim() }
  await store
    .insertInto('taughtPlace')
    .values(values)
    .onConflict((conflict) => conflict.column('text').doUpdateSet(values))
    .execute()
}
