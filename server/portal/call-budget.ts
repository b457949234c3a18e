import type { Lane } from './portal-client.ts'

export interface BudgetSettings {
  /** The portal's leaky bucket: it drains this many calls a second … */
  perSecond: number
  /** … and refuses when more than this many are in it. */
  burst: number
  /** Seconds of execution a method may use in ten minutes before the portal refuses it. */
  operatingLimitSeconds: number
}

/** What part of the bucket a lane may fill: whoever is less urgent leaves room for those who are more. */
const BUCKET_SHARE: Record<Lane, number> = { widget: 1, outbox: 0.8, import: 0.6 }
/** At what part of a method's execution limit a lane steps back until the oldest minute is forgotten. */
const OPERATING_SHARE: Record<Lane, number> = { widget: 1, outbox: 0.98, import: 0.7 }
/** What the import may take when nobody has called for a while; what is left is for whoever comes meanwhile. */
const ALONE_SHARE = 0.95
const ALONE_MS = 60_000
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
/** A portal that refuses a method of which it has counted less than this part of the limit contradicts itself. */
const CREDIBLE_SHARE = 0.5
/**
 * How long a method rests that was refused for its execution time where nothing credible is known of when it is free
 * again; it doubles while the refusals go on.
 */
const BLIND_HOLD_MS = 10_000
const LONGEST_BLIND_HOLD_MS = 160_000

interface MethodUse {
  operating: number
  resetAtMs: number
  refusedUntilMs: number
  /** How often in a row it was refused for its execution time. */
  refusals: number
}

/**
 * One portal's allowance, as pure bookkeeping over a clock that is passed in (milliseconds): how long a call of a
 * lane has to wait, what a sent call costs, what answers and refusals teach.
 */
export interface CallBudget {
  /** Milliseconds until a call of these methods may go; 0 means now. */
  waitMs(lane: Lane, methods: readonly string[], now: number): number
  spend(lane: Lane, now: number): void
  /** Execution seconds a lane may still spend on a method; null while nothing recent is known of it. */
  secondsLeft(lane: Lane, method: string, now: number): number | null
  /** `operating` seconds used of the method so far, and the unix second when the oldest of them is forgotten. */
  learn(method: string, operating: number, resetAtSeconds: number | null, now: number): void
  refusedForRate(now: number): void
  refusedForOperating(methods: readonly string[], now: number): void
  succeeded(): void
}

export function createCallBudget(settings: BudgetSettings): CallBudget {
  // One call of slack: the portal's own second may begin a little later than ours.
  const size = Math.max(1, settings.burst - 1)
  const uses = new Map<string, MethodUse>()
  let level = 0
  let levelAt = 0
  let pausedUntil = 0
  let refusals = 0
  let peopleAt = -Infinity

  const drain = (now: number) => {
    level = Math.max(0, level - (Math.max(0, now - levelAt) / 1000) * settings.perSecond)
    levelAt = Math.max(levelAt, now)
  }
  const allowance = (lane: Lane, now: number): number => {
    const isAlone = lane === 'import' && now - peopleAt > ALONE_MS
    return (isAlone ? ALONE_SHARE : OPERATING_SHARE[lane]) * settings.operatingLimitSeconds
  }
  const heldUntil = (lane: Lane, method: string, now: number): number => {
    const use = uses.get(method)
    if (!use) return 0
    const tired = use.operating >= allowance(lane, now)
    return Math.max(use.refusedUntilMs, tired ? use.resetAtMs : 0)
  }

  return {
    waitMs(lane, methods, now) {
      drain(now)
      const ceiling = Math.max(1, size * BUCKET_SHARE[lane])
      const forBucket = Math.max(0, ((level + 1 - ceiling) / settings.perSecond) * 1000)
      const until = Math.max(pausedUntil, ...methods.map((method) => heldUntil(lane, method, now)))
      return Math.ceil(Math.max(forBucket, until - now, 0))
    },
    spend(lane, now) {
      drain(now)
      level += 1
      if (lane !== 'import') peopleAt = now
    },
    secondsLeft(lane, method, now) {
      const use = uses.get(method)
      return use && use.resetAtMs > now ? Math.max(0, allowance(lane, now) - use.operating) : null
    },
    learn(method, operating, resetAtSeconds, now) {
      const resetAtMs = resetAtSeconds === null ? now + 60_000 : resetAtSeconds * 1000
      uses.set(method, { operating, resetAtMs, refusedUntilMs: 0, refusals: 0 })
    },
    refusedForRate(now) {
      drain(now)
      level = Math.max(level, size)
      pausedUntil = now + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** refusals)
      refusals += 1
    },
    refusedForOperating(methods, now) {
      for (const method of methods) {
        const use = uses.get(method) ?? { operating: 0, resetAtMs: 0, refusedUntilMs: 0, refusals: 0 }
        const isUsedUp = use.resetAtMs > now && use.operating >= CREDIBLE_SHARE * settings.operatingLimitSeconds
        const blind = Math.min(LONGEST_BLIND_HOLD_MS, BLIND_HOLD_MS * 2 ** use.refusals)
        const refusedUntilMs = isUsedUp ? use.resetAtMs : now + blind
        uses.set(method, { ...use, refusedUntilMs, refusals: use.refusals + 1 })
      }
    },
    succeeded() {
      refusals = 0
    },
  }
}
