import type { Reason } from '../../../contract/carriers.ts'
import { proximity } from '../proximity.ts'
import { WEIGHTS } from '../weights.ts'
import { judged, UNKNOWN, type Criterion } from './criterion.ts'

/**
 * Directions the carrier says he runs: 1.6 · min(1.5, Σ K). Beyond the cap the lines share it in proportion, so
 * that they still add up to what is counted.
 */
export const declared: Criterion = (facts) => {
  if (facts.declared.length === 0) return UNKNOWN
  const near = facts.declared.map((lane) => ({ lane, nearness: proximity(lane.fromOffKm, lane.toOffKm) }))
  const total = near.reduce((sum, { nearness }) => sum + nearness, 0)
  const share = WEIGHTS.declared * Math.min(1, WEIGHTS.declaredCap / total)
  const lines: Reason[] = []
  for (const { lane, nearness } of near) {
    if (nearness === 0) continue
    lines.push({
      kind: 'declared',
      from: lane.from.name,
      to: lane.to.name,
      bothWays: lane.bothWays,
      offKm: Math.round(lane.fromOffKm + lane.toOffKm),
      points: share * nearness,
    })
  }
  return judged(lines)
}
