import { BODY_CODES } from '../../../contract/codes.ts'
import { decayAt } from '../decay.ts'
import { declaredEvidence } from '../declared-evidence.ts'
import { Best } from './best.ts'
import { takenFor } from './body-masks.ts'
import { EvidenceOnLane } from './evidence-on-lane.ts'
import type { EvidenceSums } from './evidence-sums.ts'
import type { LaneIndex } from './lane-index.ts'
import { NearMarks } from './near-marks.ts'
import { SummedLane, type Unlisted } from './summed-lane.ts'

/** Whom a summed lane lists. */
export interface Listing {
  /** So many with most evidence, whatever their trucks. */
  listed: number
  /** So many at least of those who may be taken for one body: of rare ones they stand far down. */
  ofBody: number
}

/** Sums lanes up. */
export class LaneSummer {
  readonly #index: LaneIndex
  readonly #listing: Listing
  readonly #evidence: EvidenceOnLane
  readonly #best = new Best()
  readonly #from = new NearMarks()
  readonly #to = new NearMarks()

  constructor(index: LaneIndex, listing: Listing) {
    this.#index = index
    this.#listing = listing
    this.#evidence = new EvidenceOnLane(index)
  }

  /** Takes as long as to answer two or three questions. */
  sumUp(fromPlaceId: number, toPlaceId: number): SummedLane {
    const { companies, declared, lanes, surroundings } = this.#index
    // Nobody asks about an earlier moment, and later all history is worth less.
    const nowMs = lanes.cells.latestMs
    const sums = this.#evidence.gather({ fromPlaceId, toPlaceId, nowMs })
    const { found, unlisted } = this.#find(sums)
    this.#from.mark(surroundings.of(fromPlaceId), this.#index)
    this.#to.mark(surroundings.of(toPlaceId), this.#index)
    const decay = decayAt(nowMs)
    const listed = Array.from(found, ([companyId, evidence]) => {
      const company = companies.find(companyId)
      const directions = declaredEvidence(declared.nearnessOf(company, this.#from, this.#to))
      return { company, history: Math.max(0, evidence - directions) / decay, evidence }
    })
    listed.sort((a, b) => b.evidence - a.evidence)
    return new SummedLane({ listed, unlisted, decay })
  }

  /** Those to be listed, their evidence by id, and what the others have at most. */
  #find(sums: EvidenceSums): { found: Map<number, number>; unlisted: Unlisted } {
    const { bodies, companies } = this.#index
    const { listed, ofBody } = this.#listing
    this.#best.take(sums, bodies.fitting(0, companies.size).of, listed + 1)
    const found = new Map<number, number>()
    const ofAll = this.#list(found, listed)
    const known = new Int32Array(BODY_CODES.length)
    for (const id of found.keys()) {
      const own = takenFor(bodies.of(companies.find(id)))
      for (let body = 0; body < known.length; body++) known[body]! += (own >> body) & 1
    }
    const unlisted = { ofAll, ofBody: new Float64Array(known.length).fill(ofAll) }
    const rare = known.reduce((mask, count, body) => (count < ofBody ? mask | (1 << body) : mask), 0)
    const owners = this.#ownersOf(rare, sums)
    for (let body = 0; body < known.length; body++) {
      if ((rare & (1 << body)) === 0) continue
      this.#best.begin()
      for (const { at, own } of owners)
        if ((own & (1 << body)) !== 0) this.#best.offer(sums.companyAt(at), sums.evidenceAt(at))
      unlisted.ofBody[body] = this.#list(found, ofBody)
    }
    return { found, unlisted }
  }

  /** Which of those summed up may be taken for one of these bodies, and what they have. */
  #ownersOf(mask: number, sums: EvidenceSums): { at: number; own: number }[] {
    const { bodies } = this.#index
    const owners: { at: number; own: number }[] = []
    for (let at = 0; at < sums.count; at++) {
      const own = takenFor(bodies.of(sums.companyAt(at)))
      if ((own & mask) !== 0) owners.push({ at, own })
    }
    return owners
  }

  /** Takes so many of the best; says what the next one has, zero where there is none. */
  #list(found: Map<number, number>, limit: number): number {
    const ranked = this.#best.ranked(limit + 1, this.#index.companies)
    for (const { companyId, evidence } of ranked.slice(0, limit)) found.set(companyId, evidence)
    return ranked[limit]?.evidence ?? 0
  }
}
