import type { PortalStore } from './database.ts'

type Table = 'company' | 'contact' | 'lead' | 'deal' | 'offer' | 'carrier'

/** Ids of everything the copy has of an entity. */
export async function readEntityIds(store: PortalStore, entity: Table | 'request' | 'order'): Promise<Set<number>> {
  if (entity === 'request' || entity === 'order') {
    const rows = await store.selectFrom('load').select('id').where('kind', '=', entity).execute()
    return new Set(rows.map((row) => row.id))
  }
  const rows = await store.selectFrom(entity).select('id').execute()
  return new Set(rows.map((row) => row.id))
}

/** When each item the copy has of an entity was last changed, by the portal's clock: UTC ISO by id. */
export async function readEntityStamps(
  store: PortalStore,
  entity: Table | 'request' | 'order',
): Promise<Map<number, string>> {
  const rows =
    entity === 'request' || entity === 'order'
      ? await store.selectFrom('load').select(['id', 'updatedAt']).where('kind', '=', entity).execute()
      : await store.selectFrom(entity).select(['id', 'updatedAt']).execute()
  return new Map(rows.map((row) => [row.id, row.updatedAt]))
}
