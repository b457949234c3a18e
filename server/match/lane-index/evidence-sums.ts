import { MOST_DECLARED } from '../declared-evidence.ts'
import { WEIGHTS } from '../weights.ts'
import type { Cells } from './cells.ts'
import { COMPANY_BITS, type DeclaredTable } from './declared-table.ts'

/** As many companies as two bytes can tell apart, nobody being zero. */
const MOST_IN_TWO_BYTES = 65_535
/** Share of declared rows. */
const FEW = 1 / 8

const EVERYBODY = Uint8Array.of(1)

/** What one question is asked with. */
export interface SumsOptions {
  /** How many companies there are. */
  companies: number
  /** By company: 0 for one that may be passed over. Left out: nobody may. */
  only?: Uint8Array<ArrayBuffer> | undefined
  /** Brings stored sums to `nowMs`, milliseconds since 1970. */
  decay: number
  nowMs: number
}

/**
 * Sums of evidence by company while one question is answered; the arrays are kept for the next. Destructuring and
 * callbacks are kept out of here: most of the time of an answer is spent in these loops, waiting for memory. So a
 * company met at random is found by two bytes, and the sums of those met stand side by side; and what is declared, which has
 * a cap, comes before anything else is added to it. Whoever is looked at is written down as met, and passed on only from who
 * is met for the first time, which no processor can guess.
 */
export class EvidenceSums {
  /** By company: where its sum stands, from 1; zero for one not met. */
  #slots: Uint16Array | Uint32Array = new Uint16Array(0)
  /** By slot: the company, and its evidence. */
  #met = new Int32Array(0)
  #sums = new Float64Array(0)
  #count = 0
  #decay = 1
  #nowMs = 0
  /** Where nobody is passed over it has one byte, for all: then nothing has to be waited for. */
  #only = EVERYBODY
  #onlyBits = 0
  /** Declared rows seen and taken. */
  #seen = 0
  #taken = 0

  /** Makes room and forgets the last question. */
  begin({ companies, only, decay, nowMs }: SumsOptions): void {
    if (this.#slots.length < companies) {
      const room = companies + 256
      this.#slots = room > MOST_IN_TWO_BYTES ? new Uint32Array(room) : new Uint16Array(room)
      this.#met = new Int32Array(room + 1)
      this.#sums = new Float64Array(room + 1)
      this.#count = 0
    }
    // Gone through in order, they are in the processor's cache before they are met at random.
    this.#slots.fill(0, 0, companies)
    this.#sums.fill(0, 0, this.#count + 1)
    this.#count = 0
    this.#only = only ?? EVERYBODY
    this.#onlyBits = only ? -1 : 0
    this.#seen = 0
    this.#taken = 0
    this.#decay = decay
    this.#nowMs = nowMs
  }

  /** Companies met so far. */
  get count(): number {
    return this.#count
  }

  /** Adds a declared direction. */
  addDeclared(company: number, nearness: number): void {
    if (this.#only[company & this.#onlyBits] === 0) return
    const slot = this.#slotOf(company)
    this.#sums[slot] = Math.min(MOST_DECLARED, this.#sums[slot]! + WEIGHTS.declared * nearness)
  }

  /** Adds those of a stretch of built rows that are declared one way only. Says whether there are others. */
  addOneWay({ rows, replaced }: DeclaredTable, start: number, end: number, nearness: number): boolean {
    const slots = this.#slots
    const sums = this.#sums
    const met = this.#met
    const only = this.#only
    const onlyBits = this.#onlyBits
    const more = WEIGHTS.declared * nearness
    let count = this.#count
    let others = 0
    let taken = 0
    for (let row = start; row < end; row++) {
      const company = rows[row]! & COMPANY_BITS
      const other = rows[row]! & ~COMPANY_BITS
      others |= other
      if (other !== 0 || only[company & onlyBits] === 0 || replaced[company] === 1) continue
      taken++
      let slot = slots[company]!
      const isNew = Number(slot === 0)
      count += isNew
      slot += isNew * count
      slots[company] = slot
      met[slot] = company
      sums[slot] = Math.min(MOST_DECLARED, sums[slot]! + more)
    }
    this.#count = count
    this.#seen += end - start
    this.#taken += taken
    return others !== 0
  }

  /**
   * All that is declared has been added. Where not few were taken, whoever is to be passed over is not told from the
   * others any longer: to be right in seven cases of eight is not enough for the processor.
   */
  endDeclared(): void {
    if (this.#taken <= this.#seen * FEW) return
    this.#only = EVERYBODY
    this.#onlyBits = 0
  }

  /** Adds the history in a stretch of cells: weight · (3·D + O). */
  addCells(cells: Cells, start: number, end: number, weight: number): void {
    // Only an event dated ahead can weigh more than one.
    if (cells.latestMs > this.#nowMs) this.#addCapped(cells, start, end, weight)
    else this.#addPlain(cells, start, end, weight * this.#decay)
  }

  /** The company met as number `at`. */
  companyAt(at: number): number {
    return this.#met[at + 1]!
  }

  /** All evidence of the company met as number `at`. */
  evidenceAt(at: number): number {
    return this.#sums[at + 1]!
  }

  #addPlain(cells: Cells, start: number, end: number, weight: number): void {
    const carriers = cells.rankedCarrier
    const strengths = cells.rankedStrength
    const slots = this.#slots
    const sums = this.#sums
    const met = this.#met
    const only = this.#only
    const onlyBits = this.#onlyBits
    let count = this.#count
    for (let at = 2 * start; at < 2 * end; at += 2) {
      const company = carriers[at]!
      if (only[company & onlyBits] === 0) continue
      const more = weight * strengths[at + 1]!
      if (more === 0) continue
      let slot = slots[company]!
      const isNew = Number(slot === 0)
      count += isNew
      slot += isNew * count
      slots[company] = slot
      met[slot] = company
      sums[slot]! += more
    }
    this.#count = count
  }

  #addCapped(cells: Cells, start: number, end: number, weight: number): void {
    for (let cell = start; cell < end; cell++) {
      const driven = Math.min(cells.tripSum[cell]! * this.#decay, cells.trips[cell]!)
      const offered = Math.min(cells.offerSum[cell]! * this.#decay, cells.offers[cell]!)
      const more = weight * (WEIGHTS.trip * driven + WEIGHTS.offer * offered)
      const company = cells.carrier[cell]!
      if (more <= 0 || this.#only[company & this.#onlyBits] === 0) continue
      this.#sums[this.#slotOf(company)]! += more
    }
  }

  /** Where the company's sum stands; it is met now if it was not before. */
  #slotOf(company: number): number {
    const known = this.#slots[company]!
    if (known > 0) return known
    const slot = ++this.#count
    this.#slots[company] = slot
    this.#met[slot] = company
    return slot
  }
}
