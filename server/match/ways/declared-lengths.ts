import type { Place } from '../../../contract/place.ts'
import type { LaneIndex } from '../lane-index/lane-index.ts'
import type { PlacePoints } from './place-points.ts'
import type { RoadKm } from './way.ts'

/** How long declared lanes are, by their numbers in the index: neither places nor roads move. */
export class DeclaredLengths {
  readonly straightKm: Float64Array
  /** Not a number where nobody has asked yet. */
  readonly #roadKm: Float64Array
  #askedBy: RoadKm | null = null

  constructor({ declared }: LaneIndex, points: PlacePoints) {
    const { laneFrom, laneTo } = declared.grid
    points.refresh()
    this.straightKm = Float64Array.from(laneFrom, (from, lane) => points.between(from, laneTo[lane]!))
    this.#roadKm = new Float64Array(laneFrom.length).fill(Number.NaN)
  }

  roadKmOf(lane: number, from: Place, to: Place, roadKm: RoadKm): number {
    if (this.#askedBy !== roadKm) this.#roadKm.fill(Number.NaN)
    this.#askedBy = roadKm
    const known = this.#roadKm[lane]!
    return Number.isNaN(known) ? (this.#roadKm[lane] = roadKm(from, to)) : known
  }
}
