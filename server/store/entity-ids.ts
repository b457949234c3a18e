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
