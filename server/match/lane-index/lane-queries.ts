import { Best, type Ranked } from './best.ts'
import { EvidenceOnLane, type LaneQuestion } from './evidence-on-lane.ts'
import type { LaneIndex } from './lane-index.ts'

export interface TopQuestion extends LaneQuestion {
  /** Bodies that can take the load, as bits (`neededMask`); 0: any. */
  needed: number
  limit: number
}

/** Where the trucks of fewer than this share of all will do they are told from the others first: the processor guesses well. */
const FEW = 1 / 4
/** Ranks by what the index alone knows, and the body filter. One of these answers one question at a time. */
export class TopByEvidence {
  readonly #index: LaneIndex
  readonly #evidence: EvidenceOnLane
  readonly #best = new Best()

  constructor(index: LaneIndex) {
    this.#index = index
    this.#evidence = new EvidenceOnLane(index)
  }

  /** Best first, those with no evidence at all left out. */
  ask(question: TopQuestion): Ranked[] {
    const { needed, limit } = question
    if (limit <= 0) return []
    const index = this.#index
    const fitting = index.bodies.fitting(needed, index.companies.size)
    const only = fitting.count < index.companies.size * FEW ? fitting.of : undefined
    this.#best.take(this.#evidence.gather(question, only), fitting.of, limit)
    return this.#best.ranked(limit, index.companies)
  }
}
