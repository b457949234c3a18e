import { decayAt } from '../decay.ts'
import { declaredEvidence, MOST_DECLARED } from '../declared-evidence.ts'
import { WEIGHTS } from '../weights.ts'
import { Best } from './best.ts'
import { orderByKeys } from './counting-sort.ts'
import { EvidenceOnLane } from './evidence-on-lane.ts'
import type { CellChange, IndexFollower, LaneIndex } from './lane-index.ts'
import { NearMarks } from './near-marks.ts'
import { NO_REGION } from './places-in-index.ts'
import { SummedLane } from './summed-lane.ts'

/** Which lanes are kept summed up, and how much of each. */
export interface Keeping {
  /** Lanes with more cells on and round them than this are crowded. */
  cells: number
  /** How many companies are listed. */
  listed: number
}

/**
 * To add up fewer cells takes no longer than a tenth of a millisecond. Fifty companies are wanted, and of most bodies one
 * truck in ten at least will do.
 */
export const KEEPING: Keeping = { cells: 8_000, listed: 512 }
/** So many are kept, those with most carriers of their own first: they are asked about most. Ten kilobytes each. */
const MOST_KEPT = 4_096
/** With more changes than this since a lane was asked about it is as quick to sum it up anew. */
const MOST_CHANGES = 256

interface Ends {
  from: number
  to: number
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
 * left of it, and with it companies that have done nothing; the lane is summed up anew.
 */
export class CrowdedLanes implements IndexFollower {
  readonly #index: LaneIndex
  readonly #listed: number
  readonly #evidence: EvidenceOnLane
  readonly #best = new Best()
  /** By number of the start, then of the end. */
  readonly #kept = new Map<number, Map<number, KeptLane>>()
  /** Changed cells; or companies that may declare something else. */
  #changes: (CellChange | number)[] = []
  readonly #from = new NearMarks()
  readonly #to = new NearMarks()

  constructor(index: LaneIndex, keeping: Keeping) {
    this.#index = index
    this.#listed = keeping.listed
    this.#evidence = new EvidenceOnLane(index)
    index.tell(this)
    const { numbering } = index.places
    for (const { from, to } of crowdedOf(index, keeping.cells)) {
      const ends = this.#kept.get(from) ?? new Map<number, KeptLane>()
      this.#kept.set(from, ends)
      const [fromPlaceId, toPlaceId] = [numbering.idOf(from), numbering.idOf(to)]
      const lane: KeptLane = { from, to, fromPlaceId, toPlaceId, summed: null, seen: 0 }
      lane.summed = this.#sumUp(lane)
      ends.set(to, lane)
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
    return (lane.summed ??= this.#sumUp(lane))
  }

  changed(change: CellChange): void {
    this.#note(change)
  }

  declared(company: number): void {
    this.#note(company)
  }

  #note(change: CellChange | number): void {
    if (this.#kept.size === 0) return
    if (this.#changes.length > 16 * MOST_CHANGES) this.#forgetAll()
    this.#changes.push(change)
  }

  #takeIn(lane: KeptLane): void {
    const changes = this.#changes
    if (lane.seen === changes.length) return
    if (changes.length - lane.seen > MOST_CHANGES) lane.summed = null
    this.#markEnds(lane)
    for (; lane.summed && lane.seen < changes.length; lane.seen++) {
      const change = changes[lane.seen]!
      const isTaken = typeof change === 'number' ? this.#takeDeclared(lane, change) : this.#takeHistory(lane, change)
      if (!isTaken) lane.summed = null
    }
    lane.seen = changes.length
  }

  /** The lane's ends are marked. */
  #takeHistory(lane: KeptLane, change: CellChange): boolean {
    const more = this.#weightOf(change, lane) * change.more
    return more === 0 || (more > 0 && lane.summed!.add(change.company, more))
  }

  /** The lane's ends are marked. */
  #takeDeclared(lane: KeptLane, company: number): boolean {
    const nearness = this.#index.declared.nearnessOf(company, this.#from, this.#to)
    return nearness === 0 || lane.summed!.raise(company, MOST_DECLARED)
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

  #sumUp(lane: KeptLane): SummedLane {
    const { bodies, companies, declared, lanes } = this.#index
    // Nobody asks about an earlier moment, and later all history is worth less.
    const nowMs = lanes.cells.latestMs
    const { fromPlaceId, toPlaceId } = lane
    const sums = this.#evidence.gather({ fromPlaceId, toPlaceId, nowMs })
    this.#best.take(sums, bodies.fitting(0, companies.size).of, this.#listed)
    const ranked = this.#best.ranked(this.#listed, companies)
    this.#markEnds(lane)
    const decay = decayAt(nowMs)
    const listed = ranked.map(({ companyId, evidence }) => {
      const company = companies.find(companyId)
      const directions = declaredEvidence(declared.nearnessOf(company, this.#from, this.#to))
      return { company, history: Math.max(0, evidence - directions) / decay, evidence }
    })
    return new SummedLane({ listed, rest: sums.count > listed.length ? listed.at(-1)!.evidence : 0, decay })
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

/** The built lanes with more cells on and round them than `most`; of more than are kept those with most carriers. */
function crowdedOf(index: LaneIndex, most: number): Ends[] {
  const { laneFrom, laneTo, rowStart, fromStart } = index.lanes.grid
  const carriers = Int32Array.from(laneFrom, (_, lane) => rowStart[lane + 1]! - rowStart[lane]!)
  const around = (place: number) => index.surroundings.of(index.places.numbering.idOf(place)).places
  const isCrowded = new Uint8Array(laneFrom.length)
  const cellsTo = new Int32Array(index.places.numbering.size)
  for (let from = 0; from + 1 < fromStart.length; from++) {
    if (fromStart[from] === fromStart[from + 1]) continue
    cellsTo.fill(0)
    for (const start of around(from))
      for (let lane = fromStart[start] ?? 0; lane < (fromStart[start + 1] ?? 0); lane++)
        cellsTo[laneTo[lane]!]! += carriers[lane]!
    for (let lane = fromStart[from]!; lane < fromStart[from + 1]!; lane++) {
      let cells = 0
      for (const end of around(laneTo[lane]!)) cells += cellsTo[end]!
      isCrowded[lane] = Number(cells > most)
    }
  }
  return Array.from(orderByKeys(laneFrom.length, [carriers]))
    .filter((lane) => isCrowded[lane] === 1)
    .slice(-MOST_KEPT)
    .map((lane) => ({ from: laneFrom[lane]!, to: laneTo[lane]! }))
}
