import type { LaneIndex } from '../lane-index/lane-index.ts'

export interface Point {
  lat: number
  lon: number
}

const EARTH_RADIUS_KM = 6371.0088
const RADIANS = Math.PI / 180

/**
 * Where the places of a lane index lie, as points of a unit sphere, so that the straight line between two of them costs
 * a few multiplications. A place nobody knows lies nowhere: its distances are not numbers.
 */
export class PlacePoints {
  readonly #index: LaneIndex
  readonly #pointOf: (placeId: number) => Point | null
  #xyz = new Float64Array(0)
  #known = 0

  constructor(index: LaneIndex, pointOf: (placeId: number) => Point | null) {
    this.#index = index
    this.#pointOf = pointOf
  }

  /** Number of places, those included that have come since the last time. */
  refresh(): number {
    const { numbering } = this.#index.places
    if (this.#xyz.length < 3 * numbering.size) {
      const grown = new Float64Array(3 * Math.ceil(numbering.size * 1.25 + 64))
      grown.set(this.#xyz)
      this.#xyz = grown
    }
    for (; this.#known < numbering.size; this.#known++)
      this.#xyz.set(unitVector(this.#pointOf(numbering.idOf(this.#known))), 3 * this.#known)
    return this.#known
  }

  /** Straight kilometres between two places by their numbers. */
  between(a: number, b: number): number {
    const xyz = this.#xyz
    return arcKm(xyz[3 * a]! - xyz[3 * b]!, xyz[3 * a + 1]! - xyz[3 * b + 1]!, xyz[3 * a + 2]! - xyz[3 * b + 2]!)
  }

  /** Straight kilometres from a point to each place, by its number. */
  from(point: Point, into: Float64Array): void {
    const [x, y, z] = unitVector(point)
    const xyz = this.#xyz
    for (let place = 0; place < this.#known; place++)
      into[place] = arcKm(x - xyz[3 * place]!, y - xyz[3 * place + 1]!, z - xyz[3 * place + 2]!)
  }
}

function arcKm(dx: number, dy: number, dz: number): number {
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(dx * dx + dy * dy + dz * dz) / 2))
}

function unitVector(point: Point | null): [number, number, number] {
  if (point === null) return [Number.NaN, Number.NaN, Number.NaN]
  const [lat, lon] = [point.lat * RADIANS, point.lon * RADIANS]
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)]
}
