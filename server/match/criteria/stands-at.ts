import { ageDays, DAY_MS, momentMs } from '../days.ts'
import { truckProximity } from '../proximity.ts'
import { WEIGHTS } from '../weights.ts'
import { judged, NOTHING, UNKNOWN, type Criterion } from './criterion.ts'

/**
 * A truck seen standing near the loading place. It counts by distance and by how long it would have to have waited
 * when loading begins: seen a week before, it is gone.
 */
export const standsAt: Criterion = ({ standsAt }, { nowMs, loadingMs }) => {
  const seenMs = momentMs(standsAt?.at)
  if (standsAt === null || seenMs === null) return UNKNOWN
  const waitDays = Math.max(0, loadingMs - seenMs) / DAY_MS
  const fit = waitDays <= WEIGHTS.truckLimitDays ? Math.exp(-waitDays / WEIGHTS.truckScaleDays) : 0
  const points = WEIGHTS.truck * truckProximity(standsAt.offKm) * fit
  if (points === 0) return NOTHING
  const offKm = Math.round(standsAt.offKm)
  const age = ageDays(standsAt.at, nowMs) ?? 0
  return judged([{ kind: 'stands_at', place: standsAt.place.name, offKm, ageDays: age, points }])
}
