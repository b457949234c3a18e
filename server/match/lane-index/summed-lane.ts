/** A company as it is listed. */
export interface Listed {
  company: number
  /** Its history on and round the lane: weighed by distance, as it is stored, not decayed. */
  history: number
  /** All its evidence when the lane was summed up. */
  evidence: number
}

/** The companies with most evidence on and round one lane, the most first. */
export class SummedLane {
  readonly companies: Int32Array
  /** By place in the list, as in `Listed`; of evidence it may have less by now, not more. */
  readonly history: Float64Array
  readonly evidence: Float64Array
  /** Nobody who is not listed has more evidence than this. */
  #rest: number

  /** What history was worth in evidence when the lane was summed up. */
  readonly #decay: number

  /** `listed`: the most first. */
  constructor({ listed, rest, decay }: { listed: readonly Listed[]; rest: number; decay: number }) {
    this.companies = Int32Array.from(listed, ({ company }) => company)
    this.history = Float64Array.from(listed, ({ history }) => history)
    this.evidence = Float64Array.from(listed, ({ evidence }) => evidence)
    this.#rest = rest
    this.#decay = decay
  }

  get rest(): number {
    return this.#rest
  }

  get bytes(): number {
    return this.companies.byteLength + this.history.byteLength + this.evidence.byteLength
  }

  /** Gives a company more history, above zero. False: the list no longer tells much. */
  add(company: number, history: number): boolean {
    const evidence = history * this.#decay
    const at = this.companies.indexOf(company)
    if (at >= 0) {
      this.history[at]! += history
      this.#raise(at, evidence)
      return true
    }
    // One who is not listed had at most what anyone not listed had.
    this.#rest += evidence
    return this.#rest < this.evidence.at(-1)!
  }

  /** Says that a company may have so much more evidence that is not history. False for one who is not listed. */
  raise(company: number, evidence: number): boolean {
    const at = this.companies.indexOf(company)
    if (at >= 0) this.#raise(at, evidence)
    return at >= 0
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
