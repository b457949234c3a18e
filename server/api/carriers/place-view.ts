import type { Place, ResolvedPlace } from '../../../contract/place.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import type { GazetteerPlace } from '../../places/place.ts'
import { readOnce } from './read-once.ts'

/** Typed text → what a person sees of it. `taught` maps normalised texts to place ids. Nothing is guessed silently. */
export function viewPlace(
  text: string | null,
  gazetteer: Gazetteer,
  taught: ReadonlyMap<string, number>,
): ResolvedPlace {
  if (text === null) return { state: 'empty' }
  const found = readOnce(text, gazetteer, taught)
  switch (found.state) {
    case 'known':
      return { state: 'known', text, place: asPlace(found.place), taught: found.taught }
    case 'ambiguous':
      return { state: 'ambiguous', text, alternatives: [found.place, ...found.alternatives].map(asPlace) }
    case 'unknown':
      // A region alone is no place, but its towns are worth choosing from.
      return found.alternatives.length > 0
        ? { state: 'ambiguous', text, alternatives: found.alternatives.map(asPlace) }
        : { state: 'unknown', text }
    case 'empty':
      return { state: 'empty' }
  }
}

/** Only what the contract says of a place. */
export function asPlace({ id, name, region, lat, lon, timeZone }: GazetteerPlace): Place {
  return { id, name, region, lat, lon, zone: timeZone }
}
