import { orderByKeys } from './counting-sort.ts'
import { LaneGrid, startsOf } from './lane-grid.ts'
import type { NearMarks } from './near-marks.ts'

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
export const COMPANY_BITS = BOTH_WAYS - 1

/**
 * Declared directions by lane. What a company declares is replaced as a whole, as its entry in the carrier base is:
 * its built entries are passed over from then on.
 */
export class DeclaredTable {
  readonly grid: LaneGrid
  /** By row of the grid: the company (`COMPANY_BITS`), and above it nothing where it is declared one way only. */
  readonly rows: Int32Array
  /** Built directions by company, each once: three words, both ends and 1 where it is both ways; first word of each. */
  readonly #own: Int32Array
  readonly #ownStart: Int32Array
  readonly #replaced = new Map<number, DeclaredEntry[]>()
  /** By company that has built entries: 1 where they no longer hold. A byte is found sooner than a key. */
  readonly replaced: Uint8Array
  readonly #overlay = new Map<number, Map<number, DeclaredEntry[]>>()

  constructor(directions: readonly DeclaredDirection[]) {
    const once = unrepeated(directions)
    const entries = withWaysBack(once)
    const columns = [
      Int32Array.from(entries, ({ from }) => from),
      Int32Array.from(entries, ({ to }) => to),
      Int32Array.from(entries, ({ carrier }) => carrier),
    ] as const
    const order = orderByKeys(entries.length, columns)
    const [from, to, carrier] = columns.map((column) => Int32Array.from(order, (at) => column[at]!))
    this.grid = new LaneGrid(from!, to!)
    this.rows = Int32Array.from(order, (at, row) => carrier![row]! | flagsOf(entries[at]!))
    const own = once.toSorted((a, b) => a.carrier - b.carrier)
    this.#own = Int32Array.from(own.flatMap(({ from, to, bothWays }) => [from, to, Number(bothWays)]))
    this.#ownStart = startsOf(Int32Array.from(own, (one) => one.carrier))
    this.replaced = new Uint8Array(this.#ownStart.length - 1)
  }

  get bytes(): number {
    return this.grid.bytes + this.rows.byteLength + this.#own.byteLength + this.#ownStart.byteLength
  }

  carrierOf(row: number): number {
    return this.rows[row]! & COMPANY_BITS
  }

  /** Whether a built entry no longer holds: its company has since declared anew. */
  isReplaced(row: number): boolean {
    return this.replaced[this.carrierOf(row)] === 1
  }

  isOneWay(row: number): boolean {
    return (this.rows[row]! & ~COMPANY_BITS) === 0
  }

  /** How near everything a company declares runs to a lane, added up; of one declared both ways the better way. */
  nearnessOf(carrier: number, from: NearMarks, to: NearMarks): number {
    let sum = 0
    for (const { from: start, to: end, bothWays, reversed } of this.#replaced.get(carrier) ?? [])
      if (!reversed) sum += nearnessOf(from, to, start, end, bothWays)
    if (carrier >= this.replaced.length || this.replaced[carrier] === 1) return sum
    for (let at = 3 * this.#ownStart[carrier]!; at < 3 * this.#ownStart[carrier + 1]!; at += 3)
      sum += nearnessOf(from, to, this.#own[at]!, this.#own[at + 1]!, this.#own[at + 2] === 1)
    return sum
  }

  isBothWays(row: number): boolean {
    return (this.rows[row]! & BOTH_WAYS) !== 0
  }

  isReversed(row: number): boolean {
    return (this.rows[row]! & REVERSED) !== 0
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
    if (carrier < this.replaced.length) this.replaced[carrier] = 1
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

function nearnessOf(from: NearMarks, to: NearMarks, start: number, end: number, bothWays: boolean): number {
  const there = from.nearnessOf(start) * to.nearnessOf(end)
  return bothWays ? Math.max(there, from.nearnessOf(end) * to.nearnessOf(start)) : there
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
