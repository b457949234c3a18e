import { Best, type Ranked } from './best.ts'
import { EvidenceOnLane, type LaneQuestion } from './evidence-on-lane.ts'
import type { LaneIndex } from './lane-index.ts'

export interface TopQuestion extends LaneQuestion {
  /** Bodies that can take the load, as bits (`neededMask`); 0: any. */
  needed: number
  limit: number
}

/** Ranks by what the index alone knows, and the body filter. One of these answers one question at a time. */
export class TopByEvidence {
  readonly #index: LaneIndex
  readonly #evidence: EvidenceOnLane
  readonly #found = new Best()

  constructor(index: LaneIndex) {
    this.#index = index
    this.#evidence = new EvidenceOnLane(index)
  }

  /** Best first, those with no evidence at all left out. */
  ask(question: TopQuestion): Ranked[] {
    const index = this.#index
    const sums = this.#evidence.gather(question)
    const best = this.#found
    best.take(sums, index.bodies, question.needed)
    return best.ranked(question.limit, index.companies)
  }
}
