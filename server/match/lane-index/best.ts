import type { CompanyBodies } from './company-bodies.ts'
import type { EvidenceSums } from './evidence-sums.ts'
import type { Numbering } from './numbering.ts'

/** A company and its evidence for the asked lane. */
export interface Ranked {
  companyId: number
  evidence: number
}

/** Finds the best of those gathered: more evidence first, the smaller id where evidence is equal. */
export class Best {
  #evidence = new Float64Array(1024)
  #company = new Int32Array(1024)
  #work = new Float64Array(1024)
  #picked = new Int32Array(1024)
  #count = 0

  /** Takes those of all gathered whose trucks will do, in place of whoever was taken before. */
  take(sums: EvidenceSums, bodies: CompanyBodies, needed: number): void {
    const all = sums.count
    if (all > this.#company.length) this.#grow(all)
    bodies.ask(needed)
    const evidence = this.#evidence
    const company = this.#company
    let count = 0
    for (let at = 0; at < all; at++) {
      const one = sums.companyAt(at)
      // Written whoever it is, and passed on only from who fits: half of them do, which no processor can guess.
      company[count] = one
      evidence[count] = sums.of(one)
      count += bodies.fits(one)
    }
    this.#count = count
  }

  ranked(limit: number, companies: Numbering): Ranked[] {
    if (limit <= 0) return []
    const count = this.#pick(this.#leastOf(limit), companies)
    const list: Ranked[] = []
    // Those who tie with the last one are more than there is room for.
    for (let at = 0; at < count && at < limit; at++) {
      const picked = this.#picked[at]!
      list.push({ companyId: companies.idOf(this.#company[picked]!), evidence: this.#evidence[picked]! })
    }
    return list
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

  /** The evidence of the one on place `limit`; -Infinity when there are no more than that. */
  #leastOf(limit: number): number {
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

  #grow(count: number): void {
    const room = 2 * count
    this.#evidence = new Float64Array(room)
    this.#company = new Int32Array(room)
    this.#work = new Float64Array(room)
    this.#picked = new Int32Array(room)
  }
}
