import type { Reason } from '../../../contract/carriers.ts'
import type { LaneHistory } from '../facts.ts'
import { lastTripAgeDays, tripsOn } from '../lane-evidence.ts'
import { proximity } from '../proximity.ts'
import { WEIGHTS } from '../weights.ts'
import type { Criterion } from './criterion.ts'

/** Finished orders with both ends near the load's ends, a line per lane: 0.7 · Σ K · 3D. */
export const nearTrips: Criterion = {
  judge({ near }) {
    let points = 0
    for (const lane of near) points += nearTripPoints(lane)
    return points
  },

  explain({ near }, { nowMs }) {
    const lines: Reason[] = []
    for (const lane of near) {
      const points = nearTripPoints(lane)
      if (!(points > 0)) continue
      lines.push({
        kind: 'trips_near',
        count: lane.trips,
        lastAgeDays: lastTripAgeDays(lane, nowMs),
        from: lane.from.name,
        to: lane.to.name,
        fromId: lane.from.id,
        toId: lane.to.id,
        offKm: Math.round(lane.fromOffKm + lane.toOffKm),
        points,
      })
    }
    return lines
  },
}

/** What the lane adds; never negative. */
export function nearTripPoints(lane: LaneHistory): number {
  const trips = tripsOn(lane)
  return trips === 0 ? 0 : WEIGHTS.near * proximity(lane) * WEIGHTS.trip * trips
}
