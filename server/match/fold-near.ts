import type { Reason } from '../../contract/carriers.ts'
import { nearOfferPoints } from './criteria/near-offers.ts'
import { nearTripPoints } from './criteria/near-trips.ts'
import type { LaneHistory } from './facts.ts'

/** Lanes nearby that are named; a carrier of a busy region has dozens, and nobody reads the thirtieth. */
const NAMED_LANES = 3
/** One lane too many is named rather than called the rest. */
const FEWEST_FOLDED = NAMED_LANES + 2

export interface FoldedNear {
  /** Lanes to explain one by one, in their order. */
  named: readonly LaneHistory[]
  /** What all others come to; null where none is left. */
  rest: Extract<Reason, { kind: 'near_rest' }> | null
}

/** Folds all but the strongest lanes nearby into one line, so that the lines still add up to the score. */
export function foldNear(near: readonly LaneHistory[]): FoldedNear {
  if (near.length < FEWEST_FOLDED) return { named: near, rest: null }
  const trips = near.map(nearTripPoints)
  const offers = near.map(nearOfferPoints)
  const told: number[] = []
  // Between lanes as strong as each other those that were driven are named first.
  for (let at = 0; at < near.length; at++) if (trips[at]! > 0) told.push(at)
  for (let at = 0; at < near.length; at++) if (!(trips[at]! > 0) && offers[at]! > 0) told.push(at)
  if (told.length < FEWEST_FOLDED) return { named: near, rest: null }
  told.sort((a, b) => trips[b]! + offers[b]! - (trips[a]! + offers[a]!))
  const named = told.splice(0, NAMED_LANES).sort((a, b) => a - b)
  const rest = { kind: 'near_rest' as const, lanes: told.length, trips: 0, offers: 0, points: 0 }
  for (const at of told) {
    const lane = near[at]!
    if (trips[at]! > 0) {
      rest.trips += lane.trips
      rest.points += trips[at]!
    }
    if (offers[at]! > 0) {
      rest.offers += lane.offers
      rest.points += offers[at]!
    }
  }
  return { named: named.map((at) => near[at]!), rest }
}
