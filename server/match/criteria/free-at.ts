import { dayFit } from '../day-fit.ts'
import { dayNumber } from '../days.ts'
import type { CarrierFacts } from '../facts.ts'
import type { Needs } from '../needs.ts'
import { truckProximity } from '../proximity.ts'
import { WEIGHTS } from '../weights.ts'
import type { Criterion, Points } from './criterion.ts'

/** A truck that will be free near the loading place, by distance and by how its day fits the loading days. */
export const freeAt: Criterion = {
  judge: pointsOf,

  explain(facts, needs) {
    const points = pointsOf(facts, needs)
    if (facts.freeAt === null || typeof points === 'string' || points === 0) return []
    const { place, offKm, on } = facts.freeAt
    return [{ kind: 'free_at', place: place.name, offKm: Math.round(offKm), on: on.slice(0, 10), points }]
  },
}

function pointsOf({ freeAt }: CarrierFacts, needs: Needs): Points {
  const day = dayNumber(freeAt?.on)
  if (freeAt === null || day === null) return 'unknown'
  return WEIGHTS.truck * truckProximity(freeAt.offKm) * dayFit(day, needs)
}
