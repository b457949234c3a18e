import type { CarrierFacts } from './facts.ts'
import type { Needs } from './needs.ts'

/** Marked in the base, or preferred by a rule: he is always told of such loads. */
export function isPreferred({ base, companyId }: CarrierFacts, { rules }: Needs): boolean {
  return base?.preferred === true || rules.get(companyId)?.action === 'prefer'
}
