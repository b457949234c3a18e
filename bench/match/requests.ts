import type { BodyCode } from '../../contract/codes.ts'
import { neededMask } from '../../server/match/lane-index/body-masks.ts'
import { satisfyingBodies } from '../../server/match/compatibility.ts'
import { createRandom } from '../world/random.ts'
import type { Trades } from '../world/history.ts'

/** One question that every engine answers. */
export interface BenchRequest {
  fromPlaceId: number
  toPlaceId: number
  /** Bodies that can take the load, as bits; 0: any. */
  needed: number
  /** The body the client asked for; null: any. */
  body: BodyCode | null
}

/** Requests as clients would make them: drawn from the orders, so popular lanes come more often. */
export function drawRequests(count: number, orders: Trades, seed: number): BenchRequest[] {
  const random = createRandom(seed, 'requests')
  return Array.from({ length: count }, () => {
    const { fromPlaceId, toPlaceId, body } = orders.at(random.below(orders.length))
    const satisfying = satisfyingBodies({ bodies: body === null ? [] : [body], heightM: null, loading: [] })
    return { fromPlaceId, toPlaceId, needed: neededMask(satisfying), body }
  })
}
