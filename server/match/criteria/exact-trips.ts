import { tripsOn } from '../lane-evidence.ts'
import { WEIGHTS } from '../weights.ts'
import { judged, NOTHING, type Criterion } from './criterion.ts'

/** Finished orders between these very places: 3 · D_exact. */
export const exactTrips: Criterion = ({ exact }, { nowMs }) => {
  if (exact === null) return NOTHING
  const { decayed, count, lastAgeDays } = tripsOn(exact, nowMs)
  if (decayed === 0) return NOTHING
  const points = WEIGHTS.trip * decayed
  return judged([{ kind: 'trips_exact', count, lastAgeDays, from: exact.from.name, to: exact.to.name, points }])
}
