import { ageDays } from './days.ts'
import type { LaneHistory } from './facts.ts'
import { WEIGHTS } from './weights.ts'

/** Trips or offers on one lane, as evidence. */
export interface LaneEvidence {
  /** Decayed count: never more than the count itself, whatever an event dated in the future weighs. */
  decayed: number
  count: number
  lastAgeDays: number
}

export function tripsOn(lane: LaneHistory, nowMs: number): LaneEvidence {
  return evidence(lane.tripsDecayed, lane.trips, lane.lastTripAt, nowMs)
}

export function offersOn(lane: LaneHistory, nowMs: number): LaneEvidence {
  return evidence(lane.offersDecayed, lane.offers, lane.lastOfferAt, nowMs)
}

/** A decayed sum made safe: an unreadable one is nothing, and no event counts for more than one. */
export function decayedCount(decayed: number, count: number): number {
  const isReadable = Number.isFinite(decayed) && Number.isFinite(count)
  return isReadable && decayed > 0 && count > 0 ? Math.min(decayed, count) : 0
}

function evidence(decayedRaw: number, count: number, lastAt: string | null, nowMs: number): LaneEvidence {
  const decayed = decayedCount(decayedRaw, count)
  return { decayed, count, lastAgeDays: ageDays(lastAt, nowMs) ?? impliedAgeDays(decayed, count) }
}

/** Without a date of the last event, the age that the decayed sum itself speaks of. */
function impliedAgeDays(decayed: number, count: number): number {
  return decayed > 0 ? Math.round(WEIGHTS.decayDays * Math.log(count / decayed)) : 0
}
