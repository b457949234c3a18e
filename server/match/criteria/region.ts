import { decayedCount } from '../lane-evidence.ts'
import { WEIGHTS } from '../weights.ts'
import { judged, NOTHING, type Criterion } from './criterion.ts'

/** The same pair of regions, whatever the cities: 0.05 · (3·D_region + O_region). */
export const region: Criterion = (facts) => {
  if (facts.region === null) return NOTHING
  const { fromRegion, toRegion, tripsDecayed, trips, offersDecayed, offers } = facts.region
  const evidence =
    WEIGHTS.trip * decayedCount(tripsDecayed, trips) + WEIGHTS.offer * decayedCount(offersDecayed, offers)
  if (evidence === 0) return NOTHING
  return judged([{ kind: 'region', trips, offers, fromRegion, toRegion, points: WEIGHTS.region * evidence }])
}
