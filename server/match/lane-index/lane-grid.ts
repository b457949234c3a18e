import type { Surroundings } from './surroundings.ts'

/**
 * Lanes that have rows, by where they start and then where they end; the rows of a lane lie side by side. Ends are small
 * numbers: of places, or of regions. Made once: what comes later is kept elsewhere until the next building.
 */
export class LaneGrid {
  readonly laneFrom: Int32Array
  readonly laneTo: Int32Array
  /** First row of each lane, and one more as the end of the last. */
  readonly rowStart: Int32Array
  /** First lane of each `from`, and one more as the end of the last. */
  readonly fromStart: Int32Array
  /** What was found by reading ahead; kept so that the reading is not thought useless. */
  seenAhead = 0

  /** Ends of each row, the rows being in ascending order of them. */
  constructor(from: Int32Array, to: Int32Array) {
    const starts: number[] = []
    for (let row = 0; row < from.length; row++)
      if (row === 0 || from[row] !== from[row - 1] || to[row] !== to[row - 1]) starts.push(row)
    this.laneFrom = Int32Array.from(starts, (row) => from[row]!)
    this.laneTo = Int32Array.from(starts, (row) => to[row]!)
    this.rowStart = Int32Array.from([...starts, from.length])
    this.fromStart = startsOf(this.laneFrom)
  }

  get bytes(): number {
    return 4 * (2 * this.laneTo.length + this.rowStart.length + this.fromStart.length)
  }

  /** -1 for a lane without rows. */
  laneOf(from: number, to: number): number {
    if (from < 0 || from >= this.fromStart.length - 1) return -1
    return positionOf(this.laneTo, to, this.fromStart[from]!, this.fromStart[from + 1]!)
  }

  /**
   * Writes all lanes between two surroundings into `found`, three words each: number, and where its start and its end
   * stand in their surroundings. Says how many they are. `toStandsAt` are the marks of the places round the end. Places
   * have numbers by where they lie, so the lanes looked through lie in a few stretches.
   */
  between(from: Surroundings, toStandsAt: Uint16Array, found: Int32Array): number {
    const { laneTo, fromStart } = this
    const { places } = from
    const known = fromStart.length - 1
    // Memory answers many questions at once, but only those that need no other answer first: so each list is read
    // through before it is used.
    let ahead = 0
    for (let start = 0; start < places.length && places[start]! < known; start++)
      ahead ^= laneTo[fromStart[places[start]!]!]!
    let at = 0
    for (let start = 0; start < places.length; start++) {
      const place = places[start]!
      if (place >= known) break
      const end = fromStart[place + 1]!
      for (let lane = fromStart[place]!; lane < end; lane++) {
        const finish = toStandsAt[laneTo[lane]!]!
        if (finish === 0) continue
        found[at] = lane
        found[at + 1] = start
        found[at + 2] = finish - 1
        at += 3
      }
    }
    for (let one = 0; one < at; one += 3) ahead ^= this.rowStart[found[one]!]!
    this.seenAhead = ahead
    return at / 3
  }
}

/** Where a value stands in an ascending stretch; -1 when it does not. */
export function positionOf(values: Int32Array | Uint32Array, wanted: number, start: number, end: number): number {
  let [low, high] = [start, end]
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low < end && values[low] === wanted ? low : -1
}

function startsOf(ends: Int32Array): Int32Array {
  let most = -1
  for (const end of ends) if (end > most) most = end
  const starts = new Int32Array(most + 2)
  for (const end of ends) starts[end + 1]!++
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!
  return starts
}
