import { sql } from 'kysely'
import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'

/** An order of ours with a carrier, as far as it tells where its truck is. Moments are UTC ISO. */
export interface OrderOnRoad {
  orderId: number
  companyId: number
  fromPlaceId: number
  toPlaceId: number
  loadFromAt: string | null
  loadedAt: string | null
  unloadByAt: string | null
  unloadedAt: string | null
  distanceKm: number | null
}

/** Orders in work that are to be unloaded at one of these places, and those unloaded there since a moment. */
export async function readOrdersEndingAt(
  store: PortalStore,
  placeIds: Iterable<number>,
  since: string,
): Promise<OrderOnRoad[]> {
  const places = JSON.stringify([...placeIds])
  // A plus keeps the places out of the index: there are more places round a city than orders on the road.
  const { rows } = await sql<OrderOnRoad>`
    WITH place AS MATERIALIZED (SELECT value FROM json_each(${places}))
    SELECT id AS orderId, carrierCompanyId AS companyId, fromPlaceId, toPlaceId, loadFromAt, loadedAt, unloadByAt,
           unloadedAt, distanceKm
    FROM load INDEXED BY runningOrder
    WHERE kind = 'order' AND semantics = 'P' AND carrierCompanyId IS NOT NULL AND fromPlaceId IS NOT NULL
      AND +toPlaceId IN place
    UNION ALL
    SELECT id, carrierCompanyId, fromPlaceId, toPlaceId, NULL, NULL, NULL, unloadedAt, NULL
    FROM load INDEXED BY unloadedOrder
    WHERE kind = 'order' AND unloadedAt >= ${since} AND carrierCompanyId IS NOT NULL AND fromPlaceId IS NOT NULL
      AND +toPlaceId IN place`.execute(store)
  // An order unloaded but not yet closed is found by both.
  return [...new Map(rows.map((row) => [row.orderId, row])).values()]
}

/** The ends of an order in work. */
export interface RunningLane {
  orderId: number
  fromPlaceId: number
  toPlaceId: number
}

/** Lanes of all orders in work that have a carrier and both ends: as many as there are trucks on the road. */
export async function readRunningLanes(store: PortalStore): Promise<RunningLane[]> {
  const { rows } = await sql<RunningLane>`
    SELECT id AS orderId, fromPlaceId, toPlaceId FROM load INDEXED BY runningOrder
    WHERE kind = 'order' AND semantics = 'P' AND carrierCompanyId IS NOT NULL
      AND toPlaceId IS NOT NULL AND fromPlaceId IS NOT NULL`.execute(store)
  return rows
}

/** What an order in work carries, and on which truck. */
export interface RunningCargo extends Omit<OrderOnRoad, 'unloadByAt' | 'distanceKm'> {
  weightKg: number | null
  volumeM3: number | null
  pallets: number | null
  partLoad: number
  vehiclePlate: string | null
  trailerPlate: string | null
}

export async function readRunningCargo(store: PortalStore, orderIds: readonly number[]): Promise<RunningCargo[]> {
  if (orderIds.length === 0) return []
  const { rows } = await sql<RunningCargo>`
    SELECT id AS orderId, carrierCompanyId AS companyId, fromPlaceId, toPlaceId, loadFromAt, loadedAt, unloadedAt,
           weightKg, volumeM3, pallets, partLoad, vehiclePlate, trailerPlate
    FROM load WHERE kind = 'order' AND id IN ${idList(orderIds)} AND carrierCompanyId IS NOT NULL`.execute(store)
  return rows
}
