import type { Carrier } from './carriers.ts'
import type { Term } from './clients.ts'
import type { LoadPlan } from './load-plan.ts'
import type { RequestPlan } from './request-plan.ts'
import type { Vehicle } from './vehicles.ts'

export type OrderStage = 'DOCUMENTS' | 'SIGNING' | 'LOADING' | 'TRANSIT' | 'UNLOADING' | 'DONE' | 'CANCELLED'

/** What is agreed with the carrier of an order. */
export interface Agreed {
  carrier: Carrier
  vehicle: Vehicle
  vat: string
  rate: number
  term: Term
}

/** An agreed transport: one order, its deal, and the request it came from where there was one. */
export interface TripPlan {
  id: number
  load: LoadPlan
  /** Portal minutes; later than the load's own where it came from a request. */
  createdAt: number
  /** null while no carrier is found. */
  agreed: Agreed | null
  clientVat: string
  clientRate: number
  stage: OrderStage
  /** Portal minutes; null where it has not come to that. */
  loadedAt: number | null
  unloadedAt: number | null
  logist: number
  request: RequestPlan | null
  /** The deal the order is a child of: the client's permanent one, or its own. */
  parentDealId: number
  /** The deal made for this very trip: the won copy, or the own deal of a client without a permanent one. */
  ownDealId: number | null
}
