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
   * Writes all lanes between two surroundings into `found`, three words each: number, start and end. Says how many they
   * are. `isFrom` and `isTo` mark their places. Goes through the lanes of the end that has fewer of them.
   */
  between(from: Surroundings, to: Surroundings, isFrom: Uint8Array, isTo: Uint8Array, found: Int32Array): number {
    const isFewerFrom = lanesAt(from.places, this.fromStart) <= lanesAt(to.places, this.#toStart)
    const places = isFewerFrom ? from.places : to.places
    const starts = isFewerFrom ? this.fromStart : this.#toStart
    const others = isFewerFrom ? this.laneTo : this.#fromByTo
    const isOther = isFewerFrom ? isTo : isFrom
    const known = starts.length - 1
    let at = 0
    for (let one = 0; one < places.length; one++) {
      const place = places[one]!
      if (place >= known) continue
      const end = starts[place + 1]!
      for (let row = starts[place]!; row < end; row++) {
        const other = others[row]!
        if (isOther[other] === 0) continue
        found[at] = isFewerFrom ? row : this.#byTo[row]!
        found[at + 1] = isFewerFrom ? place : other
        found[at + 2] = isFewerFrom ? other : place
        at += 3
      }
    }
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

function lanesAt(places: Int32Array, starts: Int32Array): number {
  const known = starts.length - 1
  let count = 0
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!
    if (place < known) count += starts[place + 1]! - starts[place]!
  }
  return count
}
