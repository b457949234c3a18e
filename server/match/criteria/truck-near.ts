import type { Criterion, Points } from './criterion.ts'
import { freeAt } from './free-at.ts'
import { standsAt } from './stands-at.ts'

/** Standing here and free here is most often one truck told of twice, so the stronger of the two counts. */
export const truckNear: Criterion = {
  judge(facts, needs) {
    const standing = standsAt.judge(facts, needs)
    const free = freeAt.judge(facts, needs)
    if (standing === 'unknown' && free === 'unknown') return 'unknown'
    return Math.max(numberOf(standing), numberOf(free))
  },

  explain(facts, needs) {
    const isStanding = numberOf(standsAt.judge(facts, needs)) > numberOf(freeAt.judge(facts, needs))
    return (isStanding ? standsAt : freeAt).explain(facts, needs)
  },
}

function numberOf(points: Points): number {
  return typeof points === 'number' ? points : 0
}
