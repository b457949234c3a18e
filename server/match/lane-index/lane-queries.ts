import { decayAt } from '../decay.ts'
import { declaredEvidence } from '../declared-evidence.ts'
import { Best, type Ranked } from './best.ts'
import { CrowdedLanes, KEEPING } from './crowded-lanes.ts'
import { EvidenceOnLane, type LaneQuestion } from './evidence-on-lane.ts'
import type { LaneIndex } from './lane-index.ts'
import { NearMarks } from './near-marks.ts'
import type { SummedLane } from './summed-lane.ts'

export interface TopQuestion extends LaneQuestion {
  /** Bodies that can take the load, as bits (`neededMask`); 0: any. */
  needed: number
  limit: number
}

/** Where the trucks of fewer than this share of all will do the others may be passed over from the start. */
const FEW = 0.4
/** When so many times as many have been taken it is seen anew whether those who follow can still come among the first. */
const LOOK_AGAIN = 1.25

/** Ranks by what the index alone knows, and the body filter. One of these answers one question at a time. */
export class TopByEvidence {
  readonly #index: LaneIndex
  readonly #evidence: EvidenceOnLane
  readonly #crowded: CrowdedLanes
  readonly #best = new Best()
  readonly #from = new NearMarks()
  readonly #to = new NearMarks()

  /** Takes a while: lists for the most crowded lanes are made. */
  constructor(index: LaneIndex, keeping = KEEPING) {
    this.#index = index
    this.#evidence = new EvidenceOnLane(index)
    this.#crowded = new CrowdedLanes(index, keeping)
  }

  /** Bytes of the lists. */
  get bytes(): number {
    return this.#crowded.bytes
  }

  /** Best first, those with no evidence at all left out. */
  ask(question: TopQuestion): Ranked[] {
    const { fromPlaceId, toPlaceId, nowMs, needed, limit } = question
    if (limit <= 0) return []
    const index = this.#index
    const fitting = index.bodies.fitting(needed, index.companies.size)
    // Sums cannot tell what is dated ahead.
    const isPlain = index.lanes.cells.latestMs <= nowMs
    const summed = isPlain ? this.#crowded.of(fromPlaceId, toPlaceId) : null
    if (!summed || !this.#takeListed(summed, fitting.of, question)) {
      const only = fitting.count < index.companies.size * FEW ? fitting.of : undefined
      this.#best.take(this.#evidence.gather(question, only), fitting.of, limit)
    }
    return this.#best.ranked(limit, index.companies)
  }

  /** Takes from a list of who has most evidence. False where somebody who is not in it may come among the first. */
  #takeListed(summed: SummedLane, fitting: Uint8Array, question: TopQuestion): boolean {
    const { fromPlaceId, toPlaceId, nowMs, needed, limit } = question
    const { declared, surroundings } = this.#index
    const best = this.#best
    const decay = decayAt(nowMs)
    this.#from.mark(surroundings.of(fromPlaceId), this.#index)
    this.#to.mark(surroundings.of(toPlaceId), this.#index)
    best.begin()
    let least = -Infinity
    let lookAt = limit + 1
    const { companies, history, evidence } = summed
    for (let at = 0; at < companies.length; at++) {
      if (best.count >= lookAt) {
        least = best.leastOf(limit)
        lookAt = Math.ceil(lookAt * LOOK_AGAIN)
      }
      // Whoever comes later has no more than this one.
      if (evidence[at]! < least) break
      const company = companies[at]!
      if (fitting[company] === 0) continue
      const nearness = declared.nearnessOf(company, this.#from, this.#to)
      best.offer(company, history[at]! * decay + declaredEvidence(nearness))
    }
    const rest = summed.restOf(needed)
    if (rest === 0 || rest < best.leastOf(limit)) return true
    summed.fail()
    return false
  }
}
