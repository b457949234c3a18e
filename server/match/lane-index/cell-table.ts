import { Cells, type CellValues } from './cells.ts'
import { orderByKeys } from './counting-sort.ts'

/** Cells that came after the table was built: from → to → carrier → cell. */
type Overlay = Map<number, Map<number, Map<number, number>>>

const EMPTY = new Map<number, Map<number, number>>()

/** Cells not yet in order, as they were read. */
export interface UnsortedCells {
  from: Int32Array
  to: Int32Array
  cells: Cells
}

/**
 * Cells by (from, to, carrier), all three small numbers: the lanes of one `from` lie side by side in order of `to`, the
 * cells of one lane side by side in order of carrier. Known cells are overwritten where they lie; new ones are
 * appended and found through the overlay, until the table is built anew.
 */
export class CellTable {
  readonly cells: Cells
  /** First lane of each `from`, and one more as the end of the last. */
  readonly fromStart: Int32Array
  readonly laneTo: Int32Array
  /** First cell of each lane, and one more as the end of the last. */
  readonly laneStart: Int32Array
  readonly #overlay: Overlay = new Map()
  /** Cells in the overlay. */
  overlaid = 0

  /** Rows of the same key are added up. */
  constructor({ from, to, cells: unsorted }: UnsortedCells) {
    const count = unsorted.length
    const carrier = Int32Array.from(unsorted.carrier.subarray(0, count))
    const order = orderByKeys(count, [from, to, carrier])
    this.cells = new Cells(count)
    const laneTo: number[] = []
    const laneStart: number[] = []
    this.fromStart = new Int32Array(count === 0 ? 1 : from[order[count - 1]!]! + 2)
    let previous = -1
    for (const row of order) {
      const sameFrom = previous >= 0 && from[row] === from[previous]
      const sameLane = sameFrom && to[row] === to[previous]
      if (!sameLane) {
        laneTo.push(to[row]!)
        laneStart.push(this.cells.length)
        this.fromStart[from[row]! + 1]!++
      }
      const isAgain = sameLane && carrier[row] === carrier[previous]
      if (isAgain) addTo(this.cells, this.cells.length - 1, unsorted.read(row))
      else this.cells.append(carrier[row]!, unsorted.read(row))
      previous = row
    }
    for (let at = 1; at < this.fromStart.length; at++) this.fromStart[at]! += this.fromStart[at - 1]!
    laneStart.push(this.cells.length)
    this.laneTo = Int32Array.from(laneTo)
    this.laneStart = Int32Array.from(laneStart)
  }

  get bytes(): number {
    return this.cells.bytes + 4 * (this.fromStart.length + this.laneTo.length + this.laneStart.length)
  }

  /** Lanes of one `from` that only the overlay has, or that it has more cells of. */
  overlayFrom(from: number): ReadonlyMap<number, ReadonlyMap<number, number>> {
    return this.#overlay.get(from) ?? EMPTY
  }

  /** Number of the lane as it was built; -1 when it had no cells then. */
  laneOf(from: number, to: number): number {
    if (from < 0 || from >= this.fromStart.length - 1) return -1
    return found(this.laneTo, to, this.fromStart[from]!, this.fromStart[from + 1]!)
  }

  /** -1 for a cell that is not there. */
  cellOf(from: number, to: number, carrier: number): number {
    const lane = this.laneOf(from, to)
    const built = lane < 0 ? -1 : found(this.cells.carrier, carrier, this.laneStart[lane]!, this.laneStart[lane + 1]!)
    return built >= 0 ? built : (this.#overlay.get(from)?.get(to)?.get(carrier) ?? -1)
  }

  /** Cells of one lane, in no particular order. */
  *cellsOf(from: number, to: number): Generator<number> {
    const lane = this.laneOf(from, to)
    if (lane >= 0) for (let cell = this.laneStart[lane]!; cell < this.laneStart[lane + 1]!; cell++) yield cell
    yield* this.overlayFrom(from).get(to)?.values() ?? []
  }

  put(from: number, to: number, carrier: number, values: CellValues): void {
    const known = this.cellOf(from, to, carrier)
    if (known >= 0) this.cells.write(known, values)
    else {
      const lanes = within(this.#overlay, from, () => new Map<number, Map<number, number>>())
      const lane = within(lanes, to, () => new Map<number, number>())
      lane.set(carrier, this.cells.append(carrier, values))
      this.overlaid++
    }
  }

  /** Every cell with its key, those without trips and offers too. */
  *entries(): Generator<{ from: number; to: number; cell: number }> {
    for (let from = 0; from < this.fromStart.length - 1; from++) {
      for (let lane = this.fromStart[from]!; lane < this.fromStart[from + 1]!; lane++) {
        const to = this.laneTo[lane]!
        for (let cell = this.laneStart[lane]!; cell < this.laneStart[lane + 1]!; cell++) yield { from, to, cell }
      }
    }
    for (const [from, lanes] of this.#overlay)
      for (const [to, cells] of lanes) for (const cell of cells.values()) yield { from, to, cell }
  }
}

/** Adds values, which may be negative, to a cell. What is left of a sum when its count is back at zero is rounding. */
export function addTo(cells: Cells, at: number, more: CellValues): void {
  cells.write(at, sumOf(cells.read(at), more))
}

export function sumOf(a: CellValues, b: CellValues): CellValues {
  const [trips, offers] = [a.trips + b.trips, a.offers + b.offers]
  return {
    trips,
    tripSum: trips === 0 ? 0 : a.tripSum + b.tripSum,
    lastTripMs: later(a.lastTripMs, b.lastTripMs),
    offers,
    offerSum: offers === 0 ? 0 : a.offerSum + b.offerSum,
    lastOfferMs: later(a.lastOfferMs, b.lastOfferMs),
  }
}

function later(a: number | null, b: number | null): number | null {
  return a === null || (b !== null && b > a) ? b : a
}

/** Where a value stands in an ascending stretch; -1 when it does not. */
function found(values: Int32Array | Uint32Array, wanted: number, start: number, end: number): number {
  let [low, high] = [start, end]
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low < end && values[low] === wanted ? low : -1
}

function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
