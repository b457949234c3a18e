import { orderByKeys } from './counting-sort.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Lanes that have rows, by where they start and by where they end; the rows of a lane lie side by side. Ends are small
 * numbers: of places, or of regions. Made once: what comes later is kept elsewhere until the next building.
 */
export class LaneGrid {
  readonly laneFrom: Int32Array
  readonly laneTo: Int32Array
  /** First row of each lane, and one more as the end of the last. */
  readonly rowStart: Int32Array
  /** First lane of each `from`, and one more as the end of the last. */
  readonly fromStart: Int32Array
  /** Lanes by where they end, where each of them starts, and where in this list each `to` begins. */
  readonly #byTo: Int32Array
  readonly #fromByTo: Int32Array
  readonly #toStart: Int32Array

  /** Ends of each row, the rows being in ascending order of them. */
  constructor(from: Int32Array, to: Int32Array) {
    const starts: number[] = []
    for (let row = 0; row < from.length; row++)
      if (row === 0 || from[row] !== from[row - 1] || to[row] !== to[row - 1]) starts.push(row)
    this.laneFrom = Int32Array.from(starts, (row) => from[row]!)
    this.laneTo = Int32Array.from(starts, (row) => to[row]!)
    this.rowStart = Int32Array.from([...starts, from.length])
    this.fromStart = startsOf(this.laneFrom)
    this.#byTo = orderByKeys(starts.length, [this.laneTo])
    this.#fromByTo = Int32Array.from(this.#byTo, (lane) => this.laneFrom[lane]!)
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

  /**
   * Writes the numbers of all lanes between two surroundings into `found`, and says how many they are. `isFrom` and
   * `isTo` mark their places by anything but zero. Goes through the lanes of the end that has fewer of them.
   */
  between(from: Surroundings, to: Surroundings, isFrom: Float64Array, isTo: Float64Array, found: Int32Array): number {
    let count = 0
    if (lanesAt(from.places, this.fromStart) <= lanesAt(to.places, this.#toStart)) {
      for (const place of from.places) {
        const end = this.fromStart[place + 1] ?? 0
        for (let lane = this.fromStart[place] ?? 0; lane < end; lane++)
          if (isTo[this.laneTo[lane]!] !== 0) found[count++] = lane
      }
    } else {
      for (const place of to.places) {
        const end = this.#toStart[place + 1] ?? 0
        for (let at = this.#toStart[place] ?? 0; at < end; at++) {
          if (isFrom[this.#fromByTo[at]!] !== 0) found[count++] = this.#byTo[at]!
        }
      }
    }
    return count
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

function lanesAt(places: Int32Array, starts: Int32Array): number {
  let count = 0
  for (const place of places) count += (starts[place + 1] ?? 0) - (starts[place + 1] === undefined ? 0 : starts[place]!)
  return count
}
