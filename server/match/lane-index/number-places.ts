import type { PlacesInIndex } from './places-in-index.ts'
import type { LaneGeography } from './surroundings.ts'

/**
 * Gives numbers to places so that neighbours have neighbouring numbers: what is asked about one lane then lies close
 * together in memory, which is what most of the time of an answer goes to.
 */
export function numberPlaces(ids: Iterable<number>, places: PlacesInIndex, geography: LaneGeography): void {
  const all = new Set(ids)
  for (const id of all) {
    if (places.numbering.find(id) >= 0) continue
    places.numberFor(id)
    for (const { placeId } of geography.neighbours(id)) if (all.has(placeId)) places.numberFor(placeId)
  }
}
