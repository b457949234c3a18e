import { sql } from 'kysely'
import type { PortalStore } from './database.ts'

const ids = (list: Iterable<number>) => JSON.stringify([...list])

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

/** History of all companies on all lanes that start at one of `from` and end at one of `to`. */
export async function readLanes(
  store: PortalStore,
  from: Iterable<number>,
  to: Iterable<number>,
): Promise<LaneOfCompany[]> {
  // CROSS JOIN fixes the order: the two short lists lead, the primary key answers each pair.
  const { rows } = await sql<LaneOfCompany>`
    SELECT lane.fromPlaceId, lane.toPlaceId, lane.companyId, lane.trips, lane.tripSum, lane.lastTripAt,
           lane.offers, lane.offerSum, lane.lastOfferAt
    FROM (SELECT value AS id FROM json_each(${ids(from)})
          WHERE EXISTS (SELECT 1 FROM carrierLane WHERE fromPlaceId = value)) AS start
    CROSS JOIN json_each(${ids(to)}) AS finish
    CROSS JOIN carrierLane AS lane ON lane.fromPlaceId = start.id AND lane.toPlaceId = finish.value`.execute(store)
  return rows
}

/** A lane that a carrier says he runs, as declared. */
export interface DeclaredDirection {
  companyId: number
  fromPlaceId: number
  toPlaceId: number
  bothWays: boolean
}

/** Directions from one of `from` to one of `to`, and those declared both ways that run the other way round. */
export async function readDirections(
  store: PortalStore,
  from: Iterable<number>,
  to: Iterable<number>,
): Promise<DeclaredDirection[]> {
  const start = ids(from)
  const finish = ids(to)
  // The plus keeps the second list out of the index: far fewer directions start here than there are pairs of places.
  const { rows } = await sql<Omit<DeclaredDirection, 'bothWays'> & { bothWays: number }>`
    SELECT carrier.companyId, direction.fromPlaceId, direction.toPlaceId, direction.bothWays
    FROM direction JOIN carrier ON carrier.id = direction.carrierId AND carrier.companyId IS NOT NULL
    WHERE direction.fromPlaceId IN (SELECT value FROM json_each(${start}))
      AND +direction.toPlaceId IN (SELECT value FROM json_each(${finish}))
    UNION ALL
    SELECT carrier.companyId, direction.fromPlaceId, direction.toPlaceId, direction.bothWays
    FROM direction JOIN carrier ON carrier.id = direction.carrierId AND carrier.companyId IS NOT NULL
    WHERE direction.fromPlaceId IN (SELECT value FROM json_each(${finish}))
      AND +direction.toPlaceId IN (SELECT value FROM json_each(${start})) AND direction.bothWays = 1`.execute(store)
  return rows.map((row) => ({ ...row, bothWays: row.bothWays === 1 }))
}

/** Companies whose truck stands, or will be free, at one of these places. */
export async function readCompaniesAt(store: PortalStore, places: Iterable<number>): Promise<number[]> {
  const near = ids(places)
  const { rows } = await sql<{ companyId: number }>`
    SELECT companyId FROM carrier WHERE companyId IS NOT NULL AND nowPlaceId IN (SELECT value FROM json_each(${near}))
    UNION
    SELECT companyId FROM carrier WHERE companyId IS NOT NULL AND freePlaceId IN (SELECT value FROM json_each(${near}))
    `.execute(store)
  return rows.map((row) => row.companyId)
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
  from: Iterable<number>,
  to: Iterable<number>,
  since: string,
): Promise<RateOnLane[]> {
  // The aggregates know which of the many pairs of places are lanes at all. Unless told, the planner reads every order
  // for each lane.
  const { rows } = await sql<RateOnLane>`
    WITH lane AS MATERIALIZED (
      SELECT DISTINCT seen.fromPlaceId, seen.toPlaceId
      FROM (SELECT value AS id FROM json_each(${ids(from)})
            WHERE EXISTS (SELECT 1 FROM carrierLane WHERE fromPlaceId = value)) AS start
      CROSS JOIN json_each(${ids(to)}) AS finish
      CROSS JOIN carrierLane AS seen ON seen.fromPlaceId = start.id AND seen.toPlaceId = finish.value)
    SELECT o.companyId, o.rateMinor AS minor, o.rateCurrency AS currency, o.vat, o.createdAt AS at,
           NULL AS distanceKm, o.fromPlaceId, o.toPlaceId, o.body
    FROM lane CROSS JOIN offer AS o ON o.fromPlaceId = lane.fromPlaceId AND o.toPlaceId = lane.toPlaceId
    WHERE o.companyId IS NOT NULL AND o.rateMinor > 0 AND o.rateCurrency IS NOT NULL AND o.createdAt >= ${since}
    UNION ALL
    SELECT l.carrierCompanyId, l.carrierRateMinor, l.carrierRateCurrency, l.carrierVat,
           coalesce(l.loadFromAt, l.createdAt), l.distanceKm, l.fromPlaceId, l.toPlaceId,
           CASE WHEN json_array_length(l.bodies) = 1 THEN json_extract(l.bodies, '$[0]') END
    FROM lane CROSS JOIN load AS l INDEXED BY loadByLane
      ON l.fromPlaceId = lane.fromPlaceId AND l.toPlaceId = lane.toPlaceId AND l.kind = 'order'
    WHERE l.semantics = 'S' AND l.carrierCompanyId IS NOT NULL AND l.carrierRateMinor > 0
      AND l.carrierRateCurrency IS NOT NULL AND l.createdAt >= ${since}`.execute(store)
  return rows
}

/** Places that stand in history at all; far fewer than there are in the gazetteer. */
export async function readKnownPlaces(store: PortalStore): Promise<{ from: Set<number>; to: Set<number> }> {
  // One step of the index for each place, instead of a walk over every row.
  const { rows } = await sql<{ ends: 'from' | 'to'; id: number }>`
    WITH RECURSIVE
      start (id) AS (SELECT min(fromPlaceId) FROM carrierLane UNION ALL
        SELECT (SELECT min(fromPlaceId) FROM carrierLane WHERE fromPlaceId > start.id) FROM start WHERE start.id IS NOT NULL),
      finish (id) AS (SELECT min(toPlaceId) FROM carrierLane UNION ALL
        SELECT (SELECT min(toPlaceId) FROM carrierLane WHERE toPlaceId > finish.id) FROM finish WHERE finish.id IS NOT NULL)
    SELECT 'from' AS ends, id FROM start WHERE id IS NOT NULL
    UNION ALL SELECT 'to', id FROM finish WHERE id IS NOT NULL`.execute(store)
  const known = { from: new Set<number>(), to: new Set<number>() }
  for (const row of rows) known[row.ends].add(row.id)
  return known
}
