import type { CarrierFacts } from '../facts.ts'
import { decayedCount } from '../lane-evidence.ts'
import { WEIGHTS } from '../weights.ts'
import type { Criterion } from './criterion.ts'

/** The same pair of regions, whatever the cities: 0.05 · (3·D_region + O_region). */
export const region: Criterion = {
  judge: (facts) => (facts.region === null ? 0 : pointsOf(facts.region)),

  explain(facts) {
    if (facts.region === null || pointsOf(facts.region) === 0) return []
    const { fromRegion, toRegion, trips, offers } = facts.region
    return [{ kind: 'region', trips, offers, fromRegion, toRegion, points: pointsOf(facts.region) }]
  },
}

function pointsOf({ tripsDecayed, trips, offersDecayed, offers }: NonNullable<CarrierFacts['region']>): number {
  const evidence =
    WEIGHTS.trip * decayedCount(tripsDecayed, trips) + WEIGHTS.offer * decayedCount(offersDecayed, offers)
  return WEIGHTS.region * evidence
}
