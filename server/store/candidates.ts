import { sql } from 'kysely'
import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import type { CarrierBaseRow } from './schema.ts'

/** Titles of companies; a company the copy does not have is absent and cannot be shown. */
export async function readCompanyTitles(
  store: PortalStore,
  companyIds: readonly number[],
): Promise<Map<number, string>> {
  const rows = await store.selectFrom('company').select(['id', 'title']).where('id', 'in', idList(companyIds)).execute()
  return new Map(rows.map((row) => [row.id, row.title]))
}

/** Entries in the carrier base by company; where a portal has two for one company, the one touched last counts. */
export async function readCarrierBases(
  store: PortalStore,
  companyIds: readonly number[],
): Promise<Map<number, CarrierBaseRow>> {
  const rows = await store
    .selectFrom('carrier')
    .selectAll()
    .where('companyId', 'in', idList(companyIds))
    .orderBy('updatedAt')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.companyId!, row]))
}

export interface KnownVehicle {
  companyId: number
  body: string | null
  capacityKg: number | null
  volumeM3: number | null
  lengthM: number | null
  /** JSON list of loading codes. */
  loading: string
  plate: string | null
}

/** Vehicles as declared in the carrier base, in the order they were written. */
export async function readDeclaredVehicles(store: PortalStore, companyIds: readonly number[]): Promise<KnownVehicle[]> {
  const rows = await store
    .selectFrom('carrier')
    .innerJoin('vehicle', 'vehicle.carrierId', 'carrier.id')
    .select([
      'carrier.companyId',
      'vehicle.body',
      'vehicle.capacityKg',
      'vehicle.volumeM3',
      'vehicle.lengthM',
      'vehicle.loading',
      'vehicle.plate',
    ])
    .where('carrier.companyId', 'in', idList(companyIds))
    .orderBy('vehicle.carrierId')
    .orderBy('vehicle.position')
    .execute()
  return rows.map((row) => ({ ...row, companyId: row.companyId! }))
}

/** What carriers' offers say of their vehicles: one a body, the largest of what was offered. */
export async function readOfferedVehicles(store: PortalStore, companyIds: readonly number[]): Promise<KnownVehicle[]> {
  const { rows } = await sql<KnownVehicle>`
    SELECT companyId, body, max(capacityKg) AS capacityKg, max(volumeM3) AS volumeM3, NULL AS lengthM, '[]' AS loading, NULL AS plate
    FROM offer WHERE companyId IN ${idList(companyIds)} AND body IS NOT NULL
    GROUP BY companyId, body ORDER BY companyId, count(*) DESC`.execute(store)
  return rows
}

/** Companies that can be reached: a phone of their own, of their contact, or a dispatcher's number. */
export async function readReachable(store: PortalStore, companyIds: readonly number[]): Promise<Set<number>> {
  const wanted = idList(companyIds)
  const { rows } = await sql<{ companyId: number }>`
    SELECT ownerId AS companyId FROM phone WHERE ownerKind = 'company' AND ownerId IN ${wanted}
    UNION
    SELECT companyId FROM carrier WHERE companyId IN ${wanted} AND (messageContact IS NOT NULL
      OR contactId IN (SELECT ownerId FROM phone WHERE ownerKind = 'contact'))`.execute(store)
  return new Set(rows.map((row) => row.companyId))
}
