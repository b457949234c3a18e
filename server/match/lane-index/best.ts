/** Keeps the best `limit` of what is offered to it: more evidence first, the smaller id where evidence is equal. */
export class Best {
  readonly #limit: number
  readonly #evidence: Float64Array
  readonly #id: Float64Array
  #size = 0

  constructor(limit: number) {
    this.#limit = limit
    this.#evidence = new Float64Array(limit)
    this.#id = new Float64Array(limit)
  }

  /** Nothing below this can still enter; -Infinity while there is room. */
  get threshold(): number {
    return this.#size < this.#limit ? -Infinity : this.#evidence[0]!
  }

  offer(id: number, evidence: number): void {
    if (this.#size < this.#limit) {
      this.#evidence[this.#size] = evidence
      this.#id[this.#size] = id
      this.#rise(this.#size++)
    } else if (this.#limit > 0 && isWorse(this.#evidence[0]!, this.#id[0]!, evidence, id)) {
      this.#evidence[0] = evidence
      this.#id[0] = id
      this.#sink()
    }
  }

  /** Best first. */
  sorted(): { companyId: number; evidence: number }[] {
    const list: { companyId: number; evidence: number }[] = []
    for (let at = 0; at < this.#size; at++) list.push({ companyId: this.#id[at]!, evidence: this.#evidence[at]! })
    return list.sort(byEvidence)
  }

  // The worst one lies on top of the heap.
  #rise(start: number): void {
    for (let at = start; at > 0;) {
      const parent = (at - 1) >> 1
      if (!this.#isWorseAt(at, parent)) return
      this.#swap(at, parent)
      at = parent
    }
  }

  #sink(): void {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let worst = at
      if (left < this.#size && this.#isWorseAt(left, worst)) worst = left
      if (right < this.#size && this.#isWorseAt(right, worst)) worst = right
      if (worst === at) return
      this.#swap(at, worst)
      at = worst
    }
  }

  #isWorseAt(a: number, b: number): boolean {
    return isWorse(this.#evidence[a]!, this.#id[a]!, this.#evidence[b]!, this.#id[b]!)
  }

  #swap(a: number, b: number): void {
    const [evidence, id] = [this.#evidence[a]!, this.#id[a]!]
    this.#evidence[a] = this.#evidence[b]!
    this.#id[a] = this.#id[b]!
    this.#evidence[b] = evidence
    this.#id[b] = id
  }
}

function isWorse(evidenceA: number, idA: number, evidenceB: number, idB: number): boolean {
  return evidenceA < evidenceB || (evidenceA === evidenceB && idA > idB)
}

function byEvidence(a: { companyId: number; evidence: number }, b: { companyId: number; evidence: number }): number {
  return b.evidence - a.evidence || a.companyId - b.companyId
}
