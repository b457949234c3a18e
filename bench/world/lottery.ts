import type { Random } from './random.ts'

/** Draws places of a list in proportion to their weights; negative and unreadable weights count as nothing. */
export class Lottery {
  readonly #upTo: Float64Array

  constructor(weights: ArrayLike<number>) {
    this.#upTo = new Float64Array(weights.length)
    let total = 0
    for (let at = 0; at < weights.length; at++) {
      const weight = weights[at]!
      if (weight > 0) total += weight
      this.#upTo[at] = total
    }
  }

  get total(): number {
    return this.#upTo[this.#upTo.length - 1] ?? 0
  }

  /** Index of the one drawn. Throws when nothing has any weight. */
  draw(random: Random): number {
    if (!(this.total > 0)) throw new Error('Nothing to draw from')
    const ticket = random.next() * this.total
    let [low, high] = [0, this.#upTo.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#upTo[middle]! > ticket) high = middle
      else low = middle + 1
    }
    return low
  }
}
