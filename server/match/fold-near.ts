import type { Reason } from '../../contract/carriers.ts'

/** Lanes nearby that are named; a carrier of a busy region has dozens, and nobody reads the thirtieth. */
const NAMED_LANES = 3

type NearLine = Extract<Reason, { kind: 'trips_near' | 'offers_near' }>

/**
 * Folds all but the strongest lanes nearby into one line, so that the lines still add up to the score. A lane with
 * both trips and offers is one lane: its two lines stay or go together.
 */
export function foldNear(lines: readonly Reason[]): Reason[] {
  const byLane = new Map<string, NearLine[]>()
  for (const line of lines) if (isNear(line)) byLane.set(laneOf(line), [...(byLane.get(laneOf(line)) ?? []), line])
  const folded = [...byLane.values()].sort((a, b) => pointsOf(b) - pointsOf(a)).slice(NAMED_LANES)
  if (folded.length < 2) return [...lines]
  const gone = new Set<Reason>(folded.flat())
  return [
    ...lines.filter((line) => !gone.has(line)),
    {
      kind: 'near_rest',
      lanes: folded.length,
      trips: countOf(folded, 'trips_near'),
      offers: countOf(folded, 'offers_near'),
      points: folded.reduce((sum, lane) => sum + pointsOf(lane), 0),
    },
  ]
}

const isNear = (line: Reason): line is NearLine => line.kind === 'trips_near' || line.kind === 'offers_near'

const laneOf = (line: NearLine): string => `${line.fromId} ${line.toId}`

const pointsOf = (lane: readonly NearLine[]): number => lane.reduce((sum, line) => sum + line.points, 0)

function countOf(lanes: readonly NearLine[][], kind: NearLine['kind']): number {
  return lanes.flat().reduce((sum, line) => sum + (line.kind === kind ? line.count : 0), 0)
}
