import { sql } from 'kysely'
import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import type { CarrierBaseRow } from './schema.ts'

/** What an entry of the carrier base tells of where his trucks are. */
export interface PlacesTold extends Pick<
  CarrierBaseRow,
  'nowPlaceId' | 'nowAt' | 'freePlaceId' | 'freeOn' | 'homePlaceId'
> {
  companyId: number
}

const COLUMNS = sql.raw(`SELECT companyId, nowPlaceId, nowAt, freePlaceId, freeOn, homePlaceId FROM carrier`)

/** Of every entry of a company, the one touched last at the end. */
export async function readPlacesTold(store: PortalStore): Promise<PlacesTold[]> {
  const { rows } = await sql<PlacesTold>`
    ${COLUMNS} WHERE companyId IS NOT NULL ORDER BY updatedAt, id`.execute(store)
  return rows
}

export async function readPlacesToldBy(store: PortalStore, companyIds: readonly number[]): Promise<PlacesTold[]> {
  const { rows } = await sql<PlacesTold>`
    ${COLUMNS} WHERE companyId IN ${idList(companyIds)} ORDER BY updatedAt, id`.execute(store)
  return rows
}
