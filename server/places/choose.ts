import { greatCircleKm } from './great-circle.ts'
import { areRelated, namesAreaOf, overlap, type Reading } from './readings.ts'
import type { Likeness } from './match-names.ts'
import type { GazetteerPlace } from './place.ts'
import type { Address } from './read-address.ts'
import { KINSHIP } from './weigh.ts'

export interface Choice {
  place: GazetteerPlace
  /** 0–1. */
  confidence: number
  /** Other places, likeliest first. */
  alternatives: GazetteerPlace[]
}

const MOST_ALTERNATIVES = 8
/** Even an exact name may be a namesake that the gazetteer does not have. */
const CERTAIN = 0.99
const LIKENESS_CAP: Record<Likeness, number> = {
  exact: 1,
  sound: 0.97,
  declined: 0.97,
  shortened: 0.95,
  typo: 0.92,
  part: 0.6,
}
/** A word nobody understood right beside the name is probably a part of it: «Белый Раст» is not Белый. */
const UNKNOWN_BESIDE_CAP = 0.5
const UNKNOWN_ELSEWHERE_CAP = 0.7
/** A second name that does not fit the first: «Москва – Казань». */
const CONFLICT_CAP = 0.7
/** «Колпнио СПб» may be Колпино, but also something that is no place. */
const SLIP_BESIDE_NAME_CAP = 0.75
const CONFLICT_SHARE = 0.05
/** «Руза, Тучково»: neighbours of about one size, neither of which tells where the other lies. */
const EQUALS_CAP = 0.75
const EQUAL_SIZE = 2.5
const SHORTEST_MEANINGFUL = 3

/** Weight of all the places of this name that the gazetteer does not have. */
const UNLISTED = 25
const UNLISTED_CONFIRMED = 3
const UNLISTED_RELATED = 12
const UNLISTED_VILLAGE = 45
/** A village was added by hand because freight goes there. */
const HAND_LISTED = 0.4
/** Names of several words are shared less often. */
const LONG_NAME = 0.6
/** Another name of a place needs less proof than its weight against a namesake would say. */
const LEAST_KINSHIP = 0.1
const LEAST_KINSHIP_MISSPELT = 0.5
/** The source lists some settlements twice; and so near, a name is the other's surroundings. */
const SAME_KM = 15

/** Chooses the reading to propose, and says how sure that is. Null when there is nothing to propose. */
export function choose(readings: readonly Reading[], address: Address): Choice | null {
  const heaviest = readings[0]
  if (!heaviest) return null
  const chosen = moreExact(heaviest, readings, address)
  const rivals = new Map<number, number>()
  let conflict = 0
  for (const reading of readings) {
    const { place } = reading
    if (place.id === chosen.place.id) continue
    const apart = !overlap(reading.match, chosen.match)
    if (areSame(place, chosen.place) || (apart && areRelated(place, chosen.place))) continue
    if (apart && namesAreaOf(reading, chosen.place, address)) continue
    if (apart) conflict = Math.max(conflict, reading.weight)
    rivals.set(place.id, Math.max(rivals.get(place.id) ?? 0, reading.weight))
  }
  const against = [...rivals.values()].reduce((sum, weight) => sum + weight, 0)
  const share = chosen.weight / (chosen.weight + against + unlisted(chosen))
  const conflictCap = conflict > chosen.weight * CONFLICT_SHARE ? CONFLICT_CAP : 1
  const slipCap = chosen.match.likeness === 'typo' && chosen !== heaviest ? SLIP_BESIDE_NAME_CAP : 1
  const equalsCap = readings.some((reading) => isEqual(reading, chosen, readings, address)) ? EQUALS_CAP : 1
  const confidence = Math.min(
    CERTAIN,
    slipCap,
    equalsCap,
    share * Math.min(LIKENESS_CAP[chosen.match.likeness], unknownCap(chosen, readings, address), conflictCap),
  )
  return { place: chosen.place, confidence, alternatives: alternativesTo(chosen, readings) }
}

/**
 * Of names that explain each other the more exact is meant, which is the smaller place: «Москва, Троицк»,
 * «Н.Новгород (Кстово)», «Ростов, Ярославль».
 */
