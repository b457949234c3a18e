import { sql } from 'kysely'
import type { PortalStore } from './database.ts'

/** What a carrier asked or was paid last. */
export interface LastRate {
  companyId: number
  minor: number
  currency: string
  vat: string | null
  at: string
  fromPlaceId: number
  toPlaceId: number
}

type LaneEnds = { fromPlaceId: number; toPlaceId: number } | null

/** The newest rate of each company on this very lane, or on any where `lane` is null. */
export async function readLastRates(
  store: PortalStore,
  companyIds: readonly number[],
  lane: LaneEnds,
): Promise<Map<number, LastRate>> {
  const rates = [...(await newestOffers(store, companyIds, lane)), ...(await newestTrips(store, companyIds, lane))]
  const newest = new Map<number, LastRate>()
  for (const rate of rates) {
    const known = newest.get(rate.companyId)
    if (!known || known.at < rate.at) newest.set(rate.companyId, rate)
  }
  return newest
}

// One step of an index for each company: the newest row is the last one of its stretch.
async function newestOffers(store: PortalStore, companyIds: readonly number[], lane: LaneEnds): Promise<LastRate[]> {
  const newest = lane
    ? sql`INDEXED BY offerByCompanyLane WHERE fromPlaceId = ${lane.fromPlaceId} AND toPlaceId = ${lane.toPlaceId}`
    : sql`INDEXED BY offerByCompanyAt WHERE fromPlaceId IS NOT NULL AND toPlaceId IS NOT NULL`
  const { rows } = await sql<LastRate>`
    SELECT o.companyId, o.rateMinor AS minor, o.rateCurrency AS currency, o.vat, o.createdAt AS at, o.fromPlaceId, o.toPlaceId
    FROM json_each(${JSON.stringify(companyIds)}) AS wanted CROSS JOIN offer AS o ON o.id = (
      SELECT id FROM offer ${newest} AND companyId = wanted.value AND rateMinor > 0 AND rateCurrency IS NOT NULL
      ORDER BY createdAt DESC LIMIT 1)`.execute(store)
  return rows
}

async function newestTrips(store: PortalStore, companyIds: readonly number[], lane: LaneEnds): Promise<LastRate[]> {
  const newest = lane
    ? sql`INDEXED BY tripByCarrierLane WHERE fromPlaceId = ${lane.fromPlaceId} AND toPlaceId = ${lane.toPlaceId}`
    : sql`INDEXED BY tripByCarrierAt WHERE fromPlaceId IS NOT NULL AND toPlaceId IS NOT NULL`
  const { rows } = await sql<LastRate>`
    SELECT l.carrierCompanyId AS companyId, l.carrierRateMinor AS minor, l.carrierRateCurrency AS currency,
           l.carrierVat AS vat, coalesce(l.loadFromAt, l.createdAt) AS at, l.fromPlaceId, l.toPlaceId
    FROM json_each(${JSON.stringify(companyIds)}) AS wanted CROSS JOIN load AS l ON l.kind = 'order' AND l.id = (
      SELECT id FROM load ${newest} AND carrierCompanyId = wanted.value AND kind = 'order' AND semantics = 'S'
        AND carrierRateMinor > 0 AND carrierRateCurrency IS NOT NULL
      ORDER BY coalesce(loadFromAt, createdAt) DESC LIMIT 1)`.execute(store)
  return rows
}

/** An offer that already stands in the portal for one load. */
export interface OfferOnLoad {
  id: number
  companyId: number
  rateMinor: number | null
  rateCurrency: string | null
  vat: string | null
  createdAt: string
  authorId: number | null
  xmlId: string | null
}

/** Offers made for one request or order, newest first. */
export async function readOffersOnLoad(
  store: PortalStore,
  kind: 'request' | 'order',
  loadId: number,
): Promise<OfferOnLoad[]> {
  const rows = await store
    .selectFrom('offer')
    .select(['id', 'companyId', 'rateMinor', 'rateCurrency', 'vat', 'createdAt', 'authorId', 'xmlId'])
    .where(kind === 'request' ? 'requestId' : 'orderId', '=', loadId)
    .where('companyId', 'is not', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, companyId: row.companyId! }))
}
