import type { Place } from '../../../contract/place.ts'
import type { LaneOnTheWay } from '../facts.ts'
import { greatCircleKm } from '../../places/great-circle.ts'
import type { DeclaredTable } from '../lane-index/declared-table.ts'
import type { LaneIndex } from '../lane-index/lane-index.ts'
import { proximity } from '../proximity.ts'
import { WEIGHTS } from '../weights.ts'
import { PlacePoints } from './place-points.ts'
import { looseLimitKm, wayOver, wayWorth, type RoadKm } from './way.ts'

/** Lanes whose roads are asked for: those that promise most by the straight line. */
const MOST_LANES = 60
/** A thousand carriers on one road are more than anybody calls. */
const MOST_COMPANIES = 150

export interface WayQuestion {
  from: Place
  to: Place
  partLoad: boolean
  placeOf: (placeId: number) => Place | null
  roadKm: RoadKm
}

interface Promising {
  from: number
  to: number
  promise: number
}

const known = new WeakMap<LaneIndex, DeclaredWays>()

/**
 * Declared directions on whose way a load lies, by company: picked up and dropped for a detour within the limit. Best
 * ways first, until they are enough.
 */
export function directionsOnTheWay(index: LaneIndex, question: WayQuestion): Map<number, LaneOnTheWay[]> {
  let ways = known.get(index)
  if (!ways) known.set(index, (ways = new DeclaredWays(index, question.placeOf)))
  return ways.ask(question)
}

/** Work arrays are kept between questions; nothing is awaited in one. */
class DeclaredWays {
  readonly #index: LaneIndex
  readonly #points: PlacePoints
  #fromKm = new Float64Array(0)
  #toKm = new Float64Array(0)

  constructor(index: LaneIndex, placeOf: WayQuestion['placeOf']) {
    this.#index = index
    this.#points = new PlacePoints(index, placeOf)
  }

  ask(question: WayQuestion): Map<number, LaneOnTheWay[]> {
    const found = new Map<number, LaneOnTheWay[]>()
    const { numbering } = this.#index.places
    const lanes = this.#promising(question).flatMap(({ from, to }) => {
      const [start, end] = [question.placeOf(numbering.idOf(from)), question.placeOf(numbering.idOf(to))]
      const way = start && end && wayOver({ from: start, to: end }, question, question.roadKm)
      if (!start || !end || !way) return []
      const nearness = proximity({ fromOffKm: this.#fromKm[from]!, toOffKm: this.#toKm[to]! })
      const lane = { from: start, to: end, bothWays: false, nearness, ...way }
      const worth = wayWorth(lane, question.partLoad)
      return worth > 0 ? [{ from, to, lane, worth }] : []
    })
    for (const { from, to, lane } of lanes.sort((a, b) => b.worth - a.worth)) {
      for (const { companyId, bothWays, reversed } of this.#declarers(from, to)) {
        const own = found.get(companyId)
        if (!own && found.size >= MOST_COMPANIES) continue
        const told = reversed ? { ...lane, from: lane.to, to: lane.from } : lane
        if (own) own.push({ ...told, bothWays })
        else found.set(companyId, [{ ...told, bothWays }])
      }
    }
    return found
  }

  /** Lanes that may be on the way, best first by the straight line. */
  #promising({ from, to, partLoad }: WayQuestion): Promising[] {
    const points = this.#points
    const places = points.refresh()
    if (this.#fromKm.length < places) {
      this.#fromKm = new Float64Array(places + 256)
      this.#toKm = new Float64Array(places + 256)
    }
    points.from(from, this.#fromKm)
    points.from(to, this.#toKm)
    const [fromKm, toKm] = [this.#fromKm, this.#toKm]
    const loadKm = greatCircleKm(from, to)
    const longestKm = partLoad ? Infinity : loadKm / WEIGHTS.wayLeastShare
    const most = looseLimitKm(Infinity)
    const best: Promising[] = []
    const { declared } = this.#index
    const consider = (start: number, end: number) => {
      // The load's end must lie before the lane's: half of the detour alone may be too much.
      if (!(loadKm + toKm[end]! - fromKm[end]! <= most)) return
      const laneKm = points.between(start, end)
      const detourKm = fromKm[start]! + loadKm + toKm[end]! - laneKm
      if (!(laneKm <= longestKm && detourKm <= looseLimitKm(laneKm))) return
      const promise = (1 - detourKm / looseLimitKm(laneKm)) * (partLoad ? 1 : loadKm / laneKm)
      if (best.length === MOST_LANES && promise <= best.at(-1)!.promise) return
      insert(best, { from: start, to: end, promise })
    }
    const { laneTo, fromStart } = declared.grid
    for (let start = 0; start < places; start++) {
      if (!(fromKm[start]! + loadKm - toKm[start]! <= most)) continue
      const end = fromStart[start + 1] ?? 0
      for (let lane = fromStart[start] ?? 0; lane < end; lane++) consider(start, laneTo[lane]!)
      for (const place of laterFrom(declared, start)) consider(start, place)
    }
    return best
  }

  /** Who declares a lane, one way or both ways. */
  *#declarers(from: number, to: number): Generator<{ companyId: number; bothWays: boolean; reversed: boolean }> {
    const { declared, companies } = this.#index
    const lane = declared.grid.laneOf(from, to)
    if (lane >= 0) {
      const end = declared.grid.rowStart[lane + 1]!
      for (let row = declared.grid.rowStart[lane]!; row < end; row++) {
        if (declared.isReplaced(row)) continue
        const companyId = companies.idOf(declared.carrierOf(row))
        yield { companyId, bothWays: declared.isBothWays(row), reversed: declared.isReversed(row) }
      }
    }
    for (const entries of declared.overlayFrom(from))
      for (const { to: end, carrier, bothWays, reversed } of entries)
        if (end === to) yield { companyId: companies.idOf(carrier), bothWays, reversed }
  }
}

/** Ends of lanes that nobody had declared when the table was built. */
function laterFrom(declared: DeclaredTable, start: number): Iterable<number> {
  let later: Set<number> | null = null
  for (const entries of declared.overlayFrom(start))
    for (const { to } of entries) if (declared.grid.laneOf(start, to) < 0) (later ??= new Set()).add(to)
  return later ?? []
}

/** Keeps the list in order and no longer than it may be. */
function insert(best: Promising[], one: Promising): void {
  let at = best.length
  while (at > 0 && best[at - 1]!.promise < one.promise) at--
  best.splice(at, 0, one)
  if (best.length > MOST_LANES) best.pop()
}
