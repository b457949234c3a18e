import type { EvidenceSums } from './evidence-sums.ts'
import type { Numbering } from './numbering.ts'

/** A company and its evidence for the asked lane. */
export interface Ranked {
  companyId: number
  evidence: number
}

/** So many of those gathered are looked at first, to see how much evidence the wanted have at least. */
const SAMPLE = 512

/** Finds the best: more evidence first, the smaller id where evidence is equal. */
export class Best {
  #evidence = new Float64Array(1024)
  #company = new Int32Array(1024)
  #work = new Float64Array(1024)
  #picked = new Int32Array(1024)
  #count = 0
  /** What was found by reading ahead; kept so that the reading is not thought useless. */
  seenAhead = 0

  /**
   * Takes those of all gathered whose trucks will do (`fitting`, by company) and who may come among the first `limit`,
   * in place of whoever was taken before.
   */
  take(sums: EvidenceSums, fitting: Uint8Array, limit: number): void {
    const all = sums.count
    if (all > this.#company.length) this.#grow(all)
    // Read through in order it is in the processor's cache before it is asked at random.
    let ahead = 0
    for (let at = 0; at < fitting.length; at += 64) ahead ^= fitting[at]!
    this.seenAhead = ahead
    const sampled = Math.min(all, SAMPLE)
    this.#count = 0
    this.#takeAbove(-Infinity, sums, fitting, 0, sampled)
    if (sampled === all) return
    // Whoever has less than the last of the wanted in the sample is below the last of the wanted.
    this.#takeAbove(this.leastOf(limit), sums, fitting, sampled, all)
  }

  /** Forgets whoever was taken before: each is to be offered. */
  begin(): void {
    this.#count = 0
  }

  offer(company: number, evidence: number): void {
    if (this.#count === this.#company.length) this.#grow(this.#count)
    this.#company[this.#count] = company
    this.#evidence[this.#count++] = evidence
  }

  get count(): number {
    return this.#count
  }

  ranked(limit: number, companies: Numbering): Ranked[] {
    if (limit <= 0) return []
    const count = this.#pick(this.leastOf(limit), companies)
    const list: Ranked[] = []
    // Those who tie with the last one are more than there is room for.
    for (let at = 0; at < count && at < limit; at++) {
      const picked = this.#picked[at]!
      list.push({ companyId: companies.idOf(this.#company[picked]!), evidence: this.#evidence[picked]! })
    }
    return list
  }

  /** The evidence of the one on place `limit` of those taken so far; -Infinity when there are no more than that. */
  leastOf(limit: number): number {
    const count = this.#count
    if (limit >= count) return -Infinity
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

  /**
   * In both loops whoever is looked at is written down, and passed on only from who is wanted, which no processor can
   * guess.
   */
  #takeAbove(floor: number, sums: EvidenceSums, fitting: Uint8Array, start: number, end: number): void {
    const company = this.#company
    const evidence = this.#evidence
    let above = this.#count
    for (let at = start; at < end; at++) {
      const own = sums.evidenceAt(at)
      company[above] = sums.companyAt(at)
      evidence[above] = own
      above += Number(own >= floor)
    }
    let count = this.#count
    for (let at = count; at < above; at++) {
      const one = company[at]!
      company[count] = one
      evidence[count] = evidence[at]!
      count += fitting[one]!
    }
    this.#count = count
  }

  /** Puts all with at least so much evidence into `#picked`, in order; says how many they are. */
  #pick(least: number, companies: Numbering): number {
    const evidence = this.#evidence
    const company = this.#company
    const picked = this.#picked
    const all = this.#count
    let count = 0
    for (let at = 0; at < all; at++) {
      const own = evidence[at]!
      if (own < least) continue
      let place = count++
      for (; place > 0; place--) {
        const before = picked[place - 1]!
        const rest = own - evidence[before]!
        if (rest < 0 || (rest === 0 && companies.idOf(company[at]!) > companies.idOf(company[before]!))) break
        picked[place] = before
      }
      picked[place] = at
    }
    return count
  }

  #grow(count: number): void {
    const room = 2 * count
    const [evidence, company] = [this.#evidence, this.#company]
    this.#evidence = new Float64Array(room)
    this.#company = new Int32Array(room)
    this.#evidence.set(evidence)
    this.#company.set(company)
    this.#work = new Float64Array(room)
    this.#picked = new Int32Array(room)
  }
}
