import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import type { CarrierBaseRow, PortalDatabase } from './schema.ts'

export type DirectionRow = PortalDatabase['direction']
export type VehicleRow = PortalDatabase['vehicle']

/** One entry of the carrier base with what he declared. */
export interface CarrierRows {
  carrier: CarrierBaseRow
  directions: DirectionRow[]
  vehicles: VehicleRow[]
}

/** Enters or updates entries of the carrier base; directions and vehicles are replaced as a whole. */
export async function saveCarriers(store: PortalStore, entries: readonly CarrierRows[]): Promise<void> {
  if (!entries.length) return
  await removeDeclared(
    store,
    entries.map((entry) => entry.carrier.id),
  )
  await store
    .replaceInto('carrier')
    .values(entries.map((entry) => entry.carrier))
    .execute()
  const directions = entries.flatMap((entry) => entry.directions)
  const vehicles = entries.flatMap((entry) => entry.vehicles)
  if (directions.length) await store.insertInto('direction').values(directions).execute()
  if (vehicles.length) await store.insertInto('vehicle').values(vehicles).execute()
}

export async function removeCarriers(store: PortalStore, ids: readonly number[]): Promise<void> {
  await removeDeclared(store, ids)
  await store.deleteFrom('carrier').where('id', 'in', idList(ids)).execute()
}

async function removeDeclared(store: PortalStore, carrierIds: readonly number[]): Promise<void> {
  await store.deleteFrom('direction').where('carrierId', 'in', idList(carrierIds)).execute()
  await store.deleteFrom('vehicle').where('carrierId', 'in', idList(carrierIds)).execute()
}
