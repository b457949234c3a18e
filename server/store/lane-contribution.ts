import { laneWeight } from './lane-decay.ts'
import type { LoadRow, OfferRow } from './schema.ts'

/** What a row adds to its carrier's history on its lane. */
export interface LaneContribution {
  fromPlaceId: number
  toPlaceId: number
  companyId: number
  kind: 'trip' | 'offer'
  /** UTC ISO. */
  at: string
  weight: number
}

/** When a trip took place, as far as the order tells. */
export function tripAt(row: LoadRow): string {
  const told = row.unloadedAt ?? row.loadedAt ?? row.loadFromAt ?? row.createdAt
  return notAfter(told, row.updatedAt)
}

/** A finished order with a carrier and both ends known is a trip; anything else adds nothing. */
export function tripOf(row: LoadRow): LaneContribution | null {
  if (row.kind !== 'order' || row.semantics !== 'S') return null
  return contribution('trip', row.fromPlaceId, row.toPlaceId, row.carrierCompanyId, tripAt(row))
}

/** Every offer with a carrier and both ends known counts, taken or not. */
export function offerOf(row: OfferRow): LaneContribution | null {
  return contribution('offer', row.fromPlaceId, row.toPlaceId, row.companyId, notAfter(row.createdAt, row.updatedAt))
}

function contribution(
  kind: LaneContribution['kind'],
  fromPlaceId: number | null,
  toPlaceId: number | null,
  companyId: number | null,
  at: string,
): LaneContribution | null {
  if (fromPlaceId === null || toPlaceId === null || companyId === null) return null
  return { kind, fromPlaceId, toPlaceId, companyId, at, weight: laneWeight(at) }
}

// Nothing can have happened after the portal's last change of the row: a mistyped year 2099 would outweigh all history.
function notAfter(at: string, limit: string): string {
  return at < limit ? at : limit
}
