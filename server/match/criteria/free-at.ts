import { dayNumber } from '../days.ts'
import type { Needs } from '../needs.ts'
import { truckProximity } from '../proximity.ts'
import { WEIGHTS } from '../weights.ts'
import { judged, NOTHING, UNKNOWN, type Criterion } from './criterion.ts'

/** A truck that will be free near the loading place, by distance and by how its day fits the loading days. */
export const freeAt: Criterion = ({ freeAt }, needs) => {
  const day = dayNumber(freeAt?.on)
  if (freeAt === null || day === null) return UNKNOWN
  const points = WEIGHTS.truck * truckProximity(freeAt.offKm) * dayFit(day, needs)
  if (points === 0) return NOTHING
  return judged([
    { kind: 'free_at', place: freeAt.place.name, offKm: Math.round(freeAt.offKm), on: freeAt.on.slice(0, 10), points },
  ])
}

function dayFit(freeDay: number, { loadingDays, today }: Needs): number {
  if (loadingDays === null) return Math.abs(freeDay - today) <= WEIGHTS.truckScaleDays ? WEIGHTS.truckUndated : 0
  if (freeDay > loadingDays.last) return freeDay === loadingDays.last + 1 ? WEIGHTS.truckDayLate : 0
  const waitDays = Math.max(0, loadingDays.first - freeDay)
  return waitDays <= WEIGHTS.truckLimitDays ? Math.exp(-waitDays / WEIGHTS.truckScaleDays) : 0
}
