import { sql } from 'kysely'
import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'

/** An order of ours with a carrier, as far as it tells where its truck is and what room it has. Moments are UTC ISO. */
export interface OrderOnRoad {
  orderId: number
  companyId: number
  fromPlaceId: number
  toPlaceId: number | null
  /** 1: in work. */
  running: number
  loadFromAt: string | null
  loadedAt: string | null
  unloadByAt: string | null
  unloadedAt: string | null
  distanceKm: number | null
  weightKg: number | null
  volumeM3: number | null
  pallets: number | null
  partLoad: number
  vehiclePlate: string | null
  trailerPlate: string | null
}

const COLUMNS =
  sql.raw(`id AS orderId, carrierCompanyId AS companyId, fromPlaceId, toPlaceId, semantics = 'P' AS running,
  loadFromAt, loadedAt, unloadByAt, unloadedAt, distanceKm, weightKg, volumeM3, pallets, partLoad, vehiclePlate,
  trailerPlate`)
const OF_A_TRUCK = sql.raw(`kind = 'order' AND carrierCompanyId IS NOT NULL AND fromPlaceId IS NOT NULL`)

/** Orders in work, and those unloaded since a moment, closed or not. */
export async function readOrdersOnRoad(store: PortalStore, since: string): Promise<OrderOnRoad[]> {
  const { rows } = await sql<OrderOnRoad>`
    SELECT ${COLUMNS} FROM load INDEXED BY runningOrder WHERE ${OF_A_TRUCK} AND semantics = 'P'
    UNION ALL
    SELECT ${COLUMNS} FROM load INDEXED BY unloadedOrder
    WHERE ${OF_A_TRUCK} AND unloadedAt >= ${since} AND semantics <> 'P'`.execute(store)
  return rows
}

/** The same of these orders alone. */
export async function readOrdersOnRoadOf(
  store: PortalStore,
  orderIds: readonly number[],
  since: string,
): Promise<OrderOnRoad[]> {
  const { rows } = await sql<OrderOnRoad>`
    SELECT ${COLUMNS} FROM load
    WHERE ${OF_A_TRUCK} AND id IN ${idList(orderIds)} AND (semantics = 'P' OR unloadedAt >= ${since})`.execute(store)
  return rows
}
