import { sql } from 'kysely'
import type { PortalStore } from './database.ts'

/** What one company did on one lane; sums as stored, see lane-decay. */
export interface LaneOfCompany {
  fromPlaceId: number
  toPlaceId: number
  companyId: number
  trips: number
  tripSum: number
  lastTripAt: string | null
  offers: number
  offerSum: number
  lastOfferAt: string | null
}

/** A rate somebody asked or was paid on a lane. */
export interface RateOnLane {
  companyId: number
  minor: number
  currency: string
  vat: string | null
  at: string
  distanceKm: number | null
  fromPlaceId: number
  toPlaceId: number
  body: string | null
}

/** Rates of offers and of finished orders on these lanes since a moment (UTC ISO). */
export async function readRates(
  store: PortalStore,
  lanes: readonly { fromPlaceId: number; toPlaceId: number }[],
  since: string,
): Promise<RateOnLane[]> {
  if (!lanes.length) return []
  const pairs = JSON.stringify(lanes.map(({ fromPlaceId, toPlaceId }) => [fromPlaceId, toPlaceId]))
  const lane = sql`json_each(${pairs}) AS lane`
  // CROSS JOIN: the few lanes lead. Unless told, the planner reads every order for each lane.
  const { rows } = await sql<RateOnLane>`
    SELECT o.companyId, o.rateMinor AS minor, o.rateCurrency AS currency, o.vat, o.createdAt AS at,
           NULL AS distanceKm, o.fromPlaceId, o.toPlaceId, o.body
    FROM ${lane} CROSS JOIN offer AS o INDEXED BY offerByLane
      ON o.fromPlaceId = lane.value ->> 0 AND o.toPlaceId = lane.value ->> 1 AND o.createdAt >= ${since}
    WHERE o.companyId IS NOT NULL AND o.rateMinor > 0 AND o.rateCurrency IS NOT NULL
    UNION ALL
    SELECT l.carrierCompanyId, l.carrierRateMinor, l.carrierRateCurrency, l.carrierVat,
           coalesce(l.loadFromAt, l.createdAt), l.distanceKm, l.fromPlaceId, l.toPlaceId,
           CASE WHEN json_array_length(l.bodies) = 1 THEN json_extract(l.bodies, '$[0]') END
    FROM ${lane} CROSS JOIN load AS l INDEXED BY loadByLane
      ON l.fromPlaceId = lane.value ->> 0 AND l.toPlaceId = lane.value ->> 1 AND l.kind = 'order'
      AND l.createdAt >= ${since}
    WHERE l.semantics = 'S' AND l.carrierCompanyId IS NOT NULL AND l.carrierRateMinor > 0
      AND l.carrierRateCurrency IS NOT NULL`.execute(store)
  return rows
}
