import type { PortalStore } from './database.ts'

/** Whether a client has an open deal: all his orders live there. */
export async function isPermanentClient(store: PortalStore, clientId: number | null): Promise<boolean> {
  if (clientId === null) return false
  const row = await store
    .selectFrom('deal')
    .select('id')
    .where('companyId', '=', clientId)
    .where('semantics', '=', 'P')
    .executeTakeFirst()
  return row !== undefined
}

/** Finished trips of a client, and when the last of them was loaded. */
export async function readClientTrips(
  store: PortalStore,
  clientId: number,
): Promise<{ trips: number; lastTripAt: string | null }> {
  const row = await store
    .selectFrom('load')
    .select((read) => [
      read.fn.countAll<number>().as('trips'),
      read.fn.max(read.fn.coalesce('unloadedAt', 'loadFromAt', 'createdAt')).as('lastTripAt'),
    ])
    .where('kind', '=', 'order')
    .where('semantics', '=', 'S')
    .where('companyId', '=', clientId)
    .executeTakeFirstOrThrow()
  return { trips: Number(row.trips), lastTripAt: row.lastTripAt }
}
