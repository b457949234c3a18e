import type { BodyCode } from '../../contract/codes.ts'
import { canTake } from './bodies.ts'
import type { LatentCarrier } from './carriers.ts'
import { Lottery } from './lottery.ts'
import type { Willing } from './preferences.ts'

/** Those of the willing whose trucks will do, ready to be drawn from. */
export class Pool {
  readonly carriers: Int32Array
  readonly preference: Float64Array
  readonly lottery: Lottery
  #ascending: Float64Array | null = null

  constructor(willing: Willing, body: BodyCode, all: readonly LatentCarrier[]) {
    const { length } = willing.carriers
    const fitting = new Int32Array(length)
    let count = 0
    for (let at = 0; at < length; at++) if (canTake(all[willing.carriers[at]!]!, body)) fitting[count++] = at
    this.carriers = new Int32Array(count)
    this.preference = new Float64Array(count)
    const chances = new Float64Array(count)
    for (let at = 0; at < count; at++) {
      this.carriers[at] = willing.carriers[fitting[at]!]!
      this.preference[at] = willing.preference[fitting[at]!]!
      chances[at] = willing.chance[fitting[at]!]!
    }
    this.lottery = new Lottery(chances)
  }

  /** How many of them want it more. */
  keenerThan(preference: number): number {
    this.#ascending ??= this.preference.toSorted()
    let [low, high] = [0, this.#ascending.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#ascending[middle]! <= preference) low = middle + 1
      else high = middle
    }
    return this.#ascending.length - low
  }
}
