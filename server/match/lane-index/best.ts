import { mayFit } from './body-masks.ts'
import type { Numbering } from './numbering.ts'

/** A company and its evidence for the asked lane. */
export interface Ranked {
  companyId: number
  evidence: number
}

/** So many times as many as wanted are looked at first: about half of the trucks will do. */
const AHEAD = 2

/**
 * Finds the best of those gathered who will do: more evidence first, the smaller id where evidence is equal. Only those
 * near the top are asked whether they will do and what their id is: what is asked of a company lies somewhere else in
 * memory.
 */
export class Best {
  #evidence = new Float64Array(1024)
  #company = new Int32Array(1024)
  #work = new Float64Array(1024)
  #picked = new Int32Array(1024)
  #count = 0

  /** Forgets everybody. */
  begin(): void {
    this.#count = 0
  }

  add(company: number, evidence: number): void {
    if (this.#count === this.#company.length) this.#grow()
    this.#company[this.#count] = company
    this.#evidence[this.#count++] = evidence
  }

  /** `bodies` and `needed`: see `body-masks.ts`. */
  ranked(limit: number, companies: Numbering, bodies: Uint32Array, needed: number): Ranked[] {
    if (limit <= 0) return []
    let look = needed === 0 ? limit : AHEAD * limit
    let count = this.#pick(this.#leastOf(look), companies, bodies, needed)
    while (count < limit && look < this.#count) {
      look *= 3
      count = this.#pick(this.#leastOf(look), companies, bodies, needed)
    }
    const list: Ranked[] = []
    // Those who tie with the last one are more than there is room for.
    for (let at = 0; at < count && at < limit; at++) {
      const picked = this.#picked[at]!
      list.push({ companyId: companies.idOf(this.#company[picked]!), evidence: this.#evidence[picked]! })
    }
    return list
  }

  /** Puts all with at least so much evidence whose trucks may do into `#picked`, in order; says how many they are. */
  #pick(least: number, companies: Numbering, bodies: Uint32Array, needed: number): number {
    const evidence = this.#evidence
    const company = this.#company
    const picked = this.#picked
    let count = 0
    for (let at = 0; at < this.#count; at++) {
      const own = evidence[at]!
      if (own < least || !mayFit(bodies[company[at]!] ?? 0, needed)) continue
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

  #grow(): void {
    const evidence = new Float64Array(this.#company.length * 2)
    const company = new Int32Array(this.#company.length * 2)
    evidence.set(this.#evidence)
    company.set(this.#company)
    this.#evidence = evidence
    this.#company = company
    this.#work = new Float64Array(evidence.length)
    this.#picked = new Int32Array(evidence.length)
  }
}
