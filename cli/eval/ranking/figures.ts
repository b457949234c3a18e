import { rounded } from '../statistics.ts'

/** Shares of hidden orders whose executor stood among the first so many, and the mean of 1 / place. */
export interface RankFigures {
  hit1: number
  hit5: number
  hit10: number
  hit50: number
  mrr: number
}

/** Gathers places, counted from 1; an executor who is not in the list at all is a miss everywhere. */
export class Ranks {
  #count = 0
  #hits = { hit1: 0, hit5: 0, hit10: 0, hit50: 0 }
  #reciprocal = 0

  add(place: number | null): void {
    this.#count++
    if (place === null) return
    this.#reciprocal += 1 / place
    if (place <= 1) this.#hits.hit1++
    if (place <= 5) this.#hits.hit5++
    if (place <= 10) this.#hits.hit10++
    if (place <= 50) this.#hits.hit50++
  }

  figures(): RankFigures {
    const share = (sum: number) => (this.#count === 0 ? 0 : rounded(sum / this.#count))
    const { hit1, hit5, hit10, hit50 } = this.#hits
    return {
      hit1: share(hit1),
      hit5: share(hit5),
      hit10: share(hit10),
      hit50: share(hit50),
      mrr: share(this.#reciprocal),
    }
  }
}
