import type { Limits } from '../options.ts'
import { RestError } from './errors.ts'

const basketSeconds = 60
const baskets = 10

export interface Operating {
  /** Seconds spent in the last ten minutes. */
  operating: number
  /** Seconds since the epoch when the oldest minute falls out. */
  operatingResetAt: number
}

export type OperatingMeter = ReturnType<typeof createOperatingMeter>

/**
 * Execution seconds of one method for one caller, in ten baskets of a minute. Past the limit the next call of that
 * method is refused; others go on. `now` is in milliseconds.
 */
export function createOperatingMeter(limits: Limits, now: () => number) {
  let spent = new Map<string, Map<number, number>>()

  function read(account: string, method: string): Operating {
    const minute = Math.floor(now() / 1000 / basketSeconds)
    const key = `${account}/${method}`
    const minutes = spent.get(key) ?? new Map<number, number>()
    let operating = 0
    let oldest = minute
    for (const [at, seconds] of minutes) {
      if (at <= minute - baskets) minutes.delete(at)
      else {
        operating += seconds
        oldest = Math.min(oldest, at)
      }
    }
    return { operating, operatingResetAt: (oldest + baskets) * basketSeconds }
  }

  return {
    read,
    /** Throws OPERATION_TIME_LIMIT when the caller has spent his ten minutes' share of the method. */
    check(account: string, method: string): void {
      if (read(account, method).operating > limits.operatingSeconds)
        throw new RestError(429, 'OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.')
    },
    charge(account: string, method: string, seconds: number): Operating {
      const key = `${account}/${method}`
      const minute = Math.floor(now() / 1000 / basketSeconds)
      const minutes = spent.get(key) ?? new Map<number, number>()
      minutes.set(minute, (minutes.get(minute) ?? 0) + seconds)
      spent.set(key, minutes)
      return read(account, method)
    },
    /** Who has spent how much on what, the greatest first. */
    spent: (): { account: string; method: string; operating: number; operatingResetAt: number }[] =>
      [...spent.keys()]
        .map((key) => {
          const at = key.indexOf('/')
          const [account, method] = [key.slice(0, at), key.slice(at + 1)]
          return { account, method, ...read(account, method) }
        })
        .sort((one, other) => other.operating - one.operating),
    reset(): void {
      spent = new Map()
    },
  }
}
