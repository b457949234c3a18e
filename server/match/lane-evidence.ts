import { daysSince } from './days.ts'
import type { LaneHistory } from './facts.ts'
import { WEIGHTS } from './weights.ts'

/** D: decayed number of finished orders on a lane. */
export function tripsOn({ tripsDecayed, trips }: LaneHistory): number {
  return decayedCount(tripsDecayed, trips)
}

/** O: decayed number of offers on a lane. */
export function offersOn({ offersDecayed, offers }: LaneHistory): number {
  return decayedCount(offersDecayed, offers)
}

export function lastTripAgeDays(lane: LaneHistory, nowMs: number): number {
  return daysSince(lane.lastTripMs, nowMs) ?? impliedAgeDays(tripsOn(lane), lane.trips)
}

export function lastOfferAgeDays(lane: LaneHistory, nowMs: number): number {
  return daysSince(lane.lastOfferMs, nowMs) ?? impliedAgeDays(offersOn(lane), lane.offers)
}

/** A decayed sum made safe: an unreadable one is nothing, and no event, even one dated ahead, counts for more than one. */
export function decayedCount(decayed: number, count: number): number {
  const isReadable = Number.isFinite(decayed) && Number.isFinite(count)
  return isReadable && decayed > 0 && count > 0 ? Math.min(decayed, count) : 0
}

/** Where the date of the last event is lost, the age that the decayed sum itself speaks of. */
function impliedAgeDays(decayed: number, count: number): number {
  return decayed > 0 ? Math.round(WEIGHTS.decayDays * (Math.log(count) - Math.log(decayed))) : 0
}
