import { createCallBudget, type BudgetSettings } from './call-budget.ts'
import type { Lane } from './portal-client.ts'

/** The clock and the sleep the limiter lives by; tests turn them by hand. */
export interface LimiterTime {
  /** Milliseconds. */
  now(): number
  sleep(ms: number): Promise<void>
}

/**
 * The one gate in front of all clients of a portal: the portal counts calls per portal, not per person. People's
 * calls go before deliveries, deliveries before the import; a call held back for its method lets others pass.
 */
export interface Limiter {
  /**
   * Resolves when a call of these methods (one, or a batch with its members) may be sent; the call is then counted.
   * Rejects with the reason of `givenUp` when that fires first: nobody waits for the call, so it takes nobody's turn.
   */
  pass(lane: Lane, methods: readonly string[], givenUp?: AbortSignal): Promise<void>
  /** A call that was sent without asking, such as the repetition after a renewed token. */
  count(lane: Lane): void
  /** Execution seconds a lane may still spend on a method; null while nothing recent is known of it. */
  secondsLeft(lane: Lane, method: string): number | null
  learn(method: string, time: { operating?: unknown; operating_reset_at?: unknown } | undefined): void
  refusedForRate(): void
  refusedForOperating(methods: readonly string[]): void
  succeeded(): void
}

const LANES: Lane[] = ['widget', 'outbox', 'import']

interface Waiter {
  methods: readonly string[]
  go: () => void
}

export function createLimiter(settings: BudgetSettings, time: LimiterTime): Limiter {
  const budget = createCallBudget(settings)
  const queues: Record<Lane, Waiter[]> = { widget: [], outbox: [], import: [] }
  /** When the alarm in force rings; a later alarm that finds itself overtaken does nothing. */
  let alarmAt = Infinity

  const letOneGo = (): boolean => {
    const now = time.now()
    for (const lane of LANES) {
      const index = queues[lane].findIndex((waiter) => budget.waitMs(lane, waiter.methods, now) === 0)
      if (index < 0) continue
      const [waiter] = queues[lane].splice(index, 1)
      budget.spend(lane, now)
      waiter!.go()
      return true
    }
    return false
  }

  const letGo = () => {
    while (letOneGo());
    const now = time.now()
    const waits = LANES.flatMap((lane) => queues[lane].map((waiter) => budget.waitMs(lane, waiter.methods, now)))
    if (!waits.length) return
    const wait = Math.max(1, Math.min(...waits))
    if (now + wait >= alarmAt) return
    alarmAt = now + wait
    const mine = alarmAt
    void time.sleep(wait).then(() => {
      if (alarmAt !== mine) return
      alarmAt = Infinity
      letGo()
    })
  }

  return {
    pass: (lane, methods, givenUp) =>
      new Promise((resolve, reject) => {
        givenUp?.throwIfAborted()
        const leave = () => {
          queues[lane] = queues[lane].filter((one) => one !== waiter)
          reject(givenUp!.reason as Error)
        }
        const waiter: Waiter = {
          methods,
          go() {
            givenUp?.removeEventListener('abort', leave)
            resolve()
          },
        }
        givenUp?.addEventListener('abort', leave, { once: true })
        queues[lane].push(waiter)
        letGo()
      }),
    count: (lane) => budget.spend(lane, time.now()),
    secondsLeft: (lane, method) => budget.secondsLeft(lane, method, time.now()),
    learn(method, told) {
      const operating = Number(told?.operating)
      if (!Number.isFinite(operating)) return
      const resetAt = Number(told?.operating_reset_at)
      budget.learn(method, operating, Number.isFinite(resetAt) && resetAt > 0 ? resetAt : null, time.now())
    },
    refusedForRate: () => budget.refusedForRate(time.now()),
    refusedForOperating: (methods) => budget.refusedForOperating(methods, time.now()),
    succeeded: () => budget.succeeded(),
  }
}

/** The machine's own clock. */
export const REAL_TIME: LimiterTime = {
  now: () => Date.now(),
  sleep: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms)
    }),
}
