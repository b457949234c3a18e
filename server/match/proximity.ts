import { WEIGHTS } from './weights.ts'

/**
 * How near a lane is to the load's lane, 0…1: exp(-(from + to)/40 km), nothing when either end is further than
 * 150 km or unreadable. Offsets are straight-line kilometres.
 */
export function proximity({ fromOffKm, toOffKm }: { fromOffKm: number; toOffKm: number }): number {
  const isNear = isWithin(fromOffKm, WEIGHTS.nearLimitKm) && isWithin(toOffKm, WEIGHTS.nearLimitKm)
  return isNear ? Math.exp(-(fromOffKm + toOffKm) / WEIGHTS.nearScaleKm) : 0
}

/** How good a truck at this distance from the loading place is, 0…1. */
export function truckProximity(offKm: number): number {
  return isWithin(offKm, WEIGHTS.truckLimitKm) ? Math.exp(-offKm / WEIGHTS.truckScaleKm) : 0
}

function isWithin(km: number, limitKm: number): boolean {
  return km >= 0 && km <= limitKm
}
