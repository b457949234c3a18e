import { sql } from 'kysely'
import type { PortalStore } from './database.ts'

/** What is looked at of an open request to find the one somebody speaks of. */
export interface OpenRequestRow {
  id: number
  title: string
  stage: string
  companyId: number | null
  clientTitle: string | null
  assignedById: number | null
  managerId: number | null
  logistId: number | null
  loadText: string | null
  unloadText: string | null
  fromPlaceId: number | null
  toPlaceId: number | null
  loadFromAt: string | null
  bodies: string
  weightKg: number | null
  distanceKm: number | null
  targetRateMinor: number | null
  targetRateCurrency: string | null
  excludedCompanyIds: string
}

/** Open requests, newest first: as many as people work on. */
export async function readOpenRequests(store: PortalStore, most: number): Promise<OpenRequestRow[]> {
  const { rows } = await sql<OpenRequestRow>`
    SELECT load.id, load.title, stage, load.companyId, company.title AS clientTitle, load.assignedById, managerId, logistId,
      loadText, unloadText, fromPlaceId, toPlaceId, loadFromAt, bodies, weightKg, distanceKm, targetRateMinor,
      targetRateCurrency, excludedCompanyIds
    FROM load INDEXED BY openRequest LEFT JOIN company ON company.id = load.companyId
    WHERE kind = 'request' AND semantics = 'P' ORDER BY load.id DESC LIMIT ${most}`.execute(store)
  return rows
}

/** Lanes a carrier has driven or offered for, and those he declares. */
export interface CarrierTies {
  lanes: { fromPlaceId: number; toPlaceId: number; trips: number; offers: number }[]
  directions: { fromPlaceId: number | null; toPlaceId: number | null; bothWays: number }[]
  /** Loads he was asked about lately, newest first. */
  asked: { loadKind: string; loadId: number }[]
}

export async function readCarrierTies(store: PortalStore, companyId: number, askedSince: string): Promise<CarrierTies> {
  const lanes = await store
    .selectFrom('carrierLane')
    .select(['fromPlaceId', 'toPlaceId', 'trips', 'offers'])
    .where('companyId', '=', companyId)
    .execute()
  const directions = await store
    .selectFrom('direction')
    .innerJoin('carrier', 'carrier.id', 'direction.carrierId')
    .select(['direction.fromPlaceId', 'direction.toPlaceId', 'direction.bothWays'])
    .where('carrier.companyId', '=', companyId)
    .execute()
  const asked = await store
    .selectFrom('attempt')
    .select(['loadKind', 'loadId'])
    .where('companyId', '=', companyId)
    .where('at', '>=', askedSince)
    .orderBy('at', 'desc')
    .execute()
  return { lanes, directions, asked }
}
