import type { LaneRates } from '../../../contract/carriers.ts'
import type { LaneEnds } from '../../match/lane-index/lanes-between.ts'

/** What is kept at most; those that were not asked about for the longest time go first. */
const MOST_KEPT = 1000

interface Kept {
  rates: LaneRates
  /** Whether a lane is one of those the rates may have been taken from. */
  covers: (lane: LaneEnds) => boolean
}

/** Statistics taken from the surroundings of lanes, kept until something on one of the lanes there changes. */
export class WideRates {
  readonly #kept = new Map<string, Kept>()
  #changes = 0

  /** Grows with every change: what was read before one may be old, and is not kept. */
  get changes(): number {
    return this.#changes
  }

  forget(lanes: readonly LaneEnds[]): void {
    this.#changes += 1
    const distinct = [...new Map(lanes.map((lane) => [`${lane.fromPlaceId} ${lane.toPlaceId}`, lane])).values()]
    for (const [purpose, { covers }] of this.#kept) if (distinct.some(covers)) this.#kept.delete(purpose)
  }

  get(purpose: string): LaneRates | null {
    const kept = this.#kept.get(purpose)
    if (!kept) return null
    this.#kept.delete(purpose)
    this.#kept.set(purpose, kept)
    return kept.rates
  }

  /** `changes`: as many as there were before anything was read. */
  keep(purpose: string, rates: LaneRates, changes: number, covers: Kept['covers']): void {
    if (changes !== this.#changes) return
    this.#kept.set(purpose, { rates, covers })
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break
      this.#kept.delete(oldest)
    }
  }
}
