import MiniSearch from 'minisearch'
import { soundKey } from './letters.ts'
import type { GazetteerPlace } from './place.ts'
import { tokenise } from './tokens.ts'

const FUZZY = 0.2
const never = () => false

/** Search-as-you-type over names and aliases; larger places first among equals. Built at the first search. */
export function createSearch(places: readonly GazetteerPlace[], byId: (id: number) => GazetteerPlace | null) {
  let index: MiniSearch | null = null
  return function search(query: string, limit: number): GazetteerPlace[] {
    if (!(limit >= 1)) return []
    index ??= build(places)
    const found: GazetteerPlace[] = []
    for (const result of index.search(query)) {
      const place = byId(result.id as number)
      if (place) found.push(place)
      if (found.length >= limit) break
    }
    return found
  }
}

function build(places: readonly GazetteerPlace[]): MiniSearch {
  const populations = new Map(places.map((place) => [place.id, place.population]))
  const index = new MiniSearch({
    fields: ['name', 'aliases', 'region'],
    extractField: (place: GazetteerPlace, field) =>
      field === 'id'
        ? place.id
        : field === 'aliases'
          ? place.aliases.join(' ')
          : String(place[field as 'name' | 'region']),
    tokenize: (text) => tokenise(text, never).map((token) => token.text),
    processTerm: (term) => soundKey(term),
    searchOptions: {
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? FUZZY : false),
      boost: { name: 3, region: 0.3 },
      boostDocument: (id) => Math.log10(10 + (populations.get(id as number) ?? 0)),
    },
  })
  index.addAll(places)
  return index
}
