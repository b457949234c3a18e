const FIRST_MS = 3_000
const LONGEST_MS = 10 * 60_000

/** Pause before the next try, in milliseconds: doubling from 3 s to 10 min, ±25 % so that many do not come back at once. */
export function backoffMs(attempts: number, random: () => number): number {
  const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1))
  return Math.round(base * (0.75 + random() * 0.5))
}

/** A portal may work on a request for 60 s; only later than that does a missing proof mean "not carried out". */
export const LOOK_BACK_MS = 65_000

/** With the pauses above about a day and a half; then a person must decide. */
export const MAX_ATTEMPTS = 220
