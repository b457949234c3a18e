import type { Vehicle } from '../../../contract/carriers.ts'
import { BODY_CODES, type LoadingCode } from '../../../contract/codes.ts'
import type { Place } from '../../../contract/place.ts'
import type { CarrierFacts } from '../../match/facts.ts'
import { greatCircleKm } from '../../places/great-circle.ts'
import type { KnownVehicle } from '../../store/candidates.ts'
import type { CarrierBaseRow } from '../../store/schema.ts'
import type { FactsInput } from './facts-input.ts'
import type { WhereTold } from './whereabouts.ts'

/** The entry in the carrier base as the matcher knows it. */
export function baseOf(row: CarrierBaseRow): CarrierFacts['base'] {
  return {
    carrierId: row.id,
    state: row.state,
    pausedUntilOn: row.pausedUntilOn,
    adrClasses: JSON.parse(row.adr) as string[],
    adrUntilOn: row.adrUntilOn,
    security: row.security,
    securityOn: row.securityOn,
    preferred: row.preferred === 1,
    doNotUse: row.doNotUse === 1,
    doNotUseReason: row.doNotUseReason,
    optedOutOn: row.optedOutOn,
  }
}

/** Declared ones first; a body known only from offers is added, so that the base need not be complete. */
export function vehiclesOf(
  declared: readonly KnownVehicle[],
  offered: readonly KnownVehicle[],
): Map<number, Vehicle[]> {
  const vehicles = new Map<number, Vehicle[]>()
  const add = (known: KnownVehicle, onlyNewBody: boolean) => {
    const own = vehicles.get(known.companyId) ?? []
    vehicles.set(known.companyId, own)
    const body = BODY_CODES.find((code) => code === known.body) ?? null
    if (onlyNewBody && own.some((vehicle) => vehicle.body === body)) return
    own.push(vehicleOf(known, body))
  }
  for (const vehicle of declared) add(vehicle, false)
  for (const vehicle of offered) add(vehicle, true)
  return vehicles
}

/** Trucks without plates are alike by the thousand. */
const alike = new Map<string, Vehicle>()
const MOST_ALIKE = 5_000

/** Those that are alike are one object: it takes less memory, and is judged once. Nobody may change it. */
function vehicleOf(known: KnownVehicle, body: Vehicle['body']): Vehicle {
  const { capacityKg, volumeM3, lengthM, loading, plate } = known
  const made = () => ({ body, capacityKg, volumeM3, lengthM, loading: JSON.parse(loading) as LoadingCode[], plate })
  if (plate !== null) return made()
  const key = `${body} ${capacityKg} ${volumeM3} ${lengthM} ${loading}`
  const before = alike.get(key)
  if (before) return before
  const vehicle = made()
  if (alike.size < MOST_ALIKE) alike.set(key, vehicle)
  return vehicle
}

const NOWHERE = { standsAt: null, freeAt: null, home: null }

/** Where his truck stands, will be free, and is at home, as far as he told. */
export function positionsOf(
  base: WhereTold | null,
  input: FactsInput,
): Pick<CarrierFacts, 'standsAt' | 'freeAt' | 'home'> {
  return base ? { standsAt: standsAt(base, input), freeAt: freeAt(base, input), home: homeOf(base, input) } : NOWHERE
}

function standsAt({ nowPlaceId, nowAt }: WhereTold, input: FactsInput): CarrierFacts['standsAt'] {
  const place = nowPlaceId === null || nowAt === null ? null : input.gazetteer.byId(nowPlaceId)
  return place && { place, offKm: kmFromLoading(input, place), at: nowAt! }
}

function freeAt({ freePlaceId, freeOn }: WhereTold, input: FactsInput): CarrierFacts['freeAt'] {
  const place = freePlaceId === null || freeOn === null ? null : input.gazetteer.byId(freePlaceId)
  return place && { place, offKm: kmFromLoading(input, place), on: freeOn! }
}

function homeOf({ homePlaceId }: WhereTold, input: FactsInput): CarrierFacts['home'] {
  const place = homePlaceId === null ? null : input.gazetteer.byId(homePlaceId)
  return place && { place, offKm: kmFromLoading(input, place), unloadOffKm: input.toArea.near.get(place.id) ?? null }
}

const measured = new WeakMap<FactsInput, Map<number, number>>()

/** Many carriers live in one city: its distance is worked out once a list. */
function kmFromLoading(input: FactsInput, place: Place): number {
  let known = measured.get(input)
  if (!known) measured.set(input, (known = new Map()))
  let km = known.get(place.id)
  if (km === undefined) known.set(place.id, (km = greatCircleKm(place, input.from)))
  return km
}
