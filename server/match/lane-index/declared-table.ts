import { orderByKeys } from './counting-sort.ts'

/** A direction in small numbers. */
export interface DeclaredDirection {
  from: number
  to: number
  carrier: number
  bothWays: boolean
}

/** `reversed`: this is the way back of a direction declared both ways. */
interface DeclaredEntry extends DeclaredDirection {
  reversed: boolean
}

const BOTH_WAYS = 1
const REVERSED = 2

/**
 * Declared directions by where they start; one declared both ways stands here twice. What a company declares is
 * replaced as a whole, as its entry in the carrier base is: its built entries are passed over from then on.
 */
export class DeclaredTable {
  readonly #start: Int32Array
  readonly #to: Int32Array
  readonly #carrier: Int32Array
  readonly #flags: Uint8Array
  readonly #replaced = new Map<number, DeclaredEntry[]>()
  readonly #overlay = new Map<number, Map<number, DeclaredEntry[]>>()

  constructor(directions: readonly DeclaredDirection[]) {
    const entries = withWaysBack(unrepeated(directions))
    const order = orderByKeys(entries.length, [
      Int32Array.from(entries, ({ from }) => from),
      Int32Array.from(entries, ({ to }) => to),
      Int32Array.from(entries, ({ carrier }) => carrier),
    ])
    this.#start = new Int32Array(entries.reduce((most, { from }) => Math.max(most, from), -1) + 2)
    for (const { from } of entries) this.#start[from + 1]!++
    for (let at = 1; at < this.#start.length; at++) this.#start[at]! += this.#start[at - 1]!
    this.#to = Int32Array.from(order, (at) => entries[at]!.to)
    this.#carrier = Int32Array.from(order, (at) => entries[at]!.carrier)
    this.#flags = Uint8Array.from(order, (at) => {
      const { bothWays, reversed } = entries[at]!
      return (bothWays ? BOTH_WAYS : 0) | (reversed ? REVERSED : 0)
    })
  }

  get bytes(): number {
    return 4 * (this.#start.length + this.#to.length + this.#carrier.length) + this.#flags.length
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

  /** Calls `visit` for each entry that starts at this place. */
  visitFrom(from: number, visit: (to: number, carrier: number, bothWays: boolean, reversed: boolean) => void): void {
    if (from >= 0 && from < this.#start.length - 1) {
      const hasReplaced = this.#replaced.size > 0
      for (let at = this.#start[from]!; at < this.#start[from + 1]!; at++) {
        const carrier = this.#carrier[at]!
        const flags = this.#flags[at]!
        if (hasReplaced && this.#replaced.has(carrier)) continue
        visit(this.#to[at]!, carrier, (flags & BOTH_WAYS) !== 0, (flags & REVERSED) !== 0)
      }
    }
    for (const entries of this.#overlay.get(from)?.values() ?? [])
      for (const { to, carrier, bothWays, reversed } of entries) visit(to, carrier, bothWays, reversed)
  }

  /** Every direction once, as it was declared. */
  *directions(): Generator<DeclaredDirection> {
    for (let from = 0; from < this.#start.length - 1; from++) {
      for (let at = this.#start[from]!; at < this.#start[from + 1]!; at++) {
        const [carrier, flags] = [this.#carrier[at]!, this.#flags[at]!]
        if (flags & REVERSED || this.#replaced.has(carrier)) continue
        yield { from, to: this.#to[at]!, carrier, bothWays: (flags & BOTH_WAYS) !== 0 }
      }
    }
    for (const entries of this.#replaced.values()) for (const entry of entries) if (!entry.reversed) yield entry
  }
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
