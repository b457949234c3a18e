import type { LaneOnTheWay } from '../facts.ts'
import type { Needs } from '../needs.ts'
import { wayWorth } from '../ways/way.ts'
import { WEIGHTS } from '../weights.ts'
import type { Criterion } from './criterion.ts'

/** The load lies on the way of a direction he runs: 0.2 · min(1.5, Σ worth of the way). */
export const onTheWay: Criterion = {
  judge: (facts, needs) =>
    facts.onTheWay.length === 0
      ? 'not_applicable'
      : WEIGHTS.onTheWay * Math.min(WEIGHTS.onTheWayCap, totalWorth(facts.onTheWay, needs)),

  explain(facts, needs) {
    const worthwhile = facts.onTheWay.filter((lane) => wayWorth(lane, needs.load.partLoad) > 0)
    const total = totalWorth(worthwhile, needs)
    if (total === 0) return []
    const share = WEIGHTS.onTheWay * Math.min(1, WEIGHTS.onTheWayCap / total)
    return worthwhile.map((lane) => ({
      kind: 'on_the_way',
      from: lane.from.name,
      to: lane.to.name,
      bothWays: lane.bothWays,
      detourKm: Math.round(lane.detourKm),
      points: share * wayWorth(lane, needs.load.partLoad),
    }))
  },
}

function totalWorth(lanes: readonly LaneOnTheWay[], { load }: Needs): number {
  let total = 0
  for (const lane of lanes) total += wayWorth(lane, load.partLoad)
  return total
}
