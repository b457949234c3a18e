import { declaredEvidence } from '../declared-evidence.ts'
import type { DeclaredLane } from '../facts.ts'
import { proximity } from '../proximity.ts'
import { WEIGHTS } from '../weights.ts'
import type { Criterion } from './criterion.ts'

/**
 * Directions the carrier says he runs: 1.6 · min(1.5, Σ K). Beyond the cap the lines share it in proportion, so
 * that they still add up to what is counted.
 */
export const declared: Criterion = {
  judge: (facts) => (facts.declared.length === 0 ? 'unknown' : declaredEvidence(totalProximity(facts.declared))),

  explain(facts) {
    const near = facts.declared.filter((lane) => proximity(lane) > 0)
    const share = WEIGHTS.declared * Math.min(1, WEIGHTS.declaredCap / totalProximity(near))
    return near.map((lane) => ({
      kind: 'declared',
      from: lane.from.name,
      to: lane.to.name,
      bothWays: lane.bothWays,
      offKm: Math.round(lane.fromOffKm + lane.toOffKm),
      points: share * proximity(lane),
    }))
  },
}

function totalProximity(lanes: readonly DeclaredLane[]): number {
  let total = 0
  for (const lane of lanes) total += proximity(lane)
  return total
}
