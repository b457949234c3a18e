import { greatCircleKm } from '../../server/places/great-circle.ts'
import { createNeighbours } from '../../server/places/neighbours.ts'
import type { GazetteerPlace } from '../../server/places/place.ts'
import type { Knobs } from './knobs.ts'

/** Beyond this no carrier goes out of his way for a load. */
export const FURTHEST_OFF_KM = 150

export interface Near {
  place: number
  km: number
}

/** Places that send and receive freight, by their number in `places`. */
export interface Geography {
  places: readonly GazetteerPlace[]
  /** How much freight a place has. */
  weight: Float64Array
  /** Number of the region of each place. */
  region: Int32Array
  km(a: number, b: number): number
  /** Places within 150 km, the place itself first. */
  near(place: number): readonly Near[]
}

export function freightGeography(all: readonly GazetteerPlace[], knobs: Knobs): Geography {
  const places = all.filter(({ population }) => population >= knobs.smallestPlace)
  const numberOf = new Map(places.map(({ id }, at) => [id, at]))
  const regions = [...new Set(places.map(({ region }) => region))]
  const neighbours = createNeighbours(places)
  const near: (readonly Near[] | undefined)[] = []
  return {
    places,
    weight: Float64Array.from(places, ({ population }) => population ** knobs.populationPower),
    region: Int32Array.from(places, ({ region }) => regions.indexOf(region)),
    km: (a, b) => greatCircleKm(places[a]!, places[b]!),
    near: (place) =>
      (near[place] ??= neighbours(places[place]!.id, FURTHEST_OFF_KM).map(({ placeId, km }) => ({
        place: numberOf.get(placeId)!,
        km,
      }))),
  }
}
