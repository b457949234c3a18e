const DAY_MS = 86_400_000
/** τ of the decay, in days (how long a trip or an offer keeps most of its weight). */
export const DECAY_DAYS = 240
/** Fixed, so that sums of weights stay additive: a new row is added without touching the old ones. */
export const DECAY_EPOCH = '2020-01-01T00:00:00.000Z'

/** What one trip or offer of that moment adds to `carrierLane.tripSum` or `offerSum`: exp((at − epoch) / 240 days). */
export function laneWeight(at: string): number {
  return Math.exp(daysBetween(DECAY_EPOCH, at) / DECAY_DAYS)
}

/** A stored sum seen from `now`: each addend decayed by exp(−age / 240 days). */
export function decayedSum(sum: number, now: string): number {
  return sum * Math.exp(-daysBetween(DECAY_EPOCH, now) / DECAY_DAYS)
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS
}
