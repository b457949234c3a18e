const FIRST_ROOM = 1024
/** Of the room; fuller tables are slow to search. */
const FULL = 0.75
const EMPTY = -1

/**
 * A number for each id, in two columns: a `Map` of 300,000 takes four times as much memory. Ids are positive 32-bit
 * numbers; they are looked for from a place made of the id onwards.
 */
export class NumbersById {
  #size = 0
  #ids: Int32Array
  #numbers: Int32Array

  /** Made for about so many ids; more may come. */
  constructor(expected = 0) {
    let room = FIRST_ROOM
    while (room * FULL < expected) room *= 2
    this.#ids = new Int32Array(room).fill(EMPTY)
    this.#numbers = new Int32Array(room)
  }

  get size(): number {
    return this.#size
  }

  get(id: number): number | undefined {
    const place = this.#placeOf(id)
    return this.#ids[place] === id ? this.#numbers[place] : undefined
  }

  set(id: number, number: number): void {
    if (this.#size >= this.#ids.length * FULL) this.#grow()
    const place = this.#placeOf(id)
    if (this.#ids[place] !== id) this.#size += 1
    this.#ids[place] = id
    this.#numbers[place] = number
  }

  delete(id: number): void {
    let hole = this.#placeOf(id)
    if (this.#ids[hole] !== id) return
    this.#size -= 1
    const last = this.#ids.length - 1
    // Whoever was put further on because this place was taken comes back, or would not be found any more.
    for (let place = (hole + 1) & last; this.#ids[place] !== EMPTY; place = (place + 1) & last) {
      const home = this.#homeOf(this.#ids[place]!)
      if (((place - home) & last) < ((place - hole) & last)) continue
      this.#ids[hole] = this.#ids[place]!
      this.#numbers[hole] = this.#numbers[place]!
      hole = place
    }
    this.#ids[hole] = EMPTY
  }

  #homeOf(id: number): number {
    return (Math.imul(id, 0x9e3779b1) >>> 7) & (this.#ids.length - 1)
  }

  /** Where an id stands, or where it would. */
  #placeOf(id: number): number {
    const last = this.#ids.length - 1
    let place = this.#homeOf(id)
    while (this.#ids[place] !== EMPTY && this.#ids[place] !== id) place = (place + 1) & last
    return place
  }

  #grow(): void {
    const [ids, numbers] = [this.#ids, this.#numbers]
    this.#ids = new Int32Array(ids.length * 2).fill(EMPTY)
    this.#numbers = new Int32Array(ids.length * 2)
    this.#size = 0
    for (let place = 0; place < ids.length; place++) if (ids[place] !== EMPTY) this.set(ids[place]!, numbers[place]!)
  }
}
