import { backoffMs } from './backoff.ts'

/** A portal that is back should not wait longer for us than this. */
const LONGEST_MS = 120_000

/**
 * A portal that does not answer is left in peace: nothing goes out for a while, then one call asks whether it is back,
 * and the pauses grow until one is answered. Times are milliseconds.
 */
export interface PortalRest {
  /** How many calls may be under way now, of `most`. */
  places(now: number, most: number): number
  /** A call goes out; what is returned is told of it later. */
  begin(): number
  /** That call was not answered. */
  silent(begun: number, now: number): void
  answered(): void
}

export function createPortalRest(random: () => number): PortalRest {
  let failures = 0
  let until = 0
  return {
    places(now, most) {
      if (now < until) return 0
      return failures > 1 ? 1 : most
    },
    begin: () => failures,
    silent(begun, now) {
      // Calls that were under way together tell of one silence.
      if (begun < failures) return
      failures += 1
      // A single lost answer says nothing of the portal.
      if (failures > 1) until = now + Math.min(LONGEST_MS, backoffMs(failures - 1, random))
    },
    answered() {
      failures = 0
      until = 0
    },
  }
}
