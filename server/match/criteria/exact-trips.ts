import { lastTripAgeDays, tripsOn } from '../lane-evidence.ts'
import { WEIGHTS } from '../weights.ts'
import type { Criterion } from './criterion.ts'

/** Finished orders between these very places: 3 · D_exact. */
export const exactTrips: Criterion = {
  judge: ({ exact }) => (exact === null ? 0 : WEIGHTS.trip * tripsOn(exact)),

  explain({ exact }, { nowMs }) {
    if (exact === null || tripsOn(exact) === 0) return []
    const { from, to, trips: count } = exact
    const lastAgeDays = lastTripAgeDays(exact, nowMs)
    const points = WEIGHTS.trip * tripsOn(exact)
    return [{ kind: 'trips_exact', count, lastAgeDays, from: from.name, to: to.name, points }]
  },
}
