import type { Place } from '../../../contract/place.ts'
import { greatCircleKm } from '../../places/great-circle.ts'
import type { LaneOnTheWay } from '../facts.ts'
import { DRIVING, WEIGHTS } from '../weights.ts'

interface Lane {
  from: Place
  to: Place
}

export type Way = Pick<LaneOnTheWay, 'laneKm' | 'detourKm' | 'share'>

/** Road kilometres between two places. */
export type RoadKm = (from: Place, to: Place) => number

/** Roads where nothing is known of them: by the straight line. */
export function straightRoadKm(from: Place, to: Place): number {
  return greatCircleKm(from, to) * DRIVING.roadFactor
}

/**
 * What a load costs a truck that drives `lane`: road kilometres beyond its own way. Null where the detour is too long
 * for the load to be on the way, or it runs against it.
 */
export function wayOver(lane: Lane, load: Lane, km: RoadKm): Way | null {
  return wayBy(km(lane.from, lane.to), km(lane.from, load.from), km(load.from, load.to), km(load.to, lane.to))
}

/** The same by the roads: of the lane, and from its start to its end over both ends of the load. */
export function wayBy(laneKm: number, toLoadKm: number, loadKm: number, afterLoadKm: number): Way | null {
  // Estimates may contradict each other by some kilometres; no detour is shorter than none.
  const detourKm = Math.max(0, toLoadKm + loadKm + afterLoadKm - laneKm)
  if (!(detourKm <= detourLimitKm(laneKm))) return null
  return { laneKm, detourKm, share: loadKm / (laneKm + detourKm) }
}

/** Cheap and never too strict: whether it is worth asking for the roads. Both lengths are by the straight line. */
export function mayBeOnTheWay(
  lane: Lane,
  load: Lane,
  laneKm = greatCircleKm(lane.from, lane.to),
  loadKm = greatCircleKm(load.from, load.to),
): boolean {
  // What is left for the way to the load and from it; most trucks are told from this alone.
  const mostKm = laneKm + looseLimitKm(laneKm) - loadKm
  if (!(mostKm >= 0)) return false
  const toLoadKm = greatCircleKm(lane.from, load.from)
  return toLoadKm <= mostKm && toLoadKm + greatCircleKm(load.to, lane.to) <= mostKm
}

/** How much of a detour by the straight line may still be none by road: roads lead through cities. */
export function looseLimitKm(laneKm: number): number {
  return WEIGHTS.detourLeastKm + 2 * detourLimitKm(laneKm)
}

/** Nobody drives a day round for a short way, nor leaves a long one for more than some hours. */
export function detourLimitKm(laneKm: number): number {
  return Math.min(WEIGHTS.detourMostKm, Math.max(WEIGHTS.detourLeastKm, laneKm * WEIGHTS.detourShare))
}

/** How little of a detour it is, 0…1. */
export function detourNearness({ detourKm, laneKm }: Pick<Way, 'detourKm' | 'laneKm'>): number {
  return detourKm >= 0 ? Math.max(0, 1 - detourKm / detourLimitKm(laneKm)) || 0 : 0
}

/**
 * How good it is to take the load on this way, 0…1, beyond what the nearness of the lane's own ends says: less with
 * the detour, and for a whole truck with the empty rest of the road.
 */
export function wayWorth(lane: LaneOnTheWay, partLoad: boolean): number {
  const { detourKm, laneKm, share, nearness } = lane
  if (!partLoad && !(share >= WEIGHTS.wayLeastShare)) return 0
  const worth = detourNearness({ detourKm, laneKm }) * (partLoad ? 1 : share)
  return Math.max(0, Math.min(1, worth) - (WEIGHTS.declared / WEIGHTS.onTheWay) * nearness) || 0
}
