/** Ids up to this are looked up in an array, greater ones in a map. */
const DENSE_LIMIT = 1 << 20

/** Gives whatever has an id a small number, in the order of first sight, so that arrays can be indexed by it. */
export class Numbering {
  /** Number + 1 by id; 0: not seen. An array is found in memory at once, a map in five steps. */
  #dense = new Int32Array(1024)
  readonly #sparse = new Map<number, number>()
  readonly #ids: number[] = []

  get size(): number {
    return this.#ids.length
  }

  /** The number of an id, given now if it has none. */
  numberFor(id: number): number {
    const known = this.find(id)
    if (known >= 0) return known
    const number = this.#ids.length
    this.#ids.push(id)
    if (isDense(id)) this.#room(id)[id] = number + 1
    else this.#sparse.set(id, number)
    return number
  }

  /** -1 for an id never seen. */
  find(id: number): number {
    if (isDense(id)) return id < this.#dense.length ? this.#dense[id]! - 1 : -1
    return this.#sparse.get(id) ?? -1
  }

  idOf(number: number): number {
    return this.#ids[number]!
  }

  #room(id: number): Int32Array {
    if (id >= this.#dense.length) {
      const grown = new Int32Array(Math.min(DENSE_LIMIT, 2 * id + 1))
      grown.set(this.#dense)
      this.#dense = grown
    }
    return this.#dense
  }
}

function isDense(id: number): boolean {
  return id >= 0 && id < DENSE_LIMIT && Number.isInteger(id)
}
