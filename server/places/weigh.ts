import { TOWN_MARKERS } from './address-words.ts'
import type { AreaHint } from './hints.ts'
import type { NameMatch } from './match-names.ts'
import type { GazetteerPlace } from './place.ts'
import type { Address } from './read-address.ts'
import { DISPUTED_REGIONS, RELATED_REGIONS } from './region-names.ts'
import type { Kinship } from './spellings.ts'
import type { Token } from './tokens.ts'

/**
 * Weights are odds: how much likelier one reading is than another. A place's own weight is the square root of its
 * population, so that a city beats a village of its name but not beyond doubt («Киров» stays a question).
 */
const SMALLEST_POPULATION = 300
export const KINSHIP: Record<Kinship, number> = { name: 1, form: 0.25, other: 0.06 }
const COUNTRY: Record<string, number> = { RU: 1, BY: 0.35, KZ: 0.35, UA: 0.15 }
const OTHER_COUNTRY = 0.25
const DISPUTED = 0.7
/** A part of Moscow or Petersburg that shares its name with a town elsewhere is seldom the one meant. */
const CITY_DISTRICT = 0.35

const RELATED_AREA = 0.4
export const WRONG_AREA = 0.01
const WRONG_SOFT_AREA = 0.05
/** «РФ» is written out of habit. */
const WRONG_HOME = 0.3

const VILLAGE_AT_MOST = 60_000
const TOWN_AT_LEAST = 5_000

const RELATED = new Set(RELATED_REGIONS.flatMap(([a, b]) => [`${a}|${b}`, `${b}|${a}`]))

/** How well a place fits what the address says of its region: 1 fits or nothing is said. */
export interface AreaFit {
  factor: number
  /** The region named is the place's own, or one often written for it. */
  region: boolean
  related: boolean
  /** A country other than Russia was named, and fits. */
  country: boolean
}

export function fitAreas(
  place: GazetteerPlace,
  areas: readonly AreaHint[],
  match: { from: number; to: number },
): AreaFit {
  const fit: AreaFit = { factor: 1, region: false, related: false, country: false }
  for (const area of areas) {
    if (area.from < match.to && match.from < area.to) continue
    if (area.regions.includes(place.region)) fit.region = true
    else if (area.regions.some((region) => RELATED.has(`${region}|${place.region}`))) {
      fit.related = true
      fit.factor *= RELATED_AREA
    } else if (inCountry(place, area.countries)) fit.country ||= !area.countries.includes('RU')
    else if (area.regions.length === 0 && area.countries.includes('RU')) fit.factor *= WRONG_HOME
    else fit.factor *= area.soft ? WRONG_SOFT_AREA : WRONG_AREA
  }
  return fit
}

function inCountry(place: GazetteerPlace, countries: readonly string[]): boolean {
  if (countries.includes(place.country)) return true
  return DISPUTED_REGIONS.has(place.region) && (countries.includes('RU') || countries.includes('UA'))
}

/** The weight of a reading by itself, before other words of the address are held against it. */
export function weighMatch(match: NameMatch, address: Address, fit: AreaFit): number {
  const { place, kinship } = match.spelling
  return (
    Math.sqrt(Math.max(place.population, SMALLEST_POPULATION)) *
    KINSHIP[kinship] *
    match.factor *
    fit.factor *
    markerFactor(place, match, address.tokens)
  )
}

const CITY_REGIONS = new Set(['Москва', 'Санкт-Петербург'])

/** How likely a place is meant when nothing in the address speaks for its whereabouts. */
export function priorOf(place: GazetteerPlace): number {
  if (place.name !== place.region && CITY_REGIONS.has(place.region)) return CITY_DISTRICT
  if (DISPUTED_REGIONS.has(place.region)) return DISPUTED
  return COUNTRY[place.country] ?? OTHER_COUNTRY
}

/** «д. …» is no city, «г. …» is no hamlet. */
function markerFactor(place: GazetteerPlace, match: NameMatch, tokens: readonly Token[]): number {
  const marker = markerOf(match, tokens)
  if (marker === 'village' && place.population > VILLAGE_AT_MOST) return 0.15
  if (marker === 'town' && place.population < TOWN_AT_LEAST) return 0.3
  return 1
}

/** The settlement marker beside the name; «с» before a declined name is a preposition. */
export function markerOf(match: NameMatch, tokens: readonly Token[]): 'town' | 'village' | null {
  const before = tokens[match.from - 1]
  const after = tokens[match.to]
  const segment = tokens[match.from]?.segment
  for (const token of [before, after]) {
    if (token?.role !== 'settlement' || token.segment !== segment) continue
    if (token === before && match.likeness === 'declined' && token.text === 'с') continue
    return TOWN_MARKERS.has(token.text) ? 'town' : 'village'
  }
  return null
}
