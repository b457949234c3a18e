import { dayFit } from '../day-fit.ts'
import { dayNumber } from '../days.ts'
import type { CarrierFacts, ComingTruck } from '../facts.ts'
import type { Needs } from '../needs.ts'
import { truckProximity } from '../proximity.ts'
import { WEIGHTS } from '../weights.ts'
import type { Criterion } from './criterion.ts'

/**
 * A truck that unloads our own order near the loading place about when loading begins: nobody has to ask where it is.
 * The best of several counts.
 */
export const comingTruck: Criterion = {
  judge: (facts, needs) => (facts.soonEmpty.length === 0 ? 'unknown' : (bestComing(facts, needs)?.points ?? 0)),

  explain(facts, needs) {
    const best = bestComing(facts, needs)
    if (best === null) return []
    const { truck, points } = best
    const { orderId, from, place, offKm, on, certainty } = truck
    return [
      {
        kind: 'soon_empty',
        orderId,
        from: from.name,
        place: place.name,
        offKm: Math.round(offKm),
        on,
        certainty,
        points,
      },
    ]
  },
}

/** The truck that fits best, with its points; null where none does. */
export function bestComing({ soonEmpty }: CarrierFacts, needs: Needs): { truck: ComingTruck; points: number } | null {
  let best: { truck: ComingTruck; points: number } | null = null
  for (const truck of soonEmpty) {
    const points = comingPoints(truck, needs)
    if (points > 0 && (best === null || points > best.points)) best = { truck, points }
  }
  return best
}

/** How good one such truck is; 0 where it comes too late or too far away. */
export function comingPoints({ offKm, on, certainty }: ComingTruck, needs: Needs): number {
  const day = dayNumber(on)
  if (day === null) return 0
  const sureness = certainty === 'estimated' ? WEIGHTS.truckEstimated : 1
  return WEIGHTS.truck * truckProximity(offKm) * dayFit(day, needs) * sureness
}
