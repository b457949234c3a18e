import type { Reason } from '../../../contract/carriers.ts'
import type { LaneHistory } from '../facts.ts'
import { lastOfferAgeDays, offersOn } from '../lane-evidence.ts'
import { proximity } from '../proximity.ts'
import { WEIGHTS } from '../weights.ts'
import type { Criterion } from './criterion.ts'

/** Prices named for lanes with both ends near the load's ends, a line per lane: 0.7 · Σ K · O. */
export const nearOffers: Criterion = {
  judge({ near }) {
    let points = 0
    for (const lane of near) points += nearOfferPoints(lane)
    return points
  },

  explain({ near }, { nowMs }) {
    const lines: Reason[] = []
    for (const lane of near) {
      const points = nearOfferPoints(lane)
      if (!(points > 0)) continue
      lines.push({
        kind: 'offers_near',
        count: lane.offers,
        lastAgeDays: lastOfferAgeDays(lane, nowMs),
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
export function nearOfferPoints(lane: LaneHistory): number {
  const offers = offersOn(lane)
  return offers === 0 ? 0 : WEIGHTS.near * proximity(lane) * WEIGHTS.offer * offers
}
