import type { VetoReason } from '../../../contract/carriers.ts'
import type { CarrierFacts } from '../facts.ts'
import type { Needs } from '../needs.ts'
import { adr } from './adr.ts'
import { attempted } from './attempted.ts'
import { excludedByClient } from './excluded-by-client.ts'
import { hiddenByRule } from './hidden-by-rule.ts'
import { noContact } from './no-contact.ts'
import { hasNoFittingVehicle, noFittingVehicle } from './no-fitting-vehicle.ts'
import { optedOut } from './opted-out.ts'
import { paused } from './paused.ts'
import { securityFailed } from './security-failed.ts'
import { securityStale } from './security-stale.ts'
import { stopList } from './stop-list.ts'
import { tooLate } from './too-late.ts'
import type { CarrierVeto } from './veto.ts'

/** In the order people are told: what concerns the company first; what a truck would have to be comes after them. */
const COMPANY_VETOES: readonly CarrierVeto[] = [
  stopList,
  securityFailed,
  securityStale,
  excludedByClient,
  hiddenByRule,
  optedOut,
  attempted,
  paused,
  noContact,
  tooLate,
  adr,
]

const ALL_VETOES: readonly CarrierVeto[] = [...COMPANY_VETOES, noFittingVehicle]

/** Everything that keeps a carrier from this load; empty when nothing known does. */
export function vetoesOf(facts: CarrierFacts, needs: Needs): VetoReason[] {
  const reasons: VetoReason[] = []
  for (const veto of ALL_VETOES) {
    const verdict = veto(facts, needs)
    if (verdict.state === 'vetoed') reasons.push(...verdict.reasons)
  }
  return reasons
}

/** Whether anything does: asked of everybody, while reasons are put together for those who are shown. */
export function isVetoed(facts: CarrierFacts, needs: Needs): boolean {
  return isVetoedAsCompany(facts, needs) || hasNoFittingVehicle(facts.vehicles, needs)
}

/** The same whatever his vehicles can do. */
export function isVetoedAsCompany(facts: CarrierFacts, needs: Needs): boolean {
  for (const veto of COMPANY_VETOES) if (veto(facts, needs).state === 'vetoed') return true
  return false
}
