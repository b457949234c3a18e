import type { Limits } from '../options.ts'
import { RestError } from './errors.ts'

export type Limiter = ReturnType<typeof createLimiter>

/** The portal's leaky bucket: one drop a request, whoever sent it. `now` is in milliseconds. */
export function createLimiter(limits: Limits, now: () => number) {
  let drops = 0
  let at = now()
  return {
    /** Throws QUERY_LIMIT_EXCEEDED when the bucket is full. */
    take(): void {
      if (!Number.isFinite(limits.perSecond)) return
      const moment = now()
      drops = Math.max(0, drops - (Math.max(0, moment - at) / 1000) * limits.perSecond)
      at = moment
      if (drops + 1 > limits.burst) throw new RestError(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests')
      drops += 1
    },
    /** How full the bucket is at this moment, in requests. */
    level: (): number =>
      Number.isFinite(limits.perSecond) ? Math.max(0, drops - (Math.max(0, now() - at) / 1000) * limits.perSecond) : 0,
    reset(): void {
      drops = 0
      at = now()
    },
  }
}
