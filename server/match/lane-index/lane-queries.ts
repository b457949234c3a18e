import type { BodyCode } from '../../../contract/codes.ts'
import { decayedSum } from '../decay.ts'
import { WEIGHTS } from '../weights.ts'
import { Best } from './best.ts'
import { mayFit, neededMask } from './body-masks.ts'
import type { CellTable } from './cell-table.ts'
import type { LaneIndex } from './lane-index.ts'

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
export function createTopByEvidence(index: LaneIndex): (question: TopQuestion) => Ranked[] {
  let [evidence, declared] = [new Float64Array(0), new Float64Array(0)]
  let touched = new Int32Array(0)
  let [nearFrom, nearTo] = [new Float64Array(0), new Float64Array(0)]

  return function topByEvidence({ fromPlaceId, toPlaceId, now, bodies, limit }) {
    if (evidence.length < index.companies.size) {
      evidence = new Float64Array(index.companies.size)
      declared = new Float64Array(index.companies.size)
      touched = new Int32Array(index.companies.size)
    }
    if (nearFrom.length < index.places.numbering.size) {
      nearFrom = new Float64Array(index.places.numbering.size)
      nearTo = new Float64Array(index.places.numbering.size)
    }
    const decay = decayedSum(1, now)
    const needed = neededMask(bodies)
    let count = 0
    const { lanes, regionPairs } = index

    const add = (table: CellTable, start: number, end: number, weight: number) => {
      const { carrier, tripSum, trips, offerSum, offers } = table.cells
      for (let cell = start; cell < end; cell++) {
        const who = carrier[cell]!
        const driven = Math.min(tripSum[cell]! * decay, trips[cell]!)
        const offered = Math.min(offerSum[cell]! * decay, offers[cell]!)
        const points = weight * (WEIGHTS.trip * driven + WEIGHTS.offer * offered)
        if (evidence[who] === 0 && declared[who] === 0 && points > 0) touched[count++] = who
        evidence[who]! += points
      }
    }
    const addLane = (table: CellTable, from: number, to: number, weight: number) => {
      const lane = table.laneOf(from, to)
      if (lane >= 0) add(table, table.laneStart[lane]!, table.laneStart[lane + 1]!, weight)
      for (const cell of table.overlayFrom(from).get(to)?.values() ?? []) add(table, cell, cell + 1, weight)
    }

    const from = index.surroundings.of(fromPlaceId)
    const to = index.surroundings.of(toPlaceId)
    const exactFrom = index.places.numbering.find(fromPlaceId)
    const exactTo = index.places.numbering.find(toPlaceId)
    for (let at = 0; at < from.places.length; at++) nearFrom[from.places[at]!] = from.nearness[at]!
    for (let at = 0; at < to.places.length; at++) nearTo[to.places[at]!] = to.nearness[at]!

    const [fromRegion, toRegion] = [index.places.regionOfId(fromPlaceId), index.places.regionOfId(toPlaceId)]
    if (fromRegion >= 0 && toRegion >= 0) addLane(regionPairs, fromRegion, toRegion, WEIGHTS.region)
    for (let at = 0; at < from.places.length; at++) {
      const start = from.places[at]!
      const weight = WEIGHTS.near * from.nearness[at]!
      if (start < lanes.fromStart.length - 1) {
        const { laneTo, laneStart } = lanes
        for (let lane = lanes.fromStart[start]!; lane < lanes.fromStart[start + 1]!; lane++) {
          const end = laneTo[lane]!
          const nearness = nearTo[end]!
          if (nearness === 0) continue
          const isExact = start === exactFrom && end === exactTo
          add(lanes, laneStart[lane]!, laneStart[lane + 1]!, isExact ? 1 : weight * nearness)
        }
      }
      for (const [end, cells] of lanes.overlayFrom(start)) {
        const nearness = nearTo[end] ?? 0
        if (nearness === 0) continue
        const isExact = start === exactFrom && end === exactTo
        for (const cell of cells.values()) add(lanes, cell, cell + 1, isExact ? 1 : weight * nearness)
      }
      index.declared.visitFrom(start, (end, who, bothWays, reversed) => {
        // Declared both ways and near both ways round: the better way counts, and once.
        const there = nearFrom[start]! * nearTo[end]!
        const back = bothWays ? nearFrom[end]! * nearTo[start]! : 0
        if (there === 0 || (reversed && back > 0)) return
        if (evidence[who] === 0 && declared[who] === 0) touched[count++] = who
        declared[who]! += Math.max(there, back)
      })
    }
    const best = new Best(limit)
    for (let at = 0; at < count; at++) {
      const who = touched[at]!
      const total = evidence[who]! + WEIGHTS.declared * Math.min(WEIGHTS.declaredCap, declared[who]!)
      evidence[who] = 0
      declared[who] = 0
      if (total >= best.threshold && mayFit(index.bodiesOf(who), needed)) best.offer(index.companies.idOf(who), total)
    }
    for (const place of from.places) nearFrom[place] = 0
    for (const place of to.places) nearTo[place] = 0
    return best.sorted().map(({ id, evidence: points }) => ({ companyId: id, evidence: points }))
  }
}
