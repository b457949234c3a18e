import { offersOn } from '../lane-evidence.ts'
import { WEIGHTS } from '../weights.ts'
import { judged, NOTHING, type Criterion } from './criterion.ts'

/** Prices named for these very places, taken or not: O_exact. */
export const exactOffers: Criterion = ({ exact }, { nowMs }) => {
  if (exact === null) return NOTHING
  const { decayed, count, lastAgeDays } = offersOn(exact, nowMs)
  if (decayed === 0) return NOTHING
  const points = WEIGHTS.offer * decayed
  return judged([{ kind: 'offers_exact', count, lastAgeDays, from: exact.from.name, to: exact.to.name, points }])
}
