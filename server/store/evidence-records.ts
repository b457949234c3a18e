import { sql, type RawBuilder } from 'kysely'
import type { PortalStore } from './database.ts'

/** Which lanes are meant: pairs of places, or every lane between two sets of them but some pairs. */
export type LanesMeant =
  | { pairs: readonly (readonly [fromId: number, toId: number])[] }
  | {
      from: Iterable<number>
      to: Iterable<number>
      except: readonly (readonly [fromId: number, toId: number])[]
    }

export interface FoundRecords<Row> {
  /** Newest first. */
  rows: Row[]
  total: number
}

export interface OrderRecord {
  id: number
  fromPlaceId: number
  toPlaceId: number
  /** UTC ISO. */
  at: string
  semantics: 'P' | 'S' | 'F'
  minor: number | null
  currency: string | null
  vat: string | null
}

const ORDER_AT = sql`coalesce(unloadedAt, loadedAt, loadFromAt, createdAt)`

/** Finished orders a carrier drove on these lanes. */
export async function readOrdersOf(
  store: PortalStore,
  companyId: number,
  lanes: LanesMeant,
  limit: number,
): Promise<FoundRecords<OrderRecord>> {
  const { rows } = await sql<OrderRecord & { total: number }>`
    SELECT id, fromPlaceId, toPlaceId, ${ORDER_AT} AS at, semantics, carrierRateMinor AS minor,
           carrierRateCurrency AS currency, carrierVat AS vat, count(*) OVER () AS total
    FROM load INDEXED BY loadByCarrier
    WHERE carrierCompanyId = ${companyId} AND kind = 'order' AND semantics = 'S' AND ${onLanes(lanes)}
    ORDER BY at DESC, id DESC LIMIT ${limit}`.execute(store)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** One order of a carrier, whatever its stage; null where it is another's. */
export async function readOrderOf(store: PortalStore, companyId: number, id: number): Promise<OrderRecord | null> {
  const { rows } = await sql<OrderRecord>`
    SELECT id, fromPlaceId, toPlaceId, ${ORDER_AT} AS at, semantics, carrierRateMinor AS minor,
           carrierRateCurrency AS currency, carrierVat AS vat
    FROM load WHERE kind = 'order' AND id = ${id} AND carrierCompanyId = ${companyId}`.execute(store)
  return rows[0] ?? null
}

export interface OfferRecord {
  id: number
  fromPlaceId: number
  toPlaceId: number
  at: string
  semantics: 'P' | 'S' | 'F'
  minor: number | null
  currency: string | null
  vat: string | null
  authorId: number | null
}

/** Offers a carrier has made on these lanes, taken or not. */
export async function readOffersOf(
  store: PortalStore,
  companyId: number,
  lanes: LanesMeant,
  limit: number,
): Promise<FoundRecords<OfferRecord>> {
  const { rows } = await sql<OfferRecord & { total: number }>`
    SELECT id, fromPlaceId, toPlaceId, createdAt AS at, semantics, rateMinor AS minor, rateCurrency AS currency, vat,
           authorId, count(*) OVER () AS total
    FROM offer WHERE companyId = ${companyId} AND ${onLanes(lanes)}
    ORDER BY createdAt DESC, id DESC LIMIT ${limit}`.execute(store)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** Directions as they were typed in a carrier's entry, in their order. */
export async function readDirectionTexts(store: PortalStore, carrierId: number): Promise<string[]> {
  const rows = await store
    .selectFrom('direction')
    .select('text')
    .where('carrierId', '=', carrierId)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.text)
}

/** A company has some hundreds of records at most, so the lanes need not lead: a plus keeps them out of the index. */
function onLanes(lanes: LanesMeant): RawBuilder<boolean> {
  if ('pairs' in lanes) return sql<boolean>`(+fromPlaceId, +toPlaceId) IN ${pairList(lanes.pairs)}`
  return sql<boolean>`+fromPlaceId IN (SELECT value FROM json_each(${JSON.stringify([...lanes.from])}))
    AND +toPlaceId IN (SELECT value FROM json_each(${JSON.stringify([...lanes.to])}))
    AND (+fromPlaceId, +toPlaceId) NOT IN ${pairList(lanes.except)}`
}

function pairList(pairs: readonly (readonly [number, number])[]): RawBuilder<unknown> {
  return sql`(SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(pairs)}))`
}
