import { Numbering } from './numbering.ts'
import type { LaneGeography } from './surroundings.ts'

export const NO_REGION = -1

/** Numbers of places that stand in the index, and of their regions. */
export class PlacesInIndex {
  readonly numbering = new Numbering()
  readonly #geography: LaneGeography
  readonly #regions = new Map<string, number>()
  readonly #regionOf: number[] = []

  constructor(geography: LaneGeography) {
    this.#geography = geography
  }

  numberFor(placeId: number): number {
    const number = this.numbering.numberFor(placeId)
    if (number === this.#regionOf.length) this.#regionOf.push(this.#numberedRegion(this.#geography.regionOf(placeId)))
    return number
  }

  /** Number of a place's region; `NO_REGION` for a place that nobody knows. */
  regionOf(place: number): number {
    return this.#regionOf[place] ?? NO_REGION
  }

  /** The same by the place's id, which need not stand in the index: its region may. */
  regionOfId(placeId: number): number {
    const region = this.#geography.regionOf(placeId)
    return region === null ? NO_REGION : (this.#regions.get(region) ?? NO_REGION)
  }

  #numberedRegion(region: string | null): number {
    if (region === null) return NO_REGION
    const known = this.#regions.get(region)
    if (known !== undefined) return known
    this.#regions.set(region, this.#regions.size)
    return this.#regions.size - 1
  }
}
