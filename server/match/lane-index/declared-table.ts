import { orderByKeys } from './counting-sort.ts'
import { LaneGrid } from './lane-grid.ts'

/** A direction in small numbers. */
export interface DeclaredDirection {
  from: number
  to: number
  carrier: number
  bothWays: boolean
}

/** A direction as it is found by its lane; one declared both ways is found by either. */
export interface DeclaredEntry extends DeclaredDirection {
  /** This is the way back: it was declared from `to` to `from`. */
  reversed: boolean
}

/** Above thirty bits of the company's number. */
const BOTH_WAYS = 1 << 30
const REVERSED = 1 << 31
const COMPANY = BOTH_WAYS - 1

/**
 * Declared directions by lane. What a company declares is replaced as a whole, as its entry in the carrier base is:
 * its built entries are passed over from then on.
 */
export class DeclaredTable {
  readonly grid: LaneGrid
  /** By row of the grid: the company and the two flags in one word. */
  readonly #rows: Int32Array
  readonly #replaced = new Map<number, DeclaredEntry[]>()
  readonly #overlay = new Map<number, Map<number, DeclaredEntry[]>>()

  constructor(directions: readonly DeclaredDirection[]) {
    const entries = withWaysBack(unrepeated(directions))
    const columns = [
      Int32Array.from(entries, ({ from }) => from),
      Int32Array.from(entries, ({ to }) => to),
      Int32Array.from(entries, ({ carrier }) => carrier),
    ] as const
    const order = orderByKeys(entries.length, columns)
    const [from, to, carrier] = columns.map((column) => Int32Array.from(order, (at) => column[at]!))
    this.grid = new LaneGrid(from!, to!)
    this.#rows = Int32Array.from(order, (at, row) => carrier![row]! | flagsOf(entries[at]!))
  }

  get bytes(): number {
    return this.grid.bytes + this.#rows.byteLength
  }

  carrierOf(row: number): number {
    return this.#rows[row]! & COMPANY
  }

  /** Whether a built entry no longer holds: its company has since declared anew. */
  isReplaced(row: number): boolean {
    return this.#replaced.size > 0 && this.#replaced.has(this.carrierOf(row))
  }

  isOneWay(row: number): boolean {
    return (this.#rows[row]! & ~COMPANY) === 0
  }

  isBothWays(row: number): boolean {
    return (this.#rows[row]! & BOTH_WAYS) !== 0
  }

  isReversed(row: number): boolean {
    return (this.#rows[row]! & REVERSED) !== 0
  }

  /** Whether anything was declared since the table was built. */
  get isOverlaid(): boolean {
    return this.#overlay.size > 0
  }

  /** Entries declared since the table was built, by company, that start at this place. */
  overlayFrom(from: number): Iterable<readonly DeclaredEntry[]> {
    return this.#overlay.get(from)?.values() ?? []
  }

  replace(carrier: number, directions: readonly DeclaredDirection[]): void {
    for (const { from } of this.#replaced.get(carrier) ?? []) this.#overlay.get(from)?.delete(carrier)
    const entries = withWaysBack(unrepeated(directions))
    this.#replaced.set(carrier, entries)
    for (const entry of entries) {
      const starting = this.#overlay.get(entry.from) ?? new Map<number, DeclaredEntry[]>()
      this.#overlay.set(entry.from, starting)
      const own = starting.get(carrier)
      if (own) own.push(entry)
      else starting.set(carrier, [entry])
    }
  }

  /** Every direction once, as it was declared. */
  *directions(): Generator<DeclaredDirection> {
    const { laneFrom, laneTo, rowStart } = this.grid
    for (let lane = 0; lane < laneFrom.length; lane++) {
      for (let row = rowStart[lane]!; row < rowStart[lane + 1]!; row++) {
        if (this.isReversed(row) || this.isReplaced(row)) continue
        const [from, to, carrier] = [laneFrom[lane]!, laneTo[lane]!, this.carrierOf(row)]
        yield { from, to, carrier, bothWays: this.isBothWays(row) }
      }
    }
    for (const entries of this.#replaced.values()) for (const entry of entries) if (!entry.reversed) yield entry
  }
}

function flagsOf({ bothWays, reversed }: DeclaredEntry): number {
  return (bothWays ? BOTH_WAYS : 0) | (reversed ? REVERSED : 0)
}

/** The same lane of the same company declared twice is one direction; both ways if either line says so. */
function unrepeated(directions: readonly DeclaredDirection[]): DeclaredDirection[] {
  const seen = new Map<string, DeclaredDirection>()
  for (const direction of directions) {
    const key = `${direction.carrier} ${direction.from} ${direction.to}`
    const known = seen.get(key)
    if (!known) seen.set(key, direction)
    else if (direction.bothWays && !known.bothWays) seen.set(key, { ...known, bothWays: true })
  }
  return [...seen.values()]
}

function withWaysBack(directions: readonly DeclaredDirection[]): DeclaredEntry[] {
  return directions.flatMap((direction) => {
    const forward = { ...direction, reversed: false }
    if (!direction.bothWays) return [forward]
    return [forward, { ...direction, from: direction.to, to: direction.from, reversed: true }]
  })
}
