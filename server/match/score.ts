import { EVIDENCE, TERMS } from './criteria/criteria.ts'
import type { Criterion } from './criteria/criterion.ts'
import type { CarrierFacts } from './facts.ts'
import type { Needs } from './needs.ts'
import { WEIGHTS } from './weights.ts'

/** E, the weighted evidence that this carrier runs this lane. Never negative. */
export function evidenceOf(facts: CarrierFacts, needs: Needs): number {
  return sumOf(EVIDENCE, facts, needs)
}

/** The small terms beside the logarithm. */
export function termsOf(facts: CarrierFacts, needs: Needs): number {
  return sumOf(TERMS, facts, needs)
}

/** score = ln(0.15 + E) + small terms. */
export function scoreOf(evidence: number, terms: number): number {
  return Math.log(WEIGHTS.floor + evidence) + terms
}

/** What is unknown or not applicable adds nothing; the criteria keep it apart from a judged zero. */
function sumOf(criteria: readonly Criterion[], facts: CarrierFacts, needs: Needs): number {
  let sum = 0
  for (const criterion of criteria) {
    const points = criterion.judge(facts, needs)
    if (typeof points === 'number' && Number.isFinite(points)) sum += points
  }
  return sum
}
