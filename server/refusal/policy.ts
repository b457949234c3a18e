import type { RefusalPolicy, RefusalReason } from '../../contract/refusal-reasons.ts'

/** What a portal has set; what is absent goes by `USUAL_POLICIES`. */
export interface PolicySettings {
  policies: Partial<Record<RefusalReason, RefusalPolicy>>
  /** From this sum on the director decides, kopecks; null: never for the sum. */
  escalateFromMinor: number | null
  escalatePermanent: boolean
}

export interface RefusalFacts {
  cardKind: 'request' | 'order' | 'lead'
  /** What is at stake: the client's price, else our target; kopecks. */
  sumMinor: number | null
  permanentClient: boolean
}

/** Where the client turned away it is written down; where we do, somebody else has to agree. */
export const USUAL_POLICIES: Record<RefusalReason, RefusalPolicy> = {
  client_declined: 'record',
  competitor: 'record',
  silent: 'record',
  postponed: 'record',
  duplicate: 'record',
  spam: 'record',
  carrier_call: 'record',
  rate: 'approve',
  no_truck: 'approve',
  dates: 'approve',
  cargo: 'approve',
  debtor: 'approve',
  other: 'approve',
}

/** A lead of these is no client at all. */
const EXEMPT_LEADS: readonly RefusalReason[] = ['spam', 'carrier_call']

/** What this reason demands of this card. Only what has to be approved is escalated: a client's own no is his. */
export function policyOf(reason: RefusalReason, facts: RefusalFacts, settings: PolicySettings): RefusalPolicy {
  const isLead = facts.cardKind === 'lead'
  const usual = isLead && EXEMPT_LEADS.includes(reason) ? 'exempt' : USUAL_POLICIES[reason]
  const chosen = settings.policies[reason] ?? usual
  // A request has been worked on: it never goes without a word.
  const policy = chosen === 'exempt' && !isLead ? 'record' : chosen
  if (policy !== 'approve') return policy
  const isLarge = settings.escalateFromMinor !== null && (facts.sumMinor ?? 0) >= settings.escalateFromMinor
  return isLarge || (facts.permanentClient && settings.escalatePermanent) ? 'escalate' : 'approve'
}
