import type { Vehicle, VetoReason } from '../../../contract/carriers.ts'
import type { CarrierFacts } from '../facts.ts'
import type { Needs } from '../needs.ts'

/**
 * A veto's answer. `unknown` means that we do not know enough to say no, `not_applicable` that the load does not
 * ask: neither keeps a carrier from the list, and they are not the same as having passed.
 */
export type Verdict = { state: 'passes' | 'unknown' | 'not_applicable' } | { state: 'vetoed'; reasons: VetoReason[] }

/** Judges the carrier as a company. */
export type CarrierVeto = (facts: CarrierFacts, needs: Needs) => Verdict
/** Judges one vehicle: a load needs a single truck that can do all of it. */
export type VehicleVeto = (vehicle: Vehicle, needs: Needs) => Verdict

export const PASSES: Verdict = { state: 'passes' }
export const UNKNOWN: Verdict = { state: 'unknown' }
export const NOT_APPLICABLE: Verdict = { state: 'not_applicable' }

export function vetoed(...reasons: VetoReason[]): Verdict {
  return { state: 'vetoed', reasons }
}
