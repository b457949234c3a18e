import type { Place } from '../../../contract/place.ts'
import type { LaneOnTheWay } from '../facts.ts'
import { greatCircleKm } from '../../places/great-circle.ts'
import type { DeclaredTable } from '../lane-index/declared-table.ts'
import type { LaneIndex } from '../lane-index/lane-index.ts'
import { proximity } from '../proximity.ts'
import { WEIGHTS } from '../weights.ts'
import { DeclaredLengths } from './declared-lengths.ts'
import { PlacePoints } from './place-points.ts'
import { looseLimitKm, wayBy, wayWorth, type RoadKm } from './way.ts'

/** Lanes whose roads are asked for: those that promise most by the straight line. */
const MOST_LANES = 60
/** A thousand carriers on one road are more than anybody calls. */
const MOST_COMPANIES = 150

export interface WayQuestion {
  from: Place
  to: Place
  partLoad: boolean
  placeOf: (placeId: number) => Place | null
  /** The same function every time: what it said of a lane is remembered. */
  roadKm: RoadKm
}

interface Promising {
  from: number
  to: number
  /** Its number in the declared lanes; -1 for one that was declared since. */
  lane: number
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
  readonly #lengths: DeclaredLengths

  constructor(index: LaneIndex, placeOf: WayQuestion['placeOf']) {
    this.#index = index
    this.#points = new PlacePoints(index, placeOf)
    this.#lengths = new DeclaredLengths(index, this.#points)
  }

  ask(question: WayQuestion): Map<number, LaneOnTheWay[]> {
    const found = new Map<number, LaneOnTheWay[]>()
    for (const { from, to, lane } of this.#worthwhile(question)) {
      // Nobody changes what is known of a lane: all who declare it the same way share it.
      const told: (LaneOnTheWay | undefined)[] = []
      for (const { companyId, bothWays, reversed } of this.#declarers(from, to)) {
        const own = found.get(companyId)
        if (!own && found.size >= MOST_COMPANIES) continue
        const ends = reversed ? { from: lane.to, to: lane.from } : { from: lane.from, to: lane.to }
        const one = (told[(bothWays ? 2 : 0) + (reversed ? 1 : 0)] ??= { ...lane, ...ends, bothWays })
        if (own) own.push(one)
        else found.set(companyId, [one])
      }
    }
    return found
  }

  /** Lanes on whose way the load lies, the best first. */
  #worthwhile(question: WayQuestion): { from: number; to: number; lane: LaneOnTheWay; worth: number }[] {
    const { placeOf, roadKm } = question
    const { numbering } = this.#index.places
    const fromKm = this.#points.from(question.from)
    const toKm = this.#points.from(question.to)
    const loadKm = roadKm(question.from, question.to)
    const found: { from: number; to: number; lane: LaneOnTheWay; worth: number }[] = []
    for (const { from, to, lane: known } of this.#promising(question, fromKm, toKm)) {
      const [start, end] = [placeOf(numbering.idOf(from)), placeOf(numbering.idOf(to))]
      if (!start || !end) continue
      const laneKm = known < 0 ? roadKm(start, end) : this.#lengths.roadKmOf(known, start, end, roadKm)
      const way = wayBy(laneKm, roadKm(start, question.from), loadKm, roadKm(question.to, end))
      if (!way) continue
      const nearness = proximity({ fromOffKm: fromKm[from]!, toOffKm: toKm[to]! })
      const lane = { from: start, to: end, bothWays: false, nearness, ...way }
      const worth = wayWorth(lane, question.partLoad)
      if (worth > 0) found.push({ from, to, lane, worth })
    }
    return found.sort((a, b) => b.worth - a.worth)
  }

  /** Lanes that may be on the way, best first by the straight line. */
  #promising({ from, to, partLoad }: WayQuestion, fromKm: Float64Array, toKm: Float64Array): Promising[] {
    const points = this.#points
    const loadKm = greatCircleKm(from, to)
    const longestKm = partLoad ? Infinity : loadKm / WEIGHTS.wayLeastShare
    const most = looseLimitKm(Infinity)
    const best: Promising[] = []
    const { declared } = this.#index
    const consider = (start: number, end: number, lane: number, laneKm: number) => {
      const detourKm = fromKm[start]! + loadKm + toKm[end]! - laneKm
      if (!(laneKm <= longestKm && detourKm <= looseLimitKm(laneKm))) return
      const promise = (1 - detourKm / looseLimitKm(laneKm)) * (partLoad ? 1 : loadKm / laneKm)
      if (best.length === MOST_LANES && promise <= best.at(-1)!.promise) return
      insert(best, { from: start, to: end, lane, promise })
    }
    const { laneTo, fromStart } = declared.grid
    const { straightKm } = this.#lengths
    for (let start = 0; start < points.known; start++) {
      if (!(fromKm[start]! + loadKm - toKm[start]! <= most)) continue
      const last = fromStart[start + 1] ?? 0
      for (let lane = fromStart[start] ?? 0; lane < last; lane++) {
        const end = laneTo[lane]!
        // The load's end must lie before the lane's: half of the detour alone may be too much.
        if (loadKm + toKm[end]! - fromKm[end]! <= most) consider(start, end, lane, straightKm[lane]!)
      }
      for (const end of laterFrom(declared, start))
        if (loadKm + toKm[end]! - fromKm[end]! <= most) consider(start, end, -1, points.between(start, end))
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
