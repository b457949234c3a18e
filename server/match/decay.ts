import { DAY_MS, momentMs } from './days.ts'
import { WEIGHTS } from './weights.ts'

/**
 * The moment all stored sums are counted from. It never changes: exp(-(now - at)/τ) is
 * exp((at - epoch)/τ) · exp(-(now - epoch)/τ), so a sum of the first factors can be kept and added to without
 * knowing when it will be read.
 */
export const DECAY_EPOCH_AT = '2020-01-01T00:00:00.000Z'

const EPOCH_MS = Date.parse(DECAY_EPOCH_AT)
const TAU_MS = WEIGHTS.decayDays * DAY_MS
/** Beyond this the exponential would overflow; a date so far off is a typing mistake. */
const MAX_EXPONENT = 300

/**
 * What one event adds to the stored sum of its lane. `at` is UTC ISO; an unreadable moment adds nothing. Events of
 * the future should be held back by the caller: here they would weigh more than one.
 */
export function weightAt(at: string): number {
  const ms = momentMs(at)
  return ms === null ? 0 : Math.exp(bounded((ms - EPOCH_MS) / TAU_MS))
}

/**
 * What a stored sum is to be multiplied by to be seen at a moment, milliseconds: the number of events, each decayed by
 * exp(-age/240 days); 0 for a moment that cannot be read.
 */
export function decayAt(ms: number | null): number {
  return ms === null ? 0 : Math.exp(-bounded((ms - EPOCH_MS) / TAU_MS))
}

function bounded(exponent: number): number {
  return Math.min(MAX_EXPONENT, Math.max(-MAX_EXPONENT, exponent))
}
