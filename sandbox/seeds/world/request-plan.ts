import type { LoadPlan } from './load-plan.ts'

export type RequestStage = 'NEW' | 'SEARCH' | 'TRUCK' | 'AGREEMENT' | 'PAUSE' | 'WON' | 'LOST'

/** A client's question for a price or a truck. */
export interface RequestPlan {
  id: number
  load: LoadPlan
  stage: RequestStage
  kind: 'price_inquiry' | 'truck_needed'
  clientVat: string
  /** null while no price was named to the client. */
  clientRate: number | null
  /** Null where the client has a permanent deal and therefore no lead. */
  leadId: number | null
  lostReason: string | null
}
