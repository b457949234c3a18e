import type { Client } from './clients.ts'
import type { RequestPlan } from './request-plan.ts'

export interface LeadPlan {
  id: number
  /** Starts the lead's own sequence. */
  seed: number
  /** null: somebody who is no company of the portal yet. */
  client: Client | null
  createdAt: number
  stage: 'NEW' | 'IN_PROCESS' | 'PAUSE' | 'CONVERTED' | 'JUNK'
  manager: number
  request: RequestPlan | null
}
