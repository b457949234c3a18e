import { sql } from 'kysely'
import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'

/** What a carrier asked or was paid last. */
export interface LastRate {
  companyId: number
  minor: number
  currency: string
  vat: string | null
  at: string
  fromPlaceId: number
  toPlaceId: number
  exactLane: number
}

/** The newest rate of each company on this very lane, else on any lane. For the carriers shown, not for all candidates. */
export async function readLastRates(
  store: PortalStore,
  companyIds: readonly number[],
  lane: { fromPlaceId: number; toPlaceId: number },
): Promise<Map<number, LastRate>> {
  const wanted = idList(companyIds)
  const { rows } = await sql<LastRate>`
    WITH seen AS (
      SELECT companyId, rateMinor AS minor, rateCurrency AS currency, vat, createdAt AS at, fromPlaceId, toPlaceId
      FROM offer
      WHERE companyId IN ${wanted} AND rateMinor > 0 AND rateCurrency IS NOT NULL
        AND fromPlaceId IS NOT NULL AND toPlaceId IS NOT NULL
      UNION ALL
      SELECT carrierCompanyId, carrierRateMinor, carrierRateCurrency, carrierVat, coalesce(loadFromAt, createdAt),
             fromPlaceId, toPlaceId
      FROM load
      WHERE carrierCompanyId IN ${wanted} AND carrierRateMinor > 0 AND carrierRateCurrency IS NOT NULL
        AND kind = 'order' AND semantics = 'S' AND fromPlaceId IS NOT NULL AND toPlaceId IS NOT NULL),
    ranked AS (
      SELECT *, fromPlaceId = ${lane.fromPlaceId} AND toPlaceId = ${lane.toPlaceId} AS exactLane,
             row_number() OVER (PARTITION BY companyId ORDER BY
               (fromPlaceId = ${lane.fromPlaceId} AND toPlaceId = ${lane.toPlaceId}) DESC, at DESC) AS place
      FROM seen)
    SELECT companyId, minor, currency, vat, at, fromPlaceId, toPlaceId, exactLane FROM ranked WHERE place = 1
    `.execute(store)
  return new Map(rows.map((row) => [row.companyId, row]))
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
