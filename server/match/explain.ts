import type { Reason } from '../../contract/carriers.ts'
import { EVIDENCE, TERMS } from './criteria/criteria.ts'
import type { Criterion } from './criteria/criterion.ts'
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
export function explain(facts: CarrierFacts, needs: Needs, evidence = evidenceOf(facts, needs)): Reason[] {
  const { named, rest } = foldNear(facts.near)
  const lines = linesOf(EVIDENCE, rest === null ? facts : { ...facts, near: [...named] }, needs)
  if (rest !== null) lines.push(rest)
  let standing = WEIGHTS.floor + evidence
  for (const line of linesOf(TERMS, facts, needs)) {
    line.points = standing * Math.expm1(line.points)
    lines.push(line)
    standing += line.points
  }
  // The lines are made anew each time: nobody else holds them.
  for (const line of lines) line.points = Math.round(line.points * 1e4) / 1e4
  return lines.sort((a, b) => b.points - a.points)
}

function linesOf(criteria: readonly Criterion[], facts: CarrierFacts, needs: Needs): Reason[] {
  const lines: Reason[] = []
  for (const criterion of criteria) for (const line of criterion.explain(facts, needs)) lines.push(line)
  return lines
}
