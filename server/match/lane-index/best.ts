/** A company and its evidence for the asked lane. */
export interface Ranked {
  companyId: number
  evidence: number
}

/**
 * Finds the best `limit` of those gathered: more evidence first, the smaller id where evidence is equal. First the
 * evidence that just gets in is found by partition, then only those with as much are sorted.
 */
export class Best {
  #evidence = new Float64Array(1024)
  #id = new Float64Array(1024)
  #work = new Float64Array(1024)
  #count = 0

  /** Forgets everybody. */
  begin(): void {
    this.#count = 0
  }

  add(id: number, evidence: number): void {
    if (this.#count === this.#id.length) this.#grow()
    this.#id[this.#count] = id
    this.#evidence[this.#count++] = evidence
  }

  ranked(limit: number): Ranked[] {
    const least = this.#leastOf(limit)
    const list: Ranked[] = []
    for (let at = 0; at < this.#count; at++) {
      const evidence = this.#evidence[at]!
      if (evidence < least) continue
      const one = { companyId: this.#id[at]!, evidence }
      let place = list.length
      list.push(one)
      while (place > 0 && isBetter(one, list[place - 1]!)) {
        list[place] = list[place - 1]!
        place--
      }
      list[place] = one
    }
    // Those who tie with the last one are more than there is room for.
    if (list.length > limit) list.length = limit
    return list
  }

  /** The evidence of the one on place `limit`; -Infinity when all get in. */
  #leastOf(limit: number): number {
    const count = this.#count
    if (limit >= count) return -Infinity
    if (limit <= 0) return Infinity
    const work = this.#work
    for (let at = 0; at < count; at++) work[at] = this.#evidence[at]!
    const wanted = limit - 1
    let low = 0
    let high = count - 1
    while (low < high) {
      const pivot = work[(low + high) >> 1]!
      let left = low
      let right = high
      while (left <= right) {
        while (work[left]! > pivot) left++
        while (work[right]! < pivot) right--
        if (left > right) break
        const kept = work[left]!
        work[left++] = work[right]!
        work[right--] = kept
      }
      if (wanted <= right) high = right
      else if (wanted >= left) low = left
      else break
    }
    return work[wanted]!
  }

  #grow(): void {
    const evidence = new Float64Array(this.#id.length * 2)
    const id = new Float64Array(this.#id.length * 2)
    evidence.set(this.#evidence)
    id.set(this.#id)
    this.#evidence = evidence
    this.#id = id
    this.#work = new Float64Array(evidence.length)
  }
}

function isBetter(a: Ranked, b: Ranked): boolean {
  return a.evidence > b.evidence || (a.evidence === b.evidence && a.companyId < b.companyId)
}
