import { BODY_CODES } from '../../../contract/codes.ts'
import { takenFor } from './body-masks.ts'

/** A company as it is listed. */
export interface Listed {
  company: number
  /** Its history on and round the lane: weighed by distance, as it is stored, not decayed. */
  history: number
  /** All its evidence when the lane was summed up. */
  evidence: number
}

/** How much evidence nobody exceeds who is not listed; zero where everybody is. */
export interface Unlisted {
  ofAll: number
  /** By number of a body: of those who may be taken for it. */
  ofBody: Float64Array
}

/** The companies with most evidence on and round one lane, of every body some, the most first. */
export class SummedLane {
  readonly companies: Int32Array
  /** By place in the list, as in `Listed`; of evidence it may have less by now, not more. */
  readonly history: Float64Array
  readonly evidence: Float64Array
  readonly #unlisted: Unlisted
  /** What history was worth in evidence when the lane was summed up. */
  readonly #decay: number
  #isWorn = false
  #hasFailed = false

  /** `listed`: the most first. */
  constructor({ listed, unlisted, decay }: { listed: readonly Listed[]; unlisted: Unlisted; decay: number }) {
    this.companies = Int32Array.from(listed, ({ company }) => company)
    this.history = Float64Array.from(listed, ({ history }) => history)
    this.evidence = Float64Array.from(listed, ({ evidence }) => evidence)
    this.#unlisted = unlisted
    this.#decay = decay
  }

  /** Nobody who is not listed and may be taken for one of these bodies has more evidence than this; 0: there is nobody. */
  restOf(needed: number): number {
    const { ofAll, ofBody } = this.#unlisted
    if (needed === 0) return ofAll
    let most = 0
    for (let body = 0; body < ofBody.length; body++)
      if ((needed & (1 << body)) !== 0) most = Math.max(most, ofBody[body]!)
    return most
  }

  get bytes(): number {
    return this.companies.byteLength + this.history.byteLength + this.evidence.byteLength
  }

  /** Changes have made it tell less than a new one would, and it has not told who comes first. */
  get isWornOut(): boolean {
    return this.#isWorn && this.#hasFailed
  }

  /** Says that it did not tell who comes first. */
  fail(): void {
    this.#hasFailed = true
  }

  lists(company: number): boolean {
    return this.companies.includes(company)
  }

  /** Gives a company with these bodies more history, above zero. */
  add(company: number, bodies: number, history: number): void {
    const evidence = history * this.#decay
    const at = this.companies.indexOf(company)
    if (at >= 0) {
      this.history[at]! += history
      this.#raise(at, evidence)
      return
    }
    // Until now it had at most what anyone had who may be taken for the same.
    const { ofAll, ofBody } = this.#unlisted
    let before = ofAll
    for (const body of numbersOf(takenFor(bodies))) before = Math.min(before, ofBody[body]!)
    this.#loosen(bodies, before + evidence)
  }

  /** Says that a company has these bodies now. */
  hasBodies(company: number, bodies: number): void {
    if (!this.lists(company)) this.#loosen(bodies, this.#unlisted.ofAll)
  }

  /** Somebody who is not listed and has these bodies may have so much evidence. */
  #loosen(bodies: number, evidence: number): void {
    const { ofAll, ofBody } = this.#unlisted
    for (const body of numbersOf(takenFor(bodies))) ofBody[body] = Math.max(ofBody[body]!, evidence)
    this.#unlisted.ofAll = Math.max(ofAll, evidence)
    this.#isWorn = true
  }

  #raise(start: number, more: number): void {
    const [company, history] = [this.companies[start]!, this.history[start]!]
    const evidence = this.evidence[start]! + more
    let at = start
    for (; at > 0 && this.evidence[at - 1]! < evidence; at--) {
      this.companies[at] = this.companies[at - 1]!
      this.history[at] = this.history[at - 1]!
      this.evidence[at] = this.evidence[at - 1]!
    }
    this.companies[at] = company
    this.history[at] = history
    this.evidence[at] = evidence
  }
}

/** Numbers of the bodies in a mask. */
function numbersOf(mask: number): number[] {
  const numbers: number[] = []
  for (let body = 0; body < BODY_CODES.length; body++) if ((mask & (1 << body)) !== 0) numbers.push(body)
  return numbers
}
