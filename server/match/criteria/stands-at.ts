import { ageDays, DAY_MS, momentMs } from '../days.ts'
import type { CarrierFacts } from '../facts.ts'
import type { Needs } from '../needs.ts'
import { truckProximity } from '../proximity.ts'
import { WEIGHTS } from '../weights.ts'
import type { Criterion, Points } from './criterion.ts'

/**
 * A truck seen standing near the loading place. It counts by distance and by how long it would have to have waited
 * when loading begins: seen two weeks before, it is gone.
 */
export const standsAt: Criterion = {
  judge: pointsOf,

  explain(facts, needs) {
    const points = pointsOf(facts, needs)
    if (facts.standsAt === null || typeof points === 'string' || points === 0) return []
    const { place, offKm, at } = facts.standsAt
    const age = ageDays(at, needs.nowMs) ?? 0
    return [{ kind: 'stands_at', place: place.name, offKm: Math.round(offKm), ageDays: age, points }]
  },
}

function pointsOf({ standsAt }: CarrierFacts, { loadingMs }: Needs): Points {
  const seenMs = momentMs(standsAt?.at)
  if (standsAt === null || seenMs === null) return 'unknown'
  const waitDays = Math.max(0, loadingMs - seenMs) / DAY_MS
  const fit = waitDays <= WEIGHTS.truckLimitDays ? Math.exp(-waitDays / WEIGHTS.truckScaleDays) : 0
  return WEIGHTS.truck * truckProximity(standsAt.offKm) * fit
}
