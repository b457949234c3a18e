import { orderByKeys } from './counting-sort.ts'
import type { NearMarks } from './near-marks.ts'

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
  /** Lanes by where they end and then where they start: number and start of each, and the first of each `to`. */
  readonly #laneByTo: Int32Array
  readonly #fromByTo: Int32Array
  readonly #toStart: Int32Array
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
    this.#laneByTo = orderByKeys(this.laneTo.length, [this.laneTo, this.laneFrom])
    this.#fromByTo = this.#laneByTo.map((lane) => this.laneFrom[lane]!)
    this.#toStart = startsOf(this.laneTo)
  }

  get bytes(): number {
    return 4 * (4 * this.laneTo.length + this.rowStart.length + this.fromStart.length + this.#toStart.length)
  }

  /** -1 for a lane without rows. */
  laneOf(from: number, to: number): number {
    if (from < 0 || from >= this.fromStart.length - 1) return -1
    return positionOf(this.laneTo, to, this.fromStart[from]!, this.fromStart[from + 1]!)
  }

  /** How many rows a lane has. */
  rowsOf(from: number, to: number): number {
    const lane = this.laneOf(from, to)
    return lane < 0 ? 0 : this.rowStart[lane + 1]! - this.rowStart[lane]!
  }

  /**
   * Writes all lanes between two surroundings into `found`, three words each: number, and where its start and its end
   * stand in their surroundings. Says how many they are. Lanes are looked through from the end where there are fewer:
   * a thousand times more start in Moscow than end in a village. Places have numbers by where they lie, so they lie in a
   * few stretches.
   */
  between(from: NearMarks, to: NearMarks, found: Int32Array): number {
    // Lanes by their starts come with their cells side by side, so the other order has to be worth it.
    const isFromStart = lanesAt(this.fromStart, from.places) <= 2 * lanesAt(this.#toStart, to.places)
    const count = isFromStart
      ? this.#find(this.fromStart, this.laneTo, from.places, to.standsAt, found)
      : this.#find(this.#toStart, this.#fromByTo, to.places, from.standsAt, found)
    if (!isFromStart) this.#turn(found, count)
    for (let at = 0; at < 3 * count; at += 3) this.seenAhead ^= this.rowStart[found[at]!]!
    return count
  }

  /**
   * Looks through the lanes at places near one end (`starts`: where each place's begin) for those whose other end is
   * near as well.
   */
  #find(starts: Int32Array, others: Int32Array, near: Int32Array, standsAt: Uint16Array, found: Int32Array): number {
    // Memory answers many questions at once, but only those that need no other answer first: so each list is read
    // through before it is used.
    let ahead = 0
    for (let place = 0; place < near.length && near[place]! < starts.length - 1; place++)
      ahead ^= others[starts[near[place]!]!]!
    this.seenAhead = ahead
    let at = 0
    for (let place = 0; place < near.length && near[place]! < starts.length - 1; place++) {
      const end = starts[near[place]! + 1]!
      for (let lane = starts[near[place]!]!; lane < end; lane++) {
        const other = standsAt[others[lane]!]!
        if (other === 0) continue
        found[at] = lane
        found[at + 1] = place
        found[at + 2] = other - 1
        at += 3
      }
    }
    return at / 3
  }

  /** From where a lane stands in the order by ends to its number, and from end and start to start and end. */
  #turn(found: Int32Array, count: number): void {
    for (let at = 0; at < 3 * count; at += 3) {
      found[at] = this.#laneByTo[found[at]!]!
      const end = found[at + 1]!
      found[at + 1] = found[at + 2]!
      found[at + 2] = end
    }
  }
}

/** How many lanes there are at these places. */
function lanesAt(starts: Int32Array, places: Int32Array): number {
  let lanes = 0
  for (let at = 0; at < places.length && places[at]! < starts.length - 1; at++)
    lanes += starts[places[at]! + 1]! - starts[places[at]!]!
  return lanes
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

/** First of each number in an ascending list of them, and one more as the end of the last. */
export function startsOf(ends: Int32Array): Int32Array {
  let most = -1
  for (const end of ends) if (end > most) most = end
  const starts = new Int32Array(most + 2)
  for (const end of ends) starts[end + 1]!++
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!
  return starts
}
