import { createNameIndex } from './name-index.ts'
import { createNeighbours, type Neighbour } from './neighbours.ts'
import type { GazetteerPlace } from './place.ts'
import { createRegionLexicon } from './region-lexicon.ts'
import { regionsNamed } from './regions-named.ts'
import { resolvePlace, type Resolution, type ResolveOptions } from './resolve.ts'
import { createSearch } from './search.ts'

export interface Gazetteer {
  all: readonly GazetteerPlace[]
  byId(id: number): GazetteerPlace | null
  /** Search-as-you-type, best first. */
  search(query: string, limit: number): GazetteerPlace[]
  /** Text of a card → place. Never throws, in bounded time. */
  resolve(text: string, options?: ResolveOptions): Resolution
  /** Our names of the regions a text may mean: «Московская обл», «МО». Cities that are regions are read by `resolve`. */
  regionsNamed(text: string): string[]
  /** Places within a radius by great circle, nearest first, the place itself included; empty for an unknown id. */
  neighbours(placeId: number, radiusKm: number): Neighbour[]
}

/** Builds every index over the places; search is built when first used. */
export function createGazetteer(places: readonly GazetteerPlace[]): Gazetteer {
  const index = new Map(places.map((place) => [place.id, place]))
  const byId = (id: number) => index.get(id) ?? null
  const knowledge = {
    names: createNameIndex(places),
    regions: createRegionLexicon(places),
    byId,
    largestIn: largestIn(places),
  }
  return {
    all: places,
    byId,
    search: createSearch(places, byId),
    resolve: (text, options) => resolvePlace(text, knowledge, options),
    regionsNamed: (text) => regionsNamed(text, knowledge.regions),
    neighbours: createNeighbours(places),
  }
}

function largestIn(places: readonly GazetteerPlace[]) {
  return (regions: readonly string[], limit: number) =>
    regions.length === 0
      ? []
      : places
          .filter((place) => regions.includes(place.region))
          .sort((a, b) => b.population - a.population)
          .slice(0, limit)
}
