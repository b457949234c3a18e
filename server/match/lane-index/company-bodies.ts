import { mayFit } from './body-masks.ts'

/** Sets of bodies beyond this many are looked up company by company. */
const MOST_KINDS = 255

/**
 * Bodies of companies' vehicles as bits (see `body-masks.ts`), 0 where nothing is known. Companies have few sets
 * between them, so besides the bits one byte a company says which: hundreds of companies met at random are asked for
 * every list, and bytes come into the processor's cache where whole words would be waited for.
 */
export class CompanyBodies {
  #masks: Uint32Array
  #kinds: Uint8Array
  readonly #kindOfMask = new Map<number, number>()
  readonly #maskOfKind = new Uint32Array(MOST_KINDS)
  readonly #kindFits = new Uint8Array(MOST_KINDS)
  #needed = 0
  /** What was found by reading ahead; kept so that the reading is not thought useless. */
  seenAhead = 0

  /** By number of the company. */
  constructor(masks: Uint32Array) {
    this.#masks = masks
    this.#kinds = Uint8Array.from(masks, (mask) => this.#kindFor(mask))
  }

  get bytes(): number {
    return this.#masks.byteLength + this.#kinds.byteLength
  }

  /** Of one company. */
  of(company: number): number {
    return this.#masks[company] ?? 0
  }

  put(company: number, mask: number): void {
    if (company >= this.#masks.length) this.#grow(company)
    this.#masks[company] = mask
    this.#kinds[company] = this.#kindFor(mask)
  }

  /** From now on `fits` is asked about these bodies; 0: any. */
  ask(needed: number): void {
    this.#needed = needed
    for (let kind = 0; kind < this.#kindOfMask.size; kind++)
      this.#kindFits[kind] = mayFit(this.#maskOfKind[kind]!, needed) ? 1 : 0
    let ahead = 0
    for (let at = 0; at < this.#kinds.length; at += 64) ahead ^= this.#kinds[at]!
    this.seenAhead = ahead
  }

  /** 1 where the company may have a truck for the bodies asked about, 0 where it has none. */
  fits(company: number): number {
    if (company >= this.#kinds.length) return 1
    const kind = this.#kinds[company]!
    return kind === MOST_KINDS ? Number(mayFit(this.#masks[company]!, this.#needed)) : this.#kindFits[kind]!
  }

  /** The same for another index: what has gone out of use is forgotten. */
  copy(): CompanyBodies {
    return new CompanyBodies(this.#masks)
  }

  #kindFor(mask: number): number {
    const known = this.#kindOfMask.get(mask)
    if (known !== undefined) return known
    const kind = this.#kindOfMask.size
    if (kind === MOST_KINDS) return MOST_KINDS
    this.#kindOfMask.set(mask, kind)
    this.#maskOfKind[kind] = mask
    return kind
  }

  #grow(company: number): void {
    const masks = new Uint32Array(Math.ceil((company + 64) * 1.25))
    masks.set(this.#masks)
    const kinds = new Uint8Array(masks.length).fill(this.#kindFor(0))
    kinds.set(this.#kinds)
    this.#masks = masks
    this.#kinds = kinds
  }
}
