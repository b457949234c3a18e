import { WEIGHTS } from '../weights.ts'
import type { Cells } from './cells.ts'

/**
 * Sums of evidence by company while one question is answered; the arrays are kept for the next. Destructuring and
 * callbacks are kept out of here: most of the time of an answer is spent in these loops.
 */
export class EvidenceSums {
  /** Two for each company, side by side: points from history, nearness of declared lanes. */
  #sums = new Float64Array(0)
  /** Companies that have any, in the order they were met. */
  #met = new Int32Array(0)
  #count = 0
  #decay = 1
  #nowMs = 0

  /** Makes room for this many companies and forgets the last question. `decay` brings stored sums to `nowMs`. */
  begin(companies: number, decay: number, nowMs: number): void {
    if (this.#met.length < companies) {
      this.#sums = new Float64Array(2 * (companies + 256))
      this.#met = new Int32Array(companies + 256)
    }
    this.#count = 0
    this.#decay = decay
    this.#nowMs = nowMs
  }

  /** Companies met so far. */
  get count(): number {
    return this.#count
  }

  /** Adds the history in a stretch of cells: weight · (3·D + O). */
  addCells(cells: Cells, start: number, end: number, weight: number): void {
    // Only an event dated ahead can weigh more than one.
    if (cells.latestMs > this.#nowMs) this.#addCapped(cells, start, end, weight)
    else this.#addPlain(cells, start, end, weight * this.#decay)
  }

  addDeclared(company: number, nearness: number): void {
    const at = 2 * company
    if (this.#sums[at] === 0 && this.#sums[at + 1] === 0) this.#met[this.#count++] = company
    this.#sums[at + 1]! += nearness
  }

  /** The company met as number `at`. */
  companyAt(at: number): number {
    return this.#met[at]!
  }

  /** All evidence of a company, which is cleared for the next question. */
  take(company: number): number {
    const at = 2 * company
    const declared = this.#sums[at + 1]!
    const evidence =
      this.#sums[at]! + WEIGHTS.declared * (declared < WEIGHTS.declaredCap ? declared : WEIGHTS.declaredCap)
    this.#sums[at] = 0
    this.#sums[at + 1] = 0
    return evidence
  }

  #addPlain(cells: Cells, start: number, end: number, weight: number): void {
    const carrier = cells.carrier
    const strength = cells.strength
    const sums = this.#sums
    const met = this.#met
    let count = this.#count
    for (let cell = start; cell < end; cell++) {
      const company = carrier[cell]!
      const at = 2 * company
      const before = sums[at]!
      const after = before + weight * strength[cell]!
      if (before === 0 && after > 0 && sums[at + 1] === 0) met[count++] = company
      sums[at] = after
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
      if (this.#sums[2 * company] === 0 && this.#sums[2 * company + 1] === 0) this.#met[this.#count++] = company
      this.#sums[2 * company]! += more
    }
  }
}
