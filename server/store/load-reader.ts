import { sql } from 'kysely'
import type { PortalStore } from './database.ts'
import type { LoadRow } from './schema.ts'

/** The copy of one request or order; null when the copy does not have it (yet). */
export async function readLoadRow(store: PortalStore, kind: LoadRow['kind'], id: number): Promise<LoadRow | null> {
  const row = await store
    .selectFrom('load')
    .selectAll()
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** The company a request or an order is for; null where the card names none. */
export async function readClientOf(store: PortalStore, kind: LoadRow['kind'], id: number): Promise<number | null> {
  const row = await store
    .selectFrom('load')
    .select('companyId')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.companyId ?? null
}

/** Kilometres that people wrote in finished orders of this lane, newest first; the best source of a road distance. */
export async function drivenDistancesKm(
  store: PortalStore,
  fromPlaceId: number,
  toPlaceId: number,
  limit = 21,
): Promise<number[]> {
  // Ids grow with time. Unless told, the planner walks through all orders.
  const { rows } = await sql<{ distanceKm: number }>`
    SELECT distanceKm FROM load INDEXED BY drivenLane
    WHERE fromPlaceId = ${fromPlaceId} AND toPlaceId = ${toPlaceId} AND kind = 'order' AND semantics = 'S' AND distanceKm > 0
    ORDER BY id DESC LIMIT ${limit}`.execute(store)
  return rows.map((row) => row.distanceKm)
}

/** Changes whenever a load or the offers made for it do; cheap enough to be asked after every look at the portal. */
export async function readLoadFingerprint(store: PortalStore, kind: LoadRow['kind'], id: number): Promise<string> {
  const load = await store
    .selectFrom('load')
    .select('updatedAt')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst()
  const offers = await store
    .selectFrom('offer')
    .select((select) => [select.fn.countAll<number>().as('count'), select.fn.max('updatedAt').as('newest')])
    .where(kind === 'request' ? 'requestId' : 'orderId', '=', id)
    .executeTakeFirstOrThrow()
  return `${load?.updatedAt} ${offers.count} ${offers.newest}`
}

/** Requests somebody may be about to open. */
export async function readNewestOpenLoads(
  store: PortalStore,
  limit: number,
): Promise<{ kind: LoadRow['kind']; id: number }[]> {
  return store
    .selectFrom('load')
    .select(['kind', 'id'])
    .where('kind', '=', 'request')
    .where('semantics', '=', 'P')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
