import type { Needs } from './needs.ts'
import { WEIGHTS } from './weights.ts'

type LoadingDays = Pick<Needs, 'loadingDays' | 'today'>

/** How well a truck that is empty from a calendar day on fits the loading days, 0…1. */
export function dayFit(freeDay: number, { loadingDays, today }: LoadingDays): number {
  if (loadingDays === null) return Math.abs(freeDay - today) <= WEIGHTS.truckScaleDays ? WEIGHTS.truckUndated : 0
  if (freeDay > loadingDays.last) return freeDay === loadingDays.last + 1 ? WEIGHTS.truckDayLate : 0
  const waitDays = Math.max(0, loadingDays.first - freeDay)
  return waitDays <= WEIGHTS.truckLimitDays ? Math.exp(-waitDays / WEIGHTS.truckScaleDays) : 0
}

/** How well a truck that comes past on one day and does not wait fits them, 0…1. */
export function passingFit(day: number, { loadingDays, today }: LoadingDays): number {
  if (day < today) return 0
  if (loadingDays === null) return dayFit(day, { loadingDays, today })
  if (day >= loadingDays.first && day <= loadingDays.last) return 1
  return day === loadingDays.first - 1 || day === loadingDays.last + 1 ? WEIGHTS.truckDayLate : 0
}
