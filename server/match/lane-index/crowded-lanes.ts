import { WEIGHTS } from '../weights.ts'
import type { CellChange, IndexFollower, LaneIndex } from './lane-index.ts'
import { LaneSummer, type Listing } from './lane-summer.ts'
import { mostCrowded, type Ends } from './most-crowded.ts'
import { NearMarks } from './near-marks.ts'
import { NO_REGION } from './places-in-index.ts'
import type { SummedLane } from './summed-lane.ts'

/** Which lanes are kept summed up, and how much of each. */
export interface Keeping extends Listing {
  /** Lanes that take more cells than this to be added up are crowded. */
  cells: number
}

/** To add up fewer cells takes no longer than a tenth of a millisecond. Fifty companies are wanted. */
export const KEEPING: Keeping = { cells: 6_000, listed: 192, ofBody: 64 }
/** Ten kilobytes each. */
const MOST_KEPT = 8_192
/** With more changes than this since a lane was asked about it is as quick to sum it up anew. */
const MOST_CHANGES = 256

/** What the index told of a company, and its bodies then. */
interface Told {
  company: number
  bodies: number
  what: CellChange | 'declared' | 'bodies'
}

interface KeptLane extends Ends {
  fromPlaceId: number
  toPlaceId: number
  /** null: to be summed up when it is next asked about. */
  summed: SummedLane | null
  /** How many changes it has taken in. */
  seen: number
}

/**
 * The most crowded lanes, each with who has most evidence there. As a portal's history grows, more and more of it lies
 * round the lanes that are asked about most: here the answer for them is at hand, whatever there is round them. Changes
 * are written down, and taken in when a lane is asked about. What is taken away is not subtracted: rounding would be
 * left of it, and with it companies that have done nothing; the lane is summed up anew, as it is when somebody who is listed
 * or runs near declares something else.
 */
export class CrowdedLanes implements IndexFollower {
  readonly #index: LaneIndex
  readonly #summer: LaneSummer
  /** By number of the start, then of the end. */
  readonly #kept = new Map<number, Map<number, KeptLane>>()
  #changes: Told[] = []
  readonly #from = new NearMarks()
  readonly #to = new NearMarks()

  constructor(index: LaneIndex, keeping: Keeping) {
    this.#index = index
    this.#summer = new LaneSummer(index, keeping)
    index.tell(this)
    const { numbering } = index.places
    for (const { from, to } of mostCrowded(index, keeping.cells, MOST_KEPT)) {
      const ends = this.#kept.get(from) ?? new Map<number, KeptLane>()
      this.#kept.set(from, ends)
      const [fromPlaceId, toPlaceId] = [numbering.idOf(from), numbering.idOf(to)]
      const summed = this.#summer.sumUp(fromPlaceId, toPlaceId)
      ends.set(to, { from, to, fromPlaceId, toPlaceId, summed, seen: 0 })
    }
  }

  get bytes(): number {
    let bytes = 0
    for (const ends of this.#kept.values()) for (const lane of ends.values()) bytes += lane.summed?.bytes ?? 0
    return bytes
  }

  /** null for a lane that is not kept. Not to be asked while anything is dated ahead. */
  of(fromPlaceId: number, toPlaceId: number): SummedLane | null {
    if (this.#kept.size === 0) return null
    const { numbering } = this.#index.places
    const lane = this.#kept.get(numbering.find(fromPlaceId))?.get(numbering.find(toPlaceId))
    if (!lane) return null
    this.#takeIn(lane)
    if (lane.summed?.isWornOut) lane.summed = null
    return (lane.summed ??= this.#summer.sumUp(fromPlaceId, toPlaceId))
  }

  changed(change: CellChange): void {
    this.#note(change.company, change)
  }

  declared(company: number): void {
    this.#note(company, 'declared')
  }

  hasBodies(company: number): void {
    this.#note(company, 'bodies')
  }

  #note(company: number, what: Told['what']): void {
    if (this.#kept.size === 0) return
    if (this.#changes.length > 16 * MOST_CHANGES) this.#forgetAll()
    this.#changes.push({ company, bodies: this.#index.bodies.of(company), what })
  }

  #takeIn(lane: KeptLane): void {
    const changes = this.#changes
    if (lane.seen === changes.length) return
    if (changes.length - lane.seen > MOST_CHANGES) lane.summed = null
    this.#markEnds(lane)
    for (; lane.summed && lane.seen < changes.length; lane.seen++) {
      if (!this.#take(lane, lane.summed, changes[lane.seen]!)) lane.summed = null
    }
    lane.seen = changes.length
  }

  /** The lane's ends are marked. False where it has to be summed up anew. */
  #take(lane: KeptLane, summed: SummedLane, { company, bodies, what }: Told): boolean {
    if (what === 'bodies') {
      summed.hasBodies(company, bodies)
      return true
    }
    if (what === 'declared')
      return !summed.lists(company) && this.#index.declared.nearnessOf(company, this.#from, this.#to) === 0
    const more = this.#weightOf(what, lane) * what.more
    if (more > 0) summed.add(company, bodies, more)
    return more >= 0
  }

  #markEnds({ fromPlaceId, toPlaceId }: KeptLane): void {
    this.#from.mark(this.#index.surroundings.of(fromPlaceId), this.#index)
    this.#to.mark(this.#index.surroundings.of(toPlaceId), this.#index)
  }

  #forgetAll(): void {
    this.#changes = []
    for (const ends of this.#kept.values()) {
      for (const lane of ends.values()) {
        lane.summed = null
        lane.seen = 0
      }
    }
  }

  /** What history from one place to another weighs on a lane whose ends are marked, near and between the regions. */
  #weightOf({ from, to }: Ends, lane: KeptLane): number {
    const { places } = this.#index
    const isSameRegion = (one: number, other: number) =>
      places.regionOf(one) === places.regionOf(other) && places.regionOf(one) !== NO_REGION
    const region = isSameRegion(from, lane.from) && isSameRegion(to, lane.to) ? WEIGHTS.region : 0
    if (from === lane.from && to === lane.to) return 1 + region
    return WEIGHTS.near * this.#from.nearnessOf(from) * this.#to.nearnessOf(to) + region
  }
}
