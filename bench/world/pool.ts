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

  constructor(willing: Willing, body: BodyCode, all: readonly LatentCarrier[], sharpness: number) {
    const fits = willing.carriers.map((carrier) => (canTake(all[carrier]!, body) ? 1 : 0))
    this.carriers = willing.carriers.filter((_, at) => fits[at] === 1)
    this.preference = willing.preference.filter((_, at) => fits[at] === 1)
    this.lottery = new Lottery(this.preference.map((wish) => wish ** sharpness))
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
