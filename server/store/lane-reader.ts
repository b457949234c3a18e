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
  const { rows } = await sql<Omit<DeclaredDirection, 'bothWays'> & { bothWays: number }>`
    SELECT carrier.companyId, direction.fromPlaceId, direction.toPlaceId, direction.bothWays
    FROM json_each(${start}) AS a CROSS JOIN json_each(${finish}) AS b
    CROSS JOIN direction ON direction.fromPlaceId = a.value AND direction.toPlaceId = b.value
    JOIN carrier ON carrier.id = direction.carrierId AND carrier.companyId IS NOT NULL
    UNION ALL
    SELECT carrier.companyId, direction.fromPlaceId, direction.toPlaceId, direction.bothWays
    FROM json_each(${finish}) AS a CROSS JOIN json_each(${start}) AS b
    CROSS JOIN direction ON direction.fromPlaceId = a.value AND direction.toPlaceId = b.value AND direction.bothWays = 1
    JOIN carrier ON carrier.id = direction.carrierId AND carrier.companyId IS NOT NULL`.execute(store)
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

/** Places that stand in history or in the carrier base at all; far fewer than there are in the gazetteer. */
export async function readKnownPlaces(store: PortalStore): Promise<{ from: Set<number>; to: Set<number> }> {
  const { rows } = await sql<{ end: 'from' | 'to'; id: number }>`
    SELECT DISTINCT 'from' AS "end", fromPlaceId AS id FROM carrierLane
    UNION SELECT DISTINCT 'to', toPlaceId FROM carrierLane
    UNION SELECT DISTINCT 'from', fromPlaceId FROM direction WHERE fromPlaceId IS NOT NULL
    UNION SELECT DISTINCT 'to', toPlaceId FROM direction WHERE toPlaceId IS NOT NULL
    UNION SELECT DISTINCT 'from', toPlaceId FROM direction WHERE toPlaceId IS NOT NULL AND bothWays = 1
    UNION SELECT DISTINCT 'to', fromPlaceId FROM direction WHERE fromPlaceId IS NOT NULL AND bothWays = 1`.execute(
    store,
  )
  const ends = { from: new Set<number>(), to: new Set<number>() }
  for (const row of rows) ends[row.end].add(row.id)
  return ends
}
