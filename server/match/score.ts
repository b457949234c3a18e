import type { Reason } from '../../contract/carriers.ts'
import { attempted } from './criteria/attempted.ts'
import type { Criterion } from './criteria/criterion.ts'
import { declared } from './criteria/declared.ts'
import { exactOffers } from './criteria/exact-offers.ts'
import { exactTrips } from './criteria/exact-trips.ts'
import { nearOffers } from './criteria/near-offers.ts'
import { nearTrips } from './criteria/near-trips.ts'
import { preferred } from './criteria/preferred.ts'
import { region } from './criteria/region.ts'
import { truckNear } from './criteria/truck-near.ts'
import type { CarrierFacts } from './facts.ts'
import type { Needs } from './needs.ts'
import { WEIGHTS } from './weights.ts'

/** Addends of E, under the logarithm. */
const EVIDENCE: readonly Criterion[] = [exactTrips, exactOffers, nearTrips, nearOffers, declared, region, truckNear]
/** Small terms beside it. */
const TERMS: readonly Criterion[] = [preferred, attempted]

export interface Scored {
  /** score = ln(0.15 + E) + terms. */
  score: number
  evidence: number
  evidenceLines: Reason[]
  termLines: Reason[]
}

export function scoreOf(facts: CarrierFacts, needs: Needs): Scored {
  const evidenceLines = linesOf(EVIDENCE, facts, needs)
  const termLines = linesOf(TERMS, facts, needs)
  const evidence = sumOf(evidenceLines)
  return { score: Math.log(WEIGHTS.floor + evidence) + sumOf(termLines), evidence, evidenceLines, termLines }
}

function linesOf(criteria: readonly Criterion[], facts: CarrierFacts, needs: Needs): Reason[] {
  const lines: Reason[] = []
  for (const criterion of criteria) {
    const judgement = criterion(facts, needs)
    if (judgement.state === 'judged') for (const line of judgement.lines) lines.push(line)
  }
  return lines
}

function sumOf(lines: Reason[]): number {
  let sum = 0
  for (const { points } of lines) if (Number.isFinite(points)) sum += points
  return sum
}
