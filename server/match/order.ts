import type { CarrierFacts } from './facts.ts'
import type { Judged } from './match.ts'

/** Best first, and always the same: by score, then by the last trip on or near the lane, then by company id. */
export function byScore(a: Judged, b: Judged): number {
  return (
    b.score - a.score || newestFirst(lastTripMs(a.facts), lastTripMs(b.facts)) || a.facts.companyId - b.facts.companyId
  )
}

function newestFirst(a: number, b: number): number {
  if (a === b) return 0
  return a < b ? 1 : -1
}

function lastTripMs({ exact, near }: CarrierFacts): number {
  let last = exact?.lastTripMs ?? -Infinity
  for (const lane of near) if (lane.lastTripMs !== null && lane.lastTripMs > last) last = lane.lastTripMs
  return last
}
