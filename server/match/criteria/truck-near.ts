import type { CarrierFacts } from '../facts.ts'
import type { Needs } from '../needs.ts'
import { comingTruck } from './coming-truck.ts'
import type { Criterion, Points } from './criterion.ts'
import { freeAt } from './free-at.ts'
import { standsAt } from './stands-at.ts'

/** In the order of preference between equals: what the carrier told himself comes first. */
const WAYS_TO_KNOW: readonly Criterion[] = [freeAt, standsAt, comingTruck]

/** Standing here, free here and unloading our order here is most often one truck: the strongest of them counts. */
export const truckNear: Criterion = {
  judge(facts, needs) {
    let most: Points = 'unknown'
    for (const way of WAYS_TO_KNOW) {
      const points = way.judge(facts, needs)
      if (typeof points === 'number' && (most === 'unknown' || points > most)) most = points
    }
    return most
  },

  explain: (facts, needs) => strongest(facts, needs).explain(facts, needs),
}

/** Points of the truck that is there, 0 where there is none. */
export function truckPoints(facts: CarrierFacts, needs: Needs): number {
  const points = truckNear.judge(facts, needs)
  return typeof points === 'number' ? points : 0
}

function strongest(facts: CarrierFacts, needs: Needs): Criterion {
  let [best, most] = [freeAt, pointsOf(freeAt, facts, needs)]
  for (const way of WAYS_TO_KNOW) {
    const points = pointsOf(way, facts, needs)
    if (points > most) [best, most] = [way, points]
  }
  return best
}

function pointsOf(way: Criterion, facts: CarrierFacts, needs: Needs): number {
  const points = way.judge(facts, needs)
  return typeof points === 'number' ? points : 0
}
