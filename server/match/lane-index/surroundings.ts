import { WEIGHTS } from '../weights.ts'
import type { Numbering } from './numbering.ts'

/** What the index must be told of places; distances are straight-line kilometres. */
export interface LaneGeography {
  /** null: a place nobody knows. */
  regionOf(placeId: number): string | null
  /** Degrees; null: a place nobody knows. */
  pointOf(placeId: number): { lat: number; lon: number } | null
  /** Places within 150 km, the place itself among them or not. */
  neighbours(placeId: number): readonly { placeId: number; km: number }[]
}

/** Places round one end of a lane that stand in the index, by their numbers there, nearest first. */
export interface Surroundings {
  places: Int32Array
  km: Float64Array
  /** exp(-km / 40): nearness of a lane is the product of both its ends'. */
  nearness: Float64Array
}

/** Looks surroundings up and keeps them while no place is added to the index. */
export class SurroundingsCache {
  readonly #kept = new Map<number, Surroundings>()
  readonly #places: Numbering
  readonly #geography: LaneGeography
  #placesThen = 0

  constructor(places: Numbering, geography: LaneGeography) {
    this.#places = places
    this.#geography = geography
  }

  of(placeId: number): Surroundings {
    if (this.#placesThen !== this.#places.size) {
      this.#kept.clear()
      this.#placesThen = this.#places.size
    }
    const kept = this.#kept.get(placeId)
    if (kept) return kept
    const found = this.#look(placeId)
    this.#kept.set(placeId, found)
    return found
  }

  #look(placeId: number): Surroundings {
    const near = this.#geography
      .neighbours(placeId)
      .filter((neighbour) => neighbour.placeId !== placeId && neighbour.km <= WEIGHTS.nearLimitKm)
      .map(({ placeId: id, km }) => ({ place: this.#places.find(id), km }))
    const all = [{ place: this.#places.find(placeId), km: 0 }, ...near]
      .filter(({ place }) => place >= 0)
      .toSorted((a, b) => a.place - b.place)
    return {
      places: Int32Array.from(all, ({ place }) => place),
      km: Float64Array.from(all, ({ km }) => km),
      nearness: Float64Array.from(all, ({ km }) => Math.exp(-km / WEIGHTS.nearScaleKm)),
    }
  }
}
