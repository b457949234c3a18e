import type { CarrierFacts } from './facts.ts'
import type { Judged } from './match.ts'

/**
 * Best first, and always the same: by score, then by the last trip on or near the lane, then by company id. Times
 * are UTC ISO and compare as text.
 */
export function byScore(a: Judged, b: Judged): number {
  return (
    b.score - a.score || newestFirst(lastTripAt(a.facts), lastTripAt(b.facts)) || a.facts.companyId - b.facts.companyId
  )
}

function newestFirst(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? 1 : -1
}

function lastTripAt({ exact, near }: CarrierFacts): string {
  let last = exact?.lastTripAt ?? ''
  for (const lane of near) if (lane.lastTripAt !== null && lane.lastTripAt > last) last = lane.lastTripAt
  return last
}
