import { distance as editDistance } from 'fastest-levenshtein'
import { transliterate } from './letters.ts'
import { nominativeForms } from './nominative.ts'
import { COUNTRY_NAMES, REGION_SYNONYMS } from './region-names.ts'
import { tokenise } from './tokens.ts'
import type { GazetteerPlace } from './place.ts'

/** Regions and countries a word of an address may mean: «РБ» is both Bashkortostan and Belarus. */
export interface Area {
  regions: readonly string[]
  countries: readonly string[]
}

export interface RegionLexicon {
  /** A word that stands alone: «Татарстан», «Курская», «МО», «Беларусь». */
  alone(word: string): (Area & { adjective: boolean }) | null
  /** A word beside «обл.», «край», «респ.»: may be cut short («Свердл.») or misspelt. */
  marked(word: string): Area | null
  /** A long word that stands alone and is misspelt: «Удмутрия». */
  misspelt(word: string): Area | null
}

const KINDS = new Set(['область', 'край', 'республика', 'ао', 'велаят'])
const ADJECTIVE = /(ая|ой|ую|ий|ый|ого|ому|ом)$/
const FEMININE = /(ая|ой|ую)$/
const ENDINGS = ['ая', 'ий', 'ой']
const SHORTEST_CUT = 2
const SHORTEST_MISSPELT = 6

/** Learns the regions from the places themselves, so a region added to the data is understood at once. */
export function createRegionLexicon(places: readonly GazetteerPlace[]): RegionLexicon {
  const regions = new Set(places.map((place) => place.region))
  const cities = new Set(places.filter((place) => place.name === place.region).map((place) => place.name))
  const stems = new Map<string, string[]>()
  const nouns = new Map<string, string[]>()
  const countries = new Map<string, string[]>()
  for (const region of regions) {
    if (cities.has(region)) continue
    const words = tokenise(region.replace(/\(.*\)/, ''), () => false).map((token) => token.text)
    const base = words.filter((word) => !KINDS.has(word)).join('')
    if (words.length > 1 && ADJECTIVE.test(base)) push(stems, base.replace(ADJECTIVE, ''), region)
    else push(nouns, base, region)
    for (const synonym of REGION_SYNONYMS[region] ?? []) push(synonym.endsWith('ск') ? stems : nouns, synonym, region)
  }
  for (const [country, names] of Object.entries(COUNTRY_NAMES))
    for (const name of names) push(countries, transliterate(name), country)

  const named = (word: string): Area | null => {
    for (const form of [word, ...(word.length > 3 ? nominativeForms(word) : [])]) {
      const found = { regions: nouns.get(form) ?? [], countries: countries.get(form) ?? [] }
      if (found.regions.length + found.countries.length > 0) return found
    }
    return null
  }
  const described = (word: string): Area | null => {
    const found = ADJECTIVE.test(word) ? stems.get(word.replace(ADJECTIVE, '')) : undefined
    return found ? { regions: found, countries: [] } : null
  }
  const cutShort = (word: string): Area | null => {
    if (word.length < SHORTEST_CUT) return null
    const found = [...stems, ...nouns].filter(([stem]) => stem.startsWith(word)).flatMap(([, list]) => list)
    return found.length > 0 ? { regions: [...new Set(found)], countries: [] } : null
  }
  const misspelt = (word: string): Area | null => {
    if (word.length < SHORTEST_MISSPELT) return null
    const stem = word.replace(ADJECTIVE, '')
    let best: Area | null = null
    let fewest = Infinity
    const consider = (known: string, area: Area) => {
      if (known.length < SHORTEST_MISSPELT - 1) return
      const edits = editDistance(stem, known)
      if (edits > (known.length < 8 ? 1 : 2) || edits >= fewest) return
      best = area
      fewest = edits
    }
    for (const [known, list] of stems) consider(known, { regions: list, countries: [] })
    if (stem === word) {
      for (const [known, list] of nouns) consider(known, { regions: list, countries: [] })
      for (const [known, list] of countries) consider(known, { regions: [], countries: list })
    }
    return best
  }
  /** «Алтайскйи край»: the slip is in the ending, which `misspelt` needs to find the stem. */
  const misspeltEnding = (word: string): Area | null => {
    if (word.length < SHORTEST_MISSPELT) return null
    for (const [stem, list] of stems) {
      if (!word.startsWith(stem.slice(0, SHORTEST_CUT))) continue
      const near = ENDINGS.some((ending) => editDistance(word, stem + ending) <= (word.length < 9 ? 1 : 2))
      if (near) return { regions: list, countries: [] }
    }
    return null
  }
  return {
    alone(word) {
      const noun = named(word)
      if (noun) return { ...noun, adjective: false }
      // «Курская» alone is the region, «Курский» is not; «Пермский» and «Ненецкий» may be.
      const found =
        described(word)?.regions.filter((region) => FEMININE.test(word) || !region.endsWith('область')) ?? []
      return found.length > 0 ? { regions: found, countries: [], adjective: true } : null
    },
    marked: (word) => described(word) ?? named(word) ?? cutShort(word) ?? misspelt(word) ?? misspeltEnding(word),
    misspelt,
  }
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
