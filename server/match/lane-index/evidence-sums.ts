import { WEIGHTS } from '../weights.ts'
import type { Cells } from './cells.ts'

/** Sums of evidence by company while one question is answered; the arrays are kept for the next. */
export class EvidenceSums {
  /** Points from history, and nearness of declared lanes, by number of the company. */
  #points = new Float64Array(0)
  #declared = new Float64Array(0)
  /** Companies that have any, in the order they were met. */
  #met = new Int32Array(0)
  #count = 0
  #decay = 1
  #nowMs = 0

  /** Makes room for this many companies and forgets the last question. `decay` brings stored sums to `nowMs`. */
  begin(companies: number, decay: number, nowMs: number): void {
    if (this.#points.length < companies) {
      this.#points = new Float64Array(companies + 256)
      this.#declared = new Float64Array(companies + 256)
      this.#met = new Int32Array(companies + 256)
    }
    this.#count = 0
    this.#decay = decay
    this.#nowMs = nowMs
  }

  /** Adds the history in a stretch of cells: weight · (3·D + O). */
  addCells(cells: Cells, start: number, end: number, weight: number): void {
    // Only an event dated ahead can weigh more than one.
    if (cells.latestMs > this.#nowMs) this.#addCapped(cells, start, end, weight)
    else this.#addPlain(cells, start, end, weight * this.#decay)
  }

  #addPlain({ carrier, strength }: Cells, start: number, end: number, weight: number): void {
    const [points, declared, met] = [this.#points, this.#declared, this.#met]
    let count = this.#count
    for (let cell = start; cell < end; cell++) {
      const company = carrier[cell]!
      const before = points[company]!
      const after = before + weight * strength[cell]!
      if (before === 0 && after > 0 && declared[company] === 0) met[count++] = company
      points[company] = after
    }
    this.#count = count
  }

  #addCapped({ carrier, tripSum, trips, offerSum, offers }: Cells, start: number, end: number, weight: number): void {
    for (let cell = start; cell < end; cell++) {
      const driven = Math.min(tripSum[cell]! * this.#decay, trips[cell]!)
      const offered = Math.min(offerSum[cell]! * this.#decay, offers[cell]!)
      const more = weight * (WEIGHTS.trip * driven + WEIGHTS.offer * offered)
      if (more <= 0) continue
      const company = carrier[cell]!
      if (this.#points[company] === 0 && this.#declared[company] === 0) this.#met[this.#count++] = company
      this.#points[company]! += more
    }
  }

  addDeclared(company: number, nearness: number): void {
    if (this.#points[company] === 0 && this.#declared[company] === 0) this.#met[this.#count++] = company
    this.#declared[company]! += nearness
  }

  /** Calls `take` for each company with what it has, and clears the sums. */
  drain(take: (company: number, evidence: number) => void): void {
    for (let at = 0; at < this.#count; at++) {
      const company = this.#met[at]!
      const declared = WEIGHTS.declared * Math.min(WEIGHTS.declaredCap, this.#declared[company]!)
      const evidence = this.#points[company]! + declared
      this.#points[company] = 0
      this.#declared[company] = 0
      take(company, evidence)
    }
    this.#count = 0
  }
}
