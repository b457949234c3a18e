import { decayAt } from '../decay.ts'
import { WEIGHTS } from '../weights.ts'
import { EvidenceSums } from './evidence-sums.ts'
import type { LaneIndex } from './lane-index.ts'
import { NearMarks } from './near-marks.ts'
import type { Surroundings } from './surroundings.ts'

/** A lane as the index is asked about it. */
export interface LaneQuestion {
  fromPlaceId: number
  toPlaceId: number
  /** Milliseconds since 1970. */
  nowMs: number
}

/**
 * What the index alone knows of every company on a lane: E without whereabouts (see `criteria/`). Work arrays are kept
 * between questions, so one of these answers one question at a time.
 */
export class EvidenceOnLane {
  readonly #index: LaneIndex
  readonly #sums = new EvidenceSums()
  readonly #from = new NearMarks()
  readonly #to = new NearMarks()
  #lanes = new Int32Array(0)

  constructor(index: LaneIndex) {
    this.#index = index
  }

  /**
   * Sums of all companies that have any; each is to be taken before the next question. `only`: by company 0 for one that
   * may be passed over: nothing may be relied on of what such a one has.
   */
  gather({ fromPlaceId, toPlaceId, nowMs }: LaneQuestion, only?: Uint8Array<ArrayBuffer>): EvidenceSums {
    const index = this.#index
    const from = index.surroundings.of(fromPlaceId)
    const to = index.surroundings.of(toPlaceId)
    this.#sums.begin({ companies: index.companies.size, only, decay: decayAt(nowMs), nowMs })
    this.#mark(from, to)
    this.#addDeclared(from, to)
    this.#sums.endDeclared()
    const [exactFrom, exactTo] = [index.places.numbering.find(fromPlaceId), index.places.numbering.find(toPlaceId)]
    this.#addHistory(from, to, exactFrom, exactTo)
    this.#addRegions(this.#regionOf(exactFrom, fromPlaceId), this.#regionOf(exactTo, toPlaceId))
    return this.#sums
  }

  #mark(from: Surroundings, to: Surroundings): void {
    const index = this.#index
    this.#from.mark(from, index)
    this.#to.mark(to, index)
    const most = Math.max(index.lanes.grid.laneTo.length, index.declared.grid.laneTo.length)
    if (this.#lanes.length < 3 * most) this.#lanes = new Int32Array(3 * most)
  }

  #addHistory(from: Surroundings, to: Surroundings, exactFrom: number, exactTo: number): void {
    const lanes = this.#index.lanes
    const { rowStart } = lanes.grid
    const found = this.#lanes
    // -1 where the asked place itself is not in the index.
    const startItself = (this.#from.standsAt[exactFrom] ?? 0) - 1
    const endItself = (this.#to.standsAt[exactTo] ?? 0) - 1
    const count = lanes.grid.between(this.#from, this.#to, found)
    for (let at = 0; at < 3 * count; at += 3) lanes.cells.readAhead(rowStart[found[at]!]!, rowStart[found[at]! + 1]!)
    for (let at = 0; at < 3 * count; at += 3) {
      const lane = found[at]!
      const start = found[at + 1]!
      const end = found[at + 2]!
      const isExact = start === startItself && end === endItself
      const weight = isExact ? 1 : WEIGHTS.near * from.nearness[start]! * to.nearness[end]!
      this.#sums.addCells(lanes.cells, rowStart[lane]!, rowStart[lane + 1]!, weight)
    }
    if (lanes.overlaid === 0) return
    for (const start of from.places) {
      for (const [end, cells] of lanes.overlayFrom(start)) {
        const nearness = this.#from.nearnessOf(start) * this.#to.nearnessOf(end)
        if (nearness === 0) continue
        const weight = start === exactFrom && end === exactTo ? 1 : WEIGHTS.near * nearness
        for (const cell of cells.values()) this.#sums.addCells(lanes.cells, cell, cell + 1, weight)
      }
    }
  }

  /** A place outside the index still lies in a region. */
  #regionOf(place: number, placeId: number): number {
    const { places } = this.#index
    return place < 0 ? places.regionOfId(placeId) : places.regionOf(place)
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
    const declared = this.#index.declared
    const { rowStart } = declared.grid
    const found = this.#lanes
    const count = declared.grid.between(this.#from, this.#to, found)
    for (let at = 0; at < 3 * count; at += 3) {
      const lane = found[at]!
      const start = found[at + 1]!
      const end = found[at + 2]!
      const nearness = from.nearness[start]! * to.nearness[end]!
      const first = rowStart[lane]!
      const last = rowStart[lane + 1]!
      if (!this.#sums.addOneWay(declared, first, last, nearness)) continue
      for (let row = first; row < last; row++) {
        if (declared.isOneWay(row) || declared.isReplaced(row)) continue
        this.#addEitherWay(from.places[start]!, to.places[end]!, declared.carrierOf(row), declared.isReversed(row))
      }
    }
    if (!declared.isOverlaid) return
    for (const start of from.places) {
      for (const entries of declared.overlayFrom(start)) {
        for (const { to: end, carrier, bothWays, reversed } of entries) {
          const nearness = this.#from.nearnessOf(start) * this.#to.nearnessOf(end)
          if (nearness === 0) continue
          if (bothWays) this.#addEitherWay(start, end, carrier, reversed)
          else this.#sums.addDeclared(carrier, nearness)
        }
      }
    }
  }

  /** Declared both ways and near both ways round: the better way counts, and once. */
  #addEitherWay(start: number, end: number, company: number, reversed: boolean): void {
    const there = this.#from.nearnessOf(start) * this.#to.nearnessOf(end)
    const back = this.#from.nearnessOf(end) * this.#to.nearnessOf(start)
    if (reversed && back > 0) return
    this.#sums.addDeclared(company, Math.max(there, back))
  }
}
