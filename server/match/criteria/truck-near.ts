import { judged, UNKNOWN, type Criterion, type Judgement } from './criterion.ts'
import { freeAt } from './free-at.ts'
import { standsAt } from './stands-at.ts'

/** Standing here and free here is most often one truck told of twice, so the stronger of the two counts. */
export const truckNear: Criterion = (facts, needs) => {
  const standing = standsAt(facts, needs)
  const free = freeAt(facts, needs)
  if (standing.state === 'unknown' && free.state === 'unknown') return UNKNOWN
  const lines = pointsOf(standing) > pointsOf(free) ? linesOf(standing) : linesOf(free)
  return judged(lines)
}

const linesOf = (judgement: Judgement) => (judgement.state === 'judged' ? judgement.lines : [])
const pointsOf = (judgement: Judgement) => linesOf(judgement)[0]?.points ?? 0
