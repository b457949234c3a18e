/** What a portal allows of one method, and what a page of it costs. */
export interface Allowance {
  perSecond: number
  burst: number
  /** Execution seconds in ten minutes, kept by the minute. */
  operatingSeconds: number
  pagesABatch: number
  secondsAPage: number
}

const MINUTE = 60
export const MINUTES_KEPT = 10
/** What a long import has used in each of the last minutes when the measurement begins, seconds. */
export const USED_A_MINUTE = 46

/**
 * Seconds the fastest import of so many pages takes that is never refused: each batch goes as soon as the bucket has
 * room and the method's ten minutes have, `isFree` of either limit. It begins with an empty bucket and the ten minutes used
 * up, `intoMinute` seconds after a minute began.
 */
export function fastestSeconds(
  pages: number,
  allowance: Allowance,
  isFree: { rate?: boolean; operating?: boolean } = {},
  intoMinute = 0,
) {
  const spent = new Map<number, number>()
  for (let minute = 1 - MINUTES_KEPT; minute <= 0; minute += 1) spent.set(minute, USED_A_MINUTE)
  let now = intoMinute
  let level = 0
  for (let left = pages; left > 0;) {
    const batch = Math.min(left, allowance.pagesABatch)
    const seconds = batch * allowance.secondsAPage
    if (!isFree.operating) now = afterEnough(spent, now, allowance.operatingSeconds - seconds)
    if (!isFree.rate) {
      const room = level + 1 - allowance.burst
      now = Math.max(now, room > 0 ? intoMinute + room / allowance.perSecond : 0)
      // `level` counts all drops ever; what has leaked by now is subtracted by comparing with the clock.
      level += 1
    }
    const minute = Math.floor(now / MINUTE)
    spent.set(minute, (spent.get(minute) ?? 0) + seconds)
    left -= batch
  }
  return now - intoMinute
}

/** The first moment from `now` on at which no more than `most` seconds count. */
function afterEnough(spent: Map<number, number>, now: number, most: number): number {
  for (let at = now; ; at = (Math.floor(at / MINUTE) + 1) * MINUTE) {
    const oldest = Math.floor(at / MINUTE) - MINUTES_KEPT
    let sum = 0
    for (const [minute, seconds] of spent) if (minute > oldest) sum += seconds
    if (sum <= most) return at
  }
}
