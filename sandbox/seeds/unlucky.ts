import type { FaultPlan } from '../rules/faults/fault.ts'
import { makeMogutin } from './mogutin.ts'
import type { MakeSeed } from './seed.ts'

/** The forwarder's portal on a bad day: nothing in it is lost for a caller who asks again. */
export const makeUnlucky: MakeSeed = (options) => ({ ...makeMogutin(options), name: 'unlucky' })

/** A mild mixture of what a portal does to everybody sooner or later. */
export const mildMixture: FaultPlan = {
  seed: 13,
  faults: [
    { kind: 'latency', delay: { medianMs: 90, p99Ms: 1500 } },
    { kind: 'query-limit', probability: 0.02 },
    { kind: 'operation-limit', probability: 0.004 },
    { kind: 'server-error', probability: 0.01 },
    { kind: 'server-error', probability: 0.002, effect: true },
    { kind: 'cut-before', probability: 0.01 },
    { kind: 'cut-after', probability: 0.01 },
    { kind: 'too-long', probability: 0.002, seconds: 5 },
    { kind: 'batch-partial', probability: 0.005 },
    { kind: 'token-expired', probability: 0.01 },
    { kind: 'event-lost', probability: 0.03 },
    { kind: 'event-duplicate', probability: 0.03 },
    { kind: 'event-reorder', probability: 0.03 },
    { kind: 'event-delay', probability: 0.05, delay: { fromMs: 500, toMs: 20_000 } },
    { kind: 'item-changed', method: 'crm.item.update', probability: 0.01 },
    { kind: 'portal-gone', probability: 0.0002, seconds: 30 },
  ],
}
