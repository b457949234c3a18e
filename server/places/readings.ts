import { centresOf, districtFactor } from './districts.ts'
import { greatCircleKm } from './great-circle.ts'
import type { AreaHint } from './hints.ts'
import type { Likeness, NameMatch } from './match-names.ts'
import type { NameIndex } from './name-index.ts'
import type { GazetteerPlace } from './place.ts'
import type { Address } from './read-address.ts'
import { fitAreas, markerOf, priorOf, weighMatch } from './weigh.ts'

/** One way to read an address: these words are this place. */
export interface Reading {
  match: NameMatch
  place: GazetteerPlace
  weight: number
  /** The address names a region, district or larger town that this place lies in (`related`: nearly so). */
  confirmed: boolean
  related: boolean
  marker: 'town' | 'village' | null
  /** Other names in the address that this place explains by lying near them. */
  explains: Reading[]
}

/** Names this near, or in one region, explain each other: «Одинцово, дер. Малые Вяземы». */
const NEAR_KM = 70
const UNRELATED = 0.05
const INSIDE_LONGER = 0.05
const STRONG: ReadonlySet<Likeness> = new Set<Likeness>(['exact', 'sound', 'declined', 'shortened'])
/** A name weighing less than this says nothing about the other names. */
const TELLING_WEIGHT = 15

/** Weighs every match against the rest of the address, heaviest first. */
export function readingsOf(matches: readonly NameMatch[], address: Address, names: NameIndex): Reading[] {
  const centres = centresOf(address.districts, names)
  const readings = matches.map((match): Reading => {
    const { place } = match.spelling
    const fit = fitAreas(place, address.areas, match)
    const district = districtFactor(place, centres)
    return {
      match,
      place,
      weight:
        weighMatch(match, address, fit) *
        district *
        insideLonger(match, matches) *
        (fit.region || fit.related || fit.country ? 1 : priorOf(place)),
      confirmed: fit.region || fit.country || district > 1,
      related: fit.related,
      marker: markerOf(match, address.tokens),
      explains: [],
    }
  })
  const telling = readings.filter((reading) => reading.weight >= TELLING_WEIGHT && STRONG.has(reading.match.likeness))
  const factors = readings.map((reading) => holdAgainst(reading, telling, address))
  for (const [index, reading] of readings.entries()) reading.weight *= factors[index] as number
  return readings.sort((a, b) => b.weight - a.weight)
}

/** «Калитва» within «Белая Калитва». */
function insideLonger(match: NameMatch, matches: readonly NameMatch[]): number {
  const longer = matches.some(
    (other) =>
      other.from <= match.from &&
      other.to >= match.to &&
      other.to - other.from > match.to - match.from &&
      (STRONG.has(other.likeness) ? other.factor >= 0.2 : other.likeness === 'typo' && other.factor >= 0.15),
  )
  return longer ? INSIDE_LONGER : 1
}

/** Compares a reading with the other names of the address: it should lie near one of each, or in its region. */
function holdAgainst(reading: Reading, telling: readonly Reading[], address: Address): number {
  const others = new Map<number, Reading[]>()
  // «Приморский» of «Артём Приморский» is a settlement of that region, too: what it names must not confirm it.
  const namesRegionOfOther = telling.some(
    (other) => !overlap(other.match, reading.match) && namesAreaOf(reading, other.place, address),
  )
  let factor = namesRegionOfOther ? UNRELATED : 1
  for (const other of telling) {
    if (overlap(other.match, reading.match) || namesAreaOf(other, reading.place, address)) continue
    const list = others.get(other.match.from)
    if (list) list.push(other)
    else others.set(other.match.from, [other])
  }
  for (const list of others.values()) {
    const related = list.filter((other) => areRelated(reading.place, other.place))
    reading.explains.push(...related)
    if (related.length === 0) factor *= UNRELATED
    else if (
      !namesRegionOfOther &&
      !reading.confirmed &&
      related.some((other) => other.place.id !== reading.place.id)
    ) {
      reading.confirmed = true
      factor /= priorOf(reading.place)
    }
  }
  return factor
}

/** «Курская» of «Железногорск Курская» is a place too, but here it is the region that Железногорск lies in. */
export function namesAreaOf(reading: Reading, place: GazetteerPlace, address: Address): boolean {
  return address.areas.some((area) => overlap(area, reading.match) && speaksFor(place, area))
}

function speaksFor(place: GazetteerPlace, area: AreaHint): boolean {
  const fit = fitAreas(place, [area], { from: -1, to: -1 })
  return fit.region || fit.related
}

export function areRelated(a: GazetteerPlace, b: GazetteerPlace): boolean {
  return a.region === b.region || greatCircleKm(a, b) <= NEAR_KM
}

export function overlap(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  return a.from < b.to && b.from < a.to
}
