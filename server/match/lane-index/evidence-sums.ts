import { WEIGHTS } from '../weights.ts'
import type { Cells } from './cells.ts'

/**
 * Sums of evidence by company while one question is answered; the arrays are kept for the next. Destructuring and
 * callbacks are kept out of here: most of the time of an answer is spent in these loops, waiting for memory. So a
 * company has one number, and what is declared, which has a cap, comes before anything else is added to it.
 */
export class EvidenceSums {
  #sums = new Float64Array(0)
  /** Companies that have any, in the order they were met. One more than they are: the last is written ahead. */
  #met = new Int32Array(1)
  #count = 0
  #decay = 1
  #nowMs = 0

  /** Makes room for this many companies and forgets the last question. `decay` brings stored sums to `nowMs`. */
  begin(companies: number, decay: number, nowMs: number): void {
    if (this.#sums.length < companies) {
      this.#sums = new Float64Array(companies + 256)
      this.#met = new Int32Array(companies + 257)
    }
    // Gone through in order they come into the processor's cache before they are met at random.
    this.#sums.fill(0, 0, companies)
    this.#count = 0
    this.#decay = decay
    this.#nowMs = nowMs
  }

  /** Companies met so far. */
  get count(): number {
    return this.#count
  }

  addDeclared(company: number, nearness: number): void {
    const before = this.#sums[company]!
    if (before === 0) this.#met[this.#count++] = company
    this.#sums[company] = before + nearness
  }

  /** All that is declared has been added: from nearness to evidence. */
  endDeclared(): void {
    const sums = this.#sums
    for (let at = 0; at < this.#count; at++) {
      const company = this.#met[at]!
      const nearness = sums[company]!
      sums[company] = WEIGHTS.declared * (nearness < WEIGHTS.declaredCap ? nearness : WEIGHTS.declaredCap)
    }
  }

  /** Adds the history in a stretch of cells: weight · (3·D + O). */
  addCells(cells: Cells, start: number, end: number, weight: number): void {
    // Only an event dated ahead can weigh more than one.
    if (cells.latestMs > this.#nowMs) this.#addCapped(cells, start, end, weight)
    else this.#addPlain(cells, start, end, weight * this.#decay)
  }

  /** The company met as number `at`. */
  companyAt(at: number): number {
    return this.#met[at]!
  }

  /** All evidence of a company. */
  of(company: number): number {
    return this.#sums[company]!
  }

  #addPlain(cells: Cells, start: number, end: number, weight: number): void {
    const carriers = cells.rankedCarrier
    const strengths = cells.rankedStrength
    const sums = this.#sums
    const met = this.#met
    let count = this.#count
    for (let at = 2 * start; at < 2 * end; at += 2) {
      const company = carriers[at]!
      const before = sums[company]!
      const after = before + weight * strengths[at + 1]!
      sums[company] = after
      if (before === 0 && after !== 0) met[count++] = company
    }
    this.#count = count
  }

  #addCapped(cells: Cells, start: number, end: number, weight: number): void {
    for (let cell = start; cell < end; cell++) {
      const driven = Math.min(cells.tripSum[cell]! * this.#decay, cells.trips[cell]!)
      const offered = Math.min(cells.offerSum[cell]! * this.#decay, cells.offers[cell]!)
      const more = weight * (WEIGHTS.trip * driven + WEIGHTS.offer * offered)
      if (more <= 0) continue
      const company = cells.carrier[cell]!
      if (this.#sums[company] === 0) this.#met[this.#count++] = company
      this.#sums[company]! += more
    }
  }
}
