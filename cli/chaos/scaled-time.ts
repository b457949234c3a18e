import type { LimiterTime } from '../../server/portal/limiter.ts'

/**
 * A clock that runs `scale` times faster than the machine's, from the same moment in every process that is given the
 * same `startedAt` (milliseconds): limits, pauses and lifetimes stay what they are in life, only sooner.
 */
export function scaledTime(startedAt: number, scale: number): LimiterTime {
  return {
    now: () => startedAt + (Date.now() - startedAt) * scale,
    sleep: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms / scale)
      }),
  }
}
