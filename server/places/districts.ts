import { greatCircleKm } from './great-circle.ts'
import type { DistrictHint } from './hints.ts'
import type { NameIndex } from './name-index.ts'
import type { GazetteerPlace } from './place.ts'

const SMALLEST_CENTRE = 2_000
const NEAR_KM = 70
const FAR_KM = 120
const NEAR = 4
const FAR = 0.2
/** A city has districts of its own («Ленинский р-н»), named after anything. */
const CITY = 50_000
const BEGINNING = 4

/** Towns a district's adjective may come from: «люберецкий» → Люберцы. */
export function districtCentres(adjective: string, names: NameIndex): GazetteerPlace[] {
  const stem = adjective.replace(/(ий|ый|ой|ого|его|ому|ом)$/, '')
  const base = stem.replace(/(ск|цк|н)$/, '')
  if (base.length < BEGINNING) return []
  return names
    .startingWith(base.slice(0, BEGINNING))
    .filter(({ key, place }) => {
      const common = commonStart(stem, key)
      return (
        place.population >= SMALLEST_CENTRE &&
        common >= Math.max(BEGINNING, base.length - 2) &&
        key.length - common <= 3
      )
    })
    .map((spelling) => spelling.place)
}

/** How well a place fits the districts an address names; 1 when they say nothing. */
export function districtFactor(place: GazetteerPlace, centres: readonly (readonly GazetteerPlace[])[]): number {
  let factor = 1
  for (const towns of centres) {
    if (towns.length === 0) continue
    const km = Math.min(...towns.map((town) => greatCircleKm(town, place)))
    if (km <= NEAR_KM) factor *= NEAR
    else if (km > FAR_KM && place.population < CITY) factor *= FAR
  }
  return factor
}

export function centresOf(districts: readonly DistrictHint[], names: NameIndex): GazetteerPlace[][] {
  return districts.map((district) => districtCentres(district.adjective, names))
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
