import { sql } from 'kysely'
import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import type { LoadRow, OfferRow } from './schema.ts'

export async function readOffer(store: PortalStore, id: number): Promise<OfferRow | null> {
  return (await store.selectFrom('offer').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

/** Every offer made for a request or an order, newest first. */
export async function readOffersOfLoad(store: PortalStore, kind: LoadRow['kind'], id: number): Promise<OfferRow[]> {
  return store
    .selectFrom('offer')
    .selectAll()
    .where(kind === 'request' ? 'requestId' : 'orderId', '=', id)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** What the loads of offers are in: open or not, by `kind id`. */
export async function readOpenLoads(
  store: PortalStore,
  loads: readonly { kind: LoadRow['kind']; id: number }[],
): Promise<Set<string>> {
  const open = new Set<string>()
  for (const kind of ['request', 'order'] as const) {
    const ids = loads.filter((load) => load.kind === kind).map((load) => load.id)
    const rows = await store
      .selectFrom('load')
      .select('id')
      .where('kind', '=', kind)
      .where('id', 'in', idList(ids))
      .where('semantics', '=', 'P')
      .execute()
    for (const { id } of rows) open.add(`${kind} ${id}`)
  }
  return open
}

export interface CarrierFigures {
  offers: number
  awarded: number
  declined: number
  withdrawn: number
  trips: number
  brokenTrips: number
  lastTripAt: string | null
}

/** How a carrier's offers and trips ended. */
export async function readCarrierFigures(store: PortalStore, companyId: number): Promise<CarrierFigures> {
  const { rows } = await sql<CarrierFigures>`
    SELECT * FROM
      (SELECT count(*) AS offers, coalesce(sum(stage = 'AWARDED'), 0) AS awarded,
              coalesce(sum(stage = 'DECLINED'), 0) AS declined, coalesce(sum(stage = 'WITHDRAWN'), 0) AS withdrawn
       FROM offer WHERE companyId = ${companyId}),
      (SELECT coalesce(sum(semantics = 'S'), 0) AS trips, coalesce(sum(semantics = 'F'), 0) AS brokenTrips,
              max(CASE WHEN semantics = 'S' THEN coalesce(unloadedAt, loadFromAt, createdAt) END) AS lastTripAt
       FROM load WHERE carrierCompanyId = ${companyId} AND kind = 'order')`.execute(store)
  return rows[0]!
}

export interface CarrierLaneSummary {
  fromPlaceId: number
  toPlaceId: number
  offers: number
  trips: number
  lastMinor: number | null
  lastCurrency: string | null
  lastVat: string | null
  lastAt: string | null
}

/** The lanes a carrier named prices for or has driven, the most used first, with the newest price of each. */
export async function readCarrierLanes(
  store: PortalStore,
  companyId: number,
  limit: number,
): Promise<CarrierLaneSummary[]> {
  const { rows } = await sql<CarrierLaneSummary>`
    WITH named AS (
      SELECT fromPlaceId, toPlaceId, 1 AS offers, 0 AS trips, rateMinor AS minor, rateCurrency AS currency, vat, createdAt AS at
      FROM offer WHERE companyId = ${companyId} AND fromPlaceId IS NOT NULL AND toPlaceId IS NOT NULL
      UNION ALL
      SELECT fromPlaceId, toPlaceId, 0, 1, carrierRateMinor, carrierRateCurrency, carrierVat, coalesce(loadFromAt, createdAt)
      FROM load WHERE carrierCompanyId = ${companyId} AND kind = 'order' AND semantics = 'S'
        AND fromPlaceId IS NOT NULL AND toPlaceId IS NOT NULL),
    ranked AS (SELECT *, row_number() OVER (PARTITION BY fromPlaceId, toPlaceId ORDER BY minor IS NULL, at DESC) AS place FROM named)
    SELECT fromPlaceId, toPlaceId, sum(offers) AS offers, sum(trips) AS trips,
           max(CASE WHEN place = 1 THEN minor END) AS lastMinor, max(CASE WHEN place = 1 THEN currency END) AS lastCurrency,
           max(CASE WHEN place = 1 THEN vat END) AS lastVat, max(CASE WHEN place = 1 THEN at END) AS lastAt
    FROM ranked GROUP BY fromPlaceId, toPlaceId ORDER BY sum(offers) + sum(trips) DESC, lastAt DESC LIMIT ${limit}`.execute(
    store,
  )
  return rows
}

/** People who have recorded offers, by how many of late. */
export async function readOfferAuthors(store: PortalStore, since: string, limit: number): Promise<number[]> {
  const { rows } = await sql<{ authorId: number }>`
    SELECT authorId FROM offer WHERE createdAt >= ${since} AND authorId IS NOT NULL
    GROUP BY authorId ORDER BY count(*) DESC LIMIT ${limit}`.execute(store)
  return rows.map(({ authorId }) => authorId)
}

/** Whose entry of the carrier base this is; null where it names no company, or is not in the copy. */
export async function companyOfCarrier(store: PortalStore, carrierId: number): Promise<number | null> {
  const row = await store.selectFrom('carrier').select('companyId').where('id', '=', carrierId).executeTakeFirst()
  return row?.companyId ?? null
}
