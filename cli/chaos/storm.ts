import type { Random } from '../../sandbox/seeds/random.ts'
import type { Portal } from '../../sandbox/portal.ts'

/** The portal's troubles while a run goes on, and how often each kind has struck. */
export interface Storm {
  /** Another weather for a while. */
  change(): void
  clear(): void
  fired(): Record<string, number>
}

const WRITES = ['crm.item.add', 'crm.item.update', 'crm.timeline.comment.add']

export function createStorm(portal: Portal, random: Random, scale: number): Storm {
  const pick = <One>(list: readonly One[]): One => list[Math.floor(random.next() * list.length)]!
  const fired: Record<string, number> = { down: 0, latency: 0, failNext: 0, dropAnswerAfterWrite: 0 }
  const weathers: (() => void)[] = [
    () => portal.faults.set({ down: true }),
    () => portal.faults.set({ latencyMs: 20_000 / scale }),
    () => portal.faults.set({ dropAnswerAfterWrite: { method: pick(WRITES), times: 8 } }),
    () => portal.faults.set({ failNext: { method: '*', status: 503, code: 'QUERY_LIMIT_EXCEEDED', times: 5 } }),
    () =>
      portal.faults.set({ failNext: { method: pick(WRITES), status: 500, code: 'INTERNAL_SERVER_ERROR', times: 4 } }),
    () =>
      portal.faults.set({ failNext: { method: pick(WRITES), status: 429, code: 'OPERATION_TIME_LIMIT', times: 2 } }),
  ]
  return {
    change() {
      portal.faults.clear()
      pick(weathers)()
      const { down, latencyMs, failNext, dropAnswerAfterWrite } = portal.faults.get()
      const names = { down, latency: latencyMs > 0, failNext, dropAnswerAfterWrite }
      for (const [name, on] of Object.entries(names)) if (on) fired[name]! += 1
    },
    clear: () => portal.faults.clear(),
    fired: () => ({ ...fired }),
  }
}
