import { Cells, type CellValues } from './cells.ts'
import { orderByKeys } from './counting-sort.ts'
import { LaneGrid, positionOf } from './lane-grid.ts'

/** Cells not yet in order, as they were read. */
export interface UnsortedCells {
  from: Int32Array
  to: Int32Array
  cells: Cells
}

const EMPTY: ReadonlyMap<number, ReadonlyMap<number, number>> = new Map()

/**
 * Cells by (from, to, carrier), all three small numbers; within a lane in order of carrier. Known cells are
 * overwritten where they lie; new ones are appended and found through the overlay, until the table is built anew.
 */
export class CellTable {
  readonly cells: Cells
  readonly grid: LaneGrid
  /** Cells that came after the table was built: from → to → carrier → cell. */
  readonly #overlay = new Map<number, Map<number, Map<number, number>>>()
  #overlaid = 0

  /** Cells of the same key are added up. */
  constructor({ from, to, cells: unsorted }: UnsortedCells) {
    const count = unsorted.length
    const carrier = Int32Array.from(unsorted.carrier.subarray(0, count))
    const order = orderByKeys(count, [from, to, carrier])
    this.cells = new Cells(count)
    const [sortedFrom, sortedTo] = [new Int32Array(count), new Int32Array(count)]
    let previous = -1
    for (const row of order) {
      const isAgain =
        previous >= 0 && from[row] === from[previous] && to[row] === to[previous] && carrier[row] === carrier[previous]
      previous = row
      if (isAgain) {
        const at = this.cells.length - 1
        this.cells.write(at, sumOf(this.cells.read(at), unsorted.read(row)))
        continue
      }
      const at = this.cells.append(carrier[row]!, unsorted.read(row))
      sortedFrom[at] = from[row]!
      sortedTo[at] = to[row]!
    }
    const { length } = this.cells
    this.grid = new LaneGrid(sortedFrom.subarray(0, length), sortedTo.subarray(0, length))
  }

  get bytes(): number {
    return this.cells.bytes + this.grid.bytes
  }

  /** Cells in the overlay. */
  get overlaid(): number {
    return this.#overlaid
  }

  /** Cells of one `from` in the overlay: to → carrier → cell. */
  overlayFrom(from: number): ReadonlyMap<number, ReadonlyMap<number, number>> {
    return this.#overlay.get(from) ?? EMPTY
  }

  /** -1 for a cell that is not there. */
  cellOf(from: number, to: number, carrier: number): number {
    const lane = this.grid.laneOf(from, to)
    const [start, end] = lane < 0 ? [0, 0] : [this.grid.rowStart[lane]!, this.grid.rowStart[lane + 1]!]
    const built = positionOf(this.cells.carrier, carrier, start, end)
    return built >= 0 ? built : (this.#overlay.get(from)?.get(to)?.get(carrier) ?? -1)
  }

  /** Cells of one lane, in no particular order. */
  *cellsOf(from: number, to: number): Generator<number> {
    const lane = this.grid.laneOf(from, to)
    if (lane >= 0) for (let cell = this.grid.rowStart[lane]!; cell < this.grid.rowStart[lane + 1]!; cell++) yield cell
    yield* this.overlayFrom(from).get(to)?.values() ?? []
  }

  put(from: number, to: number, carrier: number, values: CellValues): void {
    const known = this.cellOf(from, to, carrier)
    if (known >= 0) this.cells.write(known, values)
    else {
      const lanes = within(this.#overlay, from, () => new Map<number, Map<number, number>>())
      const lane = within(lanes, to, () => new Map<number, number>())
      lane.set(carrier, this.cells.append(carrier, values))
      this.#overlaid++
    }
  }

  /** Every cell with its key, those without trips and offers too. */
  *entries(): Generator<{ from: number; to: number; cell: number }> {
    const { laneFrom, laneTo, rowStart } = this.grid
    for (let lane = 0; lane < laneFrom.length; lane++) {
      const [from, to] = [laneFrom[lane]!, laneTo[lane]!]
      for (let cell = rowStart[lane]!; cell < rowStart[lane + 1]!; cell++) yield { from, to, cell }
    }
    for (const [from, lanes] of this.#overlay)
      for (const [to, cells] of lanes) for (const cell of cells.values()) yield { from, to, cell }
  }
}

/** Adds values, which may be negative. What is left of a sum when its count is back at zero is rounding. */
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

function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
