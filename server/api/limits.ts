import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { TooManyRequestsError } from '../errors.ts'

/**
 * How often somebody may ask. An office of thirty shares one address and opens some ten cards a minute each; whoever
 * asks tenfold is no office. Sign-ins that the portal refused count apart: each of them costs the portal a call.
 */
const ALLOWANCES = {
  /** Posts without a session of ours, by address and minute. */
  post: { points: 900, duration: 60 },
  /** Sign-ins the portal refused, by address and five minutes. */
  refusal: { points: 60, duration: 300 },
  /** Calls with a session, by person and minute: a list, a stream, and typing into a search. */
  call: { points: 600, duration: 60 },
} as const
export type LimitName = keyof typeof ALLOWANCES

/** One process, one memory: nothing is shared between servers. */
export interface Limits {
  /** Counts one; throws TooManyRequestsError when the allowance is used up. */
  take(name: LimitName, who: string): Promise<void>
  /** Throws TooManyRequestsError when the allowance is used up already; counts nothing. */
  check(name: LimitName, who: string): Promise<void>
}

export function createLimits(onLimited: (name: LimitName) => void = () => undefined): Limits {
  const limiters = Object.fromEntries(
    Object.entries(ALLOWANCES).map(([name, allowance]) => [name, new RateLimiterMemory(allowance)]),
  ) as Record<LimitName, RateLimiterMemory>
  const refuse = (name: LimitName, state: RateLimiterRes): never => {
    onLimited(name)
    throw new TooManyRequestsError(Math.max(1, Math.ceil(state.msBeforeNext / 1000)))
  }
  return {
    async take(name, who) {
      try {
        await limiters[name].consume(who)
      } catch (thrown) {
        if (!(thrown instanceof RateLimiterRes)) throw thrown
        refuse(name, thrown)
      }
    },
    async check(name, who) {
      const state = await limiters[name].get(who)
      if (state && state.consumedPoints >= ALLOWANCES[name].points) refuse(name, state)
    },
  }
}
