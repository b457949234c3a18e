import type { Reason } from '../../contract/carriers.ts'
import { EVIDENCE, TERMS } from './criteria/criteria.ts'
import type { CarrierFacts } from './facts.ts'
import { foldNear } from './fold-near.ts'
import type { Needs } from './needs.ts'
import { evidenceOf } from './score.ts'
import { WEIGHTS } from './weights.ts'

/**
 * Why a carrier stands where he does, biggest line first, all in points of evidence so that they compare: a term t
 * beside the logarithm multiplies what stands so far by e^t, and its line says how much evidence that is worth. So
 * the lines add up, score = ln(0.15 + Σ points), up to the rounding of points to four decimals.
 */
export function explain(facts: CarrierFacts, needs: Needs): Reason[] {
  const lines = foldNear(EVIDENCE.flatMap((criterion) => criterion.explain(facts, needs)))
  let standing = WEIGHTS.floor + evidenceOf(facts, needs)
  for (const line of TERMS.flatMap((criterion) => criterion.explain(facts, needs))) {
    const points = standing * Math.expm1(line.points)
    lines.push({ ...line, points })
    standing += points
  }
  // The lines are made anew each time: nobody else holds them.
  for (const line of lines) line.points = Math.round(line.points * 1e4) / 1e4
  return lines.sort((a, b) => b.points - a.points)
}
