import type { Reason } from '../../../contract/carriers.ts'
import { offersOn } from '../lane-evidence.ts'
import { proximity } from '../proximity.ts'
import { WEIGHTS } from '../weights.ts'
import { judged, type Criterion } from './criterion.ts'

/** Prices named for lanes with both ends near the load's ends, a line per lane: 0.7 · Σ K · O. */
export const nearOffers: Criterion = ({ near }, { nowMs }) => {
  const lines: Reason[] = []
  for (const lane of near) {
    const { decayed, count, lastAgeDays } = offersOn(lane, nowMs)
    const points = WEIGHTS.near * proximity(lane.fromOffKm, lane.toOffKm) * WEIGHTS.offer * decayed
    if (points === 0) continue
    const offKm = Math.round(lane.fromOffKm + lane.toOffKm)
    lines.push({ kind: 'offers_near', count, lastAgeDays, from: lane.from.name, to: lane.to.name, offKm, points })
  }
  return judged(lines)
}
