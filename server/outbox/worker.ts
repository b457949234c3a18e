import type { Log } from '../log.ts'
import type { Deliverer } from './deliverer.ts'

const POLL_MS = 2_000

export interface OutboxWorker {
  /** Something was accepted, or somebody signed in: do not wait for the next look. */
  wake(memberId: string): void
  stop(): Promise<void>
}

/** Looks into every portal's outbox every two seconds and when woken. `deliverers` is asked anew each time. */
export function startOutboxWorker(deliverers: () => ReadonlyMap<string, Deliverer>, log: Log): OutboxWorker {
  const running = new Set<Promise<void>>()
  const deliver = (memberId: string) => {
    const deliverer = deliverers().get(memberId)
    if (!deliverer) return
    const delivery = deliverer
      .deliverDue()
      .catch((error: unknown) => log.error({ memberId, err: error }, 'the outbox stopped for a moment'))
      .finally(() => running.delete(delivery))
    running.add(delivery)
  }
  const timer = setInterval(() => {
    for (const memberId of deliverers().keys()) deliver(memberId)
  }, POLL_MS)
  return {
    wake: deliver,
    async stop() {
      clearInterval(timer)
      await Promise.allSettled(running)
    },
  }
}
