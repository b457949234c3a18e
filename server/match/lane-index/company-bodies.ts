import { mayFit } from './body-masks.ts'

/** Loads ask for few sets of bodies; beyond so many all are worked out anew. */
const MOST_KEPT = 64

/** Who may have a truck for a set of bodies. */
export interface Fitting {
  /** By number of the company 1 or 0; for as many companies at least as were asked for. Not to be written to. */
  readonly of: Uint8Array<ArrayBuffer>
  /** How many they are. */
  readonly count: number
}

/**
 * Bodies of companies' vehicles as bits (see `body-masks.ts`), 0 where nothing is known. Hundreds of companies met at
 * random are asked about for every list, so for each set of bodies that loads ask for the answer is worked out once, one
 * byte a company: bytes come into the processor's cache where whole words would be waited for.
 */
export class CompanyBodies {
  #masks: Uint32Array
  readonly #fitting = new Map<number, { of: Uint8Array<ArrayBuffer>; count: number }>()

  /** By number of the company. */
  constructor(masks: Uint32Array) {
    this.#masks = masks
  }

  get bytes(): number {
    return this.#masks.byteLength
  }

  /** Of one company. */
  of(company: number): number {
    return this.#masks[company] ?? 0
  }

  put(company: number, mask: number): void {
    if (company >= this.#masks.length) {
      const masks = new Uint32Array(Math.ceil((company + 64) * 1.25))
      masks.set(this.#masks)
      this.#masks = masks
    }
    this.#masks[company] = mask
    for (const [needed, fitting] of this.#fitting) {
      if (company >= fitting.of.length) continue
      fitting.count -= fitting.of[company]!
      fitting.of[company] = Number(mayFit(mask, needed))
      fitting.count += fitting.of[company]
    }
  }

  /** Who of so many companies may have a truck. `needed`: bodies that can take the load, as bits; 0: any. */
  fitting(needed: number, companies: number): Fitting {
    const kept = this.#fitting.get(needed)
    if (kept && kept.of.length >= companies) return kept
    if (this.#fitting.size >= MOST_KEPT) this.#fitting.clear()
    const room = Math.ceil(companies * 1.25)
    const of = Uint8Array.from({ length: room }, (_, company) => Number(mayFit(this.of(company), needed)))
    const made = { of, count: of.subarray(0, companies).reduce((sum, one) => sum + one, 0) }
    this.#fitting.set(needed, made)
    return made
  }

  /** The same for another index. */
  copy(): CompanyBodies {
    return new CompanyBodies(this.#masks)
  }
}
