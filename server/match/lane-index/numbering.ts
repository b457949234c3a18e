/** Gives whatever has an id a small number, in the order of first sight, so that arrays can be indexed by it. */
export class Numbering {
  readonly #numbers = new Map<number, number>()
  readonly #ids: number[] = []

  get size(): number {
    return this.#ids.length
  }

  /** The number of an id, given now if it has none. */
  numberFor(id: number): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const number = this.#ids.length
    this.#numbers.set(id, number)
    this.#ids.push(id)
    return number
  }

  /** -1 for an id never seen. */
  find(id: number): number {
    return this.#numbers.get(id) ?? -1
  }

  idOf(number: number): number {
    return this.#ids[number]!
  }
}
