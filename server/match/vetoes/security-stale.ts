import type { Warning } from '../../../contract/carriers.ts'
import { dayNumber } from '../days.ts'
import type { CarrierFacts } from '../facts.ts'
import type { Needs } from '../needs.ts'
import { NOT_APPLICABLE, PASSES, UNKNOWN, vetoed, type CarrierVeto } from './veto.ts'

/** A check that has grown too old, where the portal has chosen that such a carrier is not offered loads. */
export const securityStale: CarrierVeto = (facts, needs) => {
  if (needs.security.stale !== 'veto') return NOT_APPLICABLE
  const stale = staleCheck(facts, needs)
  if (stale === 'unknown') return UNKNOWN
  return stale === null ? PASSES : vetoed(stale)
}

/**
 * A passed check older than the portal lets it be good for; null while it is good. Of a check that was never made, or
 * whose day nobody wrote down, nothing can be said.
 */
export function staleCheck({ base }: CarrierFacts, { security, today }: Needs): Warning | null | 'unknown' {
  const day = dayNumber(base?.securityOn)
  if (base === null || base.security !== 'passed' || base.securityOn === null || day === null) return 'unknown'
  if (security.validDays === null || today - day <= security.validDays) return null
  return { kind: 'security_stale', on: base.securityOn.slice(0, 10), days: security.validDays }
}