function moreExact(heaviest: Reading, readings: readonly Reading[], address: Address): Reading {
  let chosen = heaviest
  for (const reading of readings) {
    if (reading.place.population >= chosen.place.population || reading.place.id === chosen.place.id) continue
    if (overlap(reading.match, chosen.match) || !areRelated(reading.place, chosen.place)) continue
    if (namesAreaOf(reading, chosen.place, address)) continue
    if (reading.match.likeness === 'part' || reading.match.factor < (reading.match.likeness === 'typo' ? 0.17 : 0.3))
      continue
    const own = readings.find((other) => overlap(other.match, reading.match))
    if (own === reading) chosen = reading
  }
  return chosen
}

/** Another town of the address that might as well be meant. */
function isEqual(other: Reading, chosen: Reading, readings: readonly Reading[], address: Address): boolean {
  if (overlap(other.match, chosen.match) || !areRelated(other.place, chosen.place)) return false
  if (other.match.likeness !== 'exact' && other.match.likeness !== 'sound') return false
  const ratio = other.place.population / Math.max(1, chosen.place.population)
  return (
    ratio < EQUAL_SIZE &&
    ratio > 1 / EQUAL_SIZE &&
    greatCircleKm(other.place, chosen.place) > SAME_KM &&
    !namesAreaOf(other, chosen.place, address) &&
    readings.find((one) => overlap(one.match, other.match)) === other
  )
}

function unlisted(chosen: Reading): number {
  const base = chosen.confirmed
    ? UNLISTED_CONFIRMED
    : chosen.related
      ? UNLISTED_RELATED
      : chosen.marker === 'village'
        ? UNLISTED_VILLAGE
        : UNLISTED
  const { likeness, factor, spelling } = chosen.match
  const rare = (chosen.place.id < 0 ? HAND_LISTED : 1) * (spelling.words.length > 1 ? LONG_NAME : 1)
  const kinship = Math.max(KINSHIP[spelling.kinship], likeness === 'typo' ? LEAST_KINSHIP_MISSPELT : LEAST_KINSHIP)
  if (likeness !== 'typo') return base * rare * kinship * Math.min(1, factor * 2)
  const letters = spelling.key.length
  return kinship * (letters >= 8 ? 8 : letters >= 7 ? 15 : 40) * (chosen.confirmed ? 0.3 : 1)
}

/** Lowers the confidence while words stay unmatched. */
function unknownCap(chosen: Reading, readings: readonly Reading[], address: Address): number {
  const understood = new Set<number>()
  for (const { match, place } of [chosen, ...readings]) {
    if (place.id !== chosen.place.id && !areRelated(place, chosen.place)) continue
    if (
      (match.likeness === 'part' || match.likeness === 'typo') &&
      match !== chosen.match &&
      !sameSpan(match, chosen.match)
    )
      continue
    for (let at = match.from; at < match.to; at++) understood.add(at)
  }
  let cap = 1
  for (const [at, token] of address.tokens.entries()) {
    if (understood.has(at)) continue
    if (isInitial(address, at) && at + 1 === chosen.match.from) cap = Math.min(cap, UNKNOWN_BESIDE_CAP)
    if (token.role !== 'open' || token.text.length < SHORTEST_MEANINGFUL) continue
    if (isFirmName(address, at)) continue
    const beside = token.segment === address.tokens[chosen.match.from]?.segment
    cap = Math.min(cap, beside ? UNKNOWN_BESIDE_CAP : UNKNOWN_ELSEWHERE_CAP)
  }
  return cap
}

/** «ООО Ромашка»: nobody's place. */
function isFirmName(address: Address, at: number): boolean {
  const segment = address.tokens[at]?.segment
  for (let before = at - 1; before >= 0 && address.tokens[before]?.segment === segment; before--) {
    if (address.tokens[before]?.role === 'firm') return true
  }
  return false
}

/** «Н.» of «Н.Урренгой»: a part of the name that was not understood. */
function isInitial(address: Address, at: number): boolean {
  const token = address.tokens[at]
  const next = address.tokens[at + 1]
  return token?.role === 'noise' && token.text.length === 1 && token.dotted && next?.segment === token.segment
}

function sameSpan(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  return a.from === b.from && a.to === b.to
}

function areSame(a: GazetteerPlace, b: GazetteerPlace): boolean {
  return a.name === b.name && a.region === b.region && greatCircleKm(a, b) <= SAME_KM
}

function alternativesTo(chosen: Reading, readings: readonly Reading[]): GazetteerPlace[] {
  const seen = new Set([chosen.place.id])
  const found: GazetteerPlace[] = []
  for (const { place } of readings) {
    if (seen.has(place.id) || found.length >= MOST_ALTERNATIVES) continue
    seen.add(place.id)
    found.push(place)
  }
  return found
}
