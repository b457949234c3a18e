import type { Reason } from '../../../contract/carriers.ts'
import { tripsOn } from '../lane-evidence.ts'
import { proximity } from '../proximity.ts'
import { WEIGHTS } from '../weights.ts'
import { judged, type Criterion } from './criterion.ts'

/** Finished orders with both ends near the load's ends, a line per lane: 0.7 · Σ K · 3D. */
export const nearTrips: Criterion = ({ near }, { nowMs }) => {
  const lines: Reason[] = []
  for (const lane of near) {
    const { decayed, count, lastAgeDays } = tripsOn(lane, nowMs)
    const points = WEIGHTS.near * proximity(lane.fromOffKm, lane.toOffKm) * WEIGHTS.trip * decayed
    if (points === 0) continue
    const offKm = Math.round(lane.fromOffKm + lane.toOffKm)
    lines.push({ kind: 'trips_near', count, lastAgeDays, from: lane.from.name, to: lane.to.name, offKm, points })
  }
  return judged(lines)
}
