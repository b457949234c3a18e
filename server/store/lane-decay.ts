const DAY_MS = 86_400_000
/** τ of the decay, in days; the matcher reads the sums with the same τ and epoch (a test holds the two together). */
const DECAY_DAYS = 240
/** Fixed, so that sums of weights stay additive: a new row is added without touching the old ones. */
const DECAY_EPOCH_AT = '2020-01-01T00:00:00.000Z'
/** Beyond this the exponential would overflow; a date so far off is a typing mistake. */
const MAX_EXPONENT = 300

/** What one trip or offer of that moment (UTC ISO) adds to `carrierLane.tripSum` or `offerSum`: exp((at − epoch) / 240 days). */
export function laneWeight(at: string): number {
  const days = (Date.parse(at) - Date.parse(DECAY_EPOCH_AT)) / DAY_MS
  if (Number.isNaN(days)) return 0
  return Math.exp(Math.min(MAX_EXPONENT, Math.max(-MAX_EXPONENT, days / DECAY_DAYS)))
}
