import type { Warning } from '../../contract/carriers.ts'
import type { CarrierFacts } from './facts.ts'
import type { Needs } from './needs.ts'
import { staleCheck } from './vetoes/security-stale.ts'

/** What should be known of a carrier before he is given the load, though it does not keep him from it. */
export function warningsOf(facts: CarrierFacts, needs: Needs): Warning[] {
  const stale = needs.security.stale === 'warn' ? staleCheck(facts, needs) : null
  return stale === null || stale === 'unknown' ? [] : [stale]
}
