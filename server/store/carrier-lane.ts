import { sql } from 'kysely'
import type { PortalStore } from './database.ts'
import type { LaneContribution } from './lane-contribution.ts'

interface Cell {
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

/**
 * Brings `carrierLane` up to date with rows that were replaced: `before` is what the old rows added, `after` what the
 * new ones add. Call it in the rows' own transaction, after they were written.
 */
export async function applyLaneChanges(
  store: PortalStore,
  before: readonly LaneContribution[],
  after: readonly LaneContribution[],
): Promise<void> {
  const cells = new Map<string, Cell>()
  for (const one of before) add(cellOf(cells, one), one, -1)
  for (const one of after) add(cellOf(cells, one), one, 1)
  if (!cells.size) return
  await upsert(store, [...cells.values()])
  if (before.length) await mendAfterRemoval(store, before)
}

function cellOf(cells: Map<string, Cell>, one: LaneContribution): Cell {
  const key = `${one.fromPlaceId} ${one.toPlaceId} ${one.companyId}`
  const known = cells.get(key)
  if (known) return known
  const { fromPlaceId, toPlaceId, companyId } = one
  const nothing = { trips: 0, tripSum: 0, lastTripAt: null, offers: 0, offerSum: 0, lastOfferAt: null }
  const made: Cell = { fromPlaceId, toPlaceId, companyId, ...nothing }
  cells.set(key, made)
  return made
}

function add(cell: Cell, one: LaneContribution, sign: 1 | -1): void {
  if (one.kind === 'trip') {
    cell.trips += sign
    cell.tripSum += sign * one.weight
    if (sign > 0) cell.lastTripAt = later(cell.lastTripAt, one.at)
  } else {
    cell.offers += sign
    cell.offerSum += sign * one.weight
    if (sign > 0) cell.lastOfferAt = later(cell.lastOfferAt, one.at)
  }
}

function later(known: string | null, at: string): string {
  return known !== null && known > at ? known : at
}

async function upsert(store: PortalStore, cells: Cell[]): Promise<void> {
  await sql`
    INSERT INTO carrierLane (fromPlaceId, toPlaceId, companyId, trips, tripSum, lastTripAt, offers, offerSum, lastOfferAt)
    SELECT value ->> 'fromPlaceId', value ->> 'toPlaceId', value ->> 'companyId', value ->> 'trips', value ->> 'tripSum',
           value ->> 'lastTripAt', value ->> 'offers', value ->> 'offerSum', value ->> 'lastOfferAt'
    FROM json_each(${JSON.stringify(cells)}) WHERE true
    ON CONFLICT DO UPDATE SET
      trips = trips + excluded.trips, tripSum = tripSum + excluded.tripSum,
      offers = offers + excluded.offers, offerSum = offerSum + excluded.offerSum,
      lastTripAt = CASE WHEN excluded.lastTripAt > coalesce(lastTripAt, '') THEN excluded.lastTripAt ELSE lastTripAt END,
      lastOfferAt = CASE WHEN excluded.lastOfferAt > coalesce(lastOfferAt, '') THEN excluded.lastOfferAt ELSE lastOfferAt END
  `.execute(store)
}

/**
 * A maximum cannot be subtracted: where the row that held it may have gone, it is read anew. A cell without rows is
 * dropped, and a count of zero takes the rounding that is left of its sum with it.
 */
async function mendAfterRemoval(store: PortalStore, removed: readonly LaneContribution[]): Promise<void> {
  const touched = JSON.stringify(removed.map((one) => [one.fromPlaceId, one.toPlaceId, one.companyId]))
  const inTouched = sql`(fromPlaceId, toPlaceId, companyId) IN
    (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${touched}))`
  await sql`DELETE FROM carrierLane WHERE ${inTouched} AND trips <= 0 AND offers <= 0`.execute(store)
  await sql`
    UPDATE carrierLane SET
      tripSum = CASE WHEN trips > 0 THEN tripSum ELSE 0 END,
      offerSum = CASE WHEN offers > 0 THEN offerSum ELSE 0 END,
      lastTripAt = CASE WHEN trips > 0 THEN (
        SELECT max(min(coalesce(unloadedAt, loadedAt, loadFromAt, createdAt), updatedAt)) FROM load
        WHERE kind = 'order' AND semantics = 'S' AND load.fromPlaceId = carrierLane.fromPlaceId
          AND load.toPlaceId = carrierLane.toPlaceId AND carrierCompanyId = carrierLane.companyId) END,
      lastOfferAt = CASE WHEN offers > 0 THEN (
        SELECT max(min(createdAt, updatedAt)) FROM offer
        WHERE offer.fromPlaceId = carrierLane.fromPlaceId AND offer.toPlaceId = carrierLane.toPlaceId
          AND offer.companyId = carrierLane.companyId) END
    WHERE ${inTouched}`.execute(store)
}
