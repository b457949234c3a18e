import type { Reason } from '../../contract/carriers.ts'

/** Lanes nearby that are named; a carrier of a busy region has dozens, and nobody reads the thirtieth. */
const NAMED_LANES = 3
/** One lane too many is named rather than called the rest. */
const FEWEST_FOLDED = NAMED_LANES + 2
const PLACES = 0x4000000

type NearLine = Extract<Reason, { kind: 'trips_near' | 'offers_near' }>

/**
 * Folds all but the strongest lanes nearby into one line, so that the lines still add up to the score. A lane with
 * both trips and offers is one lane: its two lines stay or go together. `lanes`: no more of them are nearby.
 */
export function foldNear(lines: Reason[], lanes = Infinity): Reason[] {
  if (lanes < FEWEST_FOLDED) return lines
  const byLane = new Map<number, { points: number; lines: NearLine[] }>()
  for (const line of lines) {
    if (!isNear(line)) continue
    const key = laneOf(line)
    const lane = byLane.get(key)
    if (lane) {
      lane.points += line.points
      lane.lines.push(line)
    } else byLane.set(key, { points: line.points, lines: [line] })
  }
  if (byLane.size < FEWEST_FOLDED) return lines
  const folded = [...byLane.values()].sort((a, b) => b.points - a.points).slice(NAMED_LANES)
  const gone = new Set<Reason>()
  const rest = { kind: 'near_rest' as const, lanes: folded.length, trips: 0, offers: 0, points: 0 }
  for (const lane of folded) {
    rest.points += lane.points
    for (const line of lane.lines) {
      gone.add(line)
      if (line.kind === 'trips_near') rest.trips += line.count
      else rest.offers += line.count
    }
  }
  return [...lines.filter((line) => !gone.has(line)), rest]
}

const isNear = (line: Reason): line is NearLine => line.kind === 'trips_near' || line.kind === 'offers_near'

/** Both ends in one number: ids of places are below it. */
const laneOf = (line: NearLine): number => line.fromId * PLACES + line.toId
