import type { LaneIndex } from '../lane-index/lane-index.ts'

export interface Point {
  lat: number
  lon: number
}

const EARTH_RADIUS_KM = 6371.0088
/** Loads begin and end in the same few hundred cities. */
const MOST_DISTANCES = 128
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
  /** By the id of the place they are measured from. */
  readonly #distances = new Map<number, Float64Array>()

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

  /** Number of places as of the last `refresh`. */
  get known(): number {
    return this.#known
  }

  /** Straight kilometres between two places by their numbers. */
  between(a: number, b: number): number {
    const xyz = this.#xyz
    return arcKm(xyz[3 * a]! - xyz[3 * b]!, xyz[3 * a + 1]! - xyz[3 * b + 1]!, xyz[3 * a + 2]! - xyz[3 * b + 2]!)
  }

  /** Straight kilometres from a place to each place of the index, by its number. Not to be written to. */
  from({ id, ...point }: Point & { id: number }): Float64Array {
    const places = this.refresh()
    const before = this.#distances.get(id)
    if (before?.length === places) return before
    const [x, y, z] = unitVector(point)
    const xyz = this.#xyz
    const km = new Float64Array(places)
    for (let place = 0; place < places; place++)
      km[place] = arcKm(x - xyz[3 * place]!, y - xyz[3 * place + 1]!, z - xyz[3 * place + 2]!)
    if (this.#distances.size >= MOST_DISTANCES) this.#distances.delete(this.#distances.keys().next().value!)
    this.#distances.set(id, km)
    return km
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
