import { momentMs } from '../days.ts'
import type { CellValues } from './cells.ts'

/**
 * What one company did on one lane, as the copy keeps it (table `carrierLane`): counts, and sums of
 * exp((at − epoch) / 240 days), see `decay.ts`. A row with no trips and no offers is a row that is gone.
 */
export interface LaneRow {
  fromPlaceId: number
  toPlaceId: number
  companyId: number
  trips: number
  tripSum: number
  /** UTC ISO; kept to the second. */
  lastTripAt: string | null
  offers: number
  offerSum: number
  lastOfferAt: string | null
}

/** A direction that a company declared; one that it declares again is the same. */
export interface DirectionRow {
  companyId: number
  fromPlaceId: number
  toPlaceId: number
  bothWays: boolean
}

export function valuesOf(row: LaneRow): CellValues {
  return {
    trips: row.trips,
    tripSum: row.tripSum,
    lastTripMs: momentMs(row.lastTripAt),
    offers: row.offers,
    offerSum: row.offerSum,
    lastOfferMs: momentMs(row.lastOfferAt),
  }
}
