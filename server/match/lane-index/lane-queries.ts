import type { BodyCode } from '../../../contract/codes.ts'
import { momentMs } from '../days.ts'
import { decayedSum } from '../decay.ts'
import { WEIGHTS } from '../weights.ts'
import { Best } from './best.ts'
import { mayFit, neededMask } from './body-masks.ts'
import { EvidenceSums } from './evidence-sums.ts'
import type { LaneIndex } from './lane-index.ts'
import { NearMarks } from './near-marks.ts'
import type { Surroundings } from './surroundings.ts'

/** A lane as the index is asked about it. */
export interface LaneQuestion {
  fromPlaceId: number
  toPlaceId: number
  /** UTC ISO. */
  now: string
}

export interface TopQuestion extends LaneQuestion {
  /** Bodies that can take the load; null: any. */
  bodies: ReadonlySet<BodyCode> | null
  limit: number
}

export interface Ranked {
  companyId: number
  evidence: number
}

/**
 * Ranks by what the index alone knows: E without whereabouts (see `criteria/`), and the body filter. Work arrays are
 * kept between questions, so one of these answers one question at a time.
 */
export class TopByEvidence {
  readonly #index: LaneIndex
  readonly #sums = new EvidenceSums()
  readonly #from = new NearMarks()
  readonly #to = new NearMarks()
  #lanes = new Int32Array(0)

  constructor(index: LaneIndex) {
    this.#index = index
  }

  /** Best first, those with no evidence at all left out. */
  ask({ fromPlaceId, toPlaceId, now, bodies, limit }: TopQuestion): Ranked[] {
    const index = this.#index
    const from = index.surroundings.of(fromPlaceId)
    const to = index.surroundings.of(toPlaceId)
    this.#begin(from, to, now)
    this.#addHistory(from, to, index.places.numbering.find(fromPlaceId), index.places.numbering.find(toPlaceId))
    this.#addRegions(index.places.regionOfId(fromPlaceId), index.places.regionOfId(toPlaceId))
    this.#addDeclared(from, to)
    const best = new Best(limit)
    const needed = neededMask(bodies)
    this.#sums.drain((company, evidence) => {
      if (evidence >= best.threshold && mayFit(index.bodiesOf(company), needed))
        best.offer(index.companies.idOf(company), evidence)
    })
    this.#from.clear(from)
    this.#to.clear(to)
    return best.sorted()
  }

  #begin(from: Surroundings, to: Surroundings, now: string): void {
    const index = this.#index
    this.#sums.begin(index.companies.size, decayedSum(1, now), momentMs(now) ?? 0)
    this.#from.mark(from, index)
    this.#to.mark(to, index)
    const most = Math.max(index.lanes.grid.laneTo.length, index.declared.grid.laneTo.length)
    if (this.#lanes.length < most) this.#lanes = new Int32Array(most)
  }

  #addHistory(from: Surroundings, to: Surroundings, exactFrom: number, exactTo: number): void {
    const { lanes } = this.#index
    const { laneFrom, laneTo, rowStart } = lanes.grid
    const weightOf = (start: number, end: number) =>
      start === exactFrom && end === exactTo ? 1 : WEIGHTS.near * this.#from.values[start]! * this.#to.values[end]!
    const count = lanes.grid.between(from, to, this.#from.values, this.#to.values, this.#lanes)
    for (let at = 0; at < count; at++) {
      const lane = this.#lanes[at]!
      this.#sums.addCells(lanes.cells, rowStart[lane]!, rowStart[lane + 1]!, weightOf(laneFrom[lane]!, laneTo[lane]!))
    }
    if (lanes.overlaid === 0) return
    for (const start of from.places) {
      for (const [end, cells] of lanes.overlayFrom(start)) {
        if (this.#to.values[end] === 0) continue
        for (const cell of cells.values()) this.#sums.addCells(lanes.cells, cell, cell + 1, weightOf(start, end))
      }
    }
  }

  #addRegions(fromRegion: number, toRegion: number): void {
    const { regionPairs } = this.#index
    const pair = regionPairs.grid.laneOf(fromRegion, toRegion)
    const { rowStart } = regionPairs.grid
    if (pair >= 0) this.#sums.addCells(regionPairs.cells, rowStart[pair]!, rowStart[pair + 1]!, WEIGHTS.region)
    for (const cell of regionPairs.overlayFrom(fromRegion).get(toRegion)?.values() ?? [])
      this.#sums.addCells(regionPairs.cells, cell, cell + 1, WEIGHTS.region)
  }

  #addDeclared(from: Surroundings, to: Surroundings): void {
    const { declared } = this.#index
    const { laneFrom, laneTo, rowStart } = declared.grid
    const count = declared.grid.between(from, to, this.#from.values, this.#to.values, this.#lanes)
    for (let at = 0; at < count; at++) {
      const lane = this.#lanes[at]!
      for (let row = rowStart[lane]!; row < rowStart[lane + 1]!; row++) {
        if (declared.isReplaced(row)) continue
        const [bothWays, reversed] = [declared.isBothWays(row), declared.isReversed(row)]
        this.#addDirection(laneFrom[lane]!, laneTo[lane]!, declared.carrier[row]!, bothWays, reversed)
      }
    }
    for (const start of from.places) {
      for (const entries of declared.overlayFrom(start))
        for (const { to: end, carrier, bothWays, reversed } of entries)
          if (this.#to.values[end] !== 0) this.#addDirection(start, end, carrier, bothWays, reversed)
    }
  }

  /** Declared both ways and near both ways round: the better way counts, and once. */
  #addDirection(start: number, end: number, company: number, bothWays: boolean, reversed: boolean): void {
    const there = this.#from.values[start]! * this.#to.values[end]!
    const back = bothWays ? this.#from.values[end]! * this.#to.values[start]! : 0
    if (reversed && back > 0) return
    this.#sums.addDeclared(company, Math.max(there, back))
  }
}
