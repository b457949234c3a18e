import type { Carrier } from './carriers.ts'
import type { Term } from './clients.ts'
import type { LoadPlan } from './load-plan.ts'
import type { Vehicle } from './vehicles.ts'

export type OfferStage = 'RECEIVED' | 'BARGAIN' | 'ACCEPTED' | 'AWARDED' | 'DECLINED' | 'WITHDRAWN' | 'EXPIRED'

/** One carrier's answer to one load. */
export interface OfferPlan {
  seed: number
  load: LoadPlan
  carrier: Carrier
  vehicle: Vehicle
  stage: OfferStage
  executor: boolean
  vat: string
  rate: number
  term: Term
  author: number
  createdAt: number
  updatedAt: number
}
