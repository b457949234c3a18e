import type { Vehicle } from '../../../contract/carriers.ts'
import { BODY_CODES, type LoadingCode } from '../../../contract/codes.ts'
import type { CarrierFacts, KnownPosition } from '../../match/facts.ts'
import { greatCircleKm } from '../../places/great-circle.ts'
import type { KnownVehicle } from '../../store/candidates.ts'
import type { CarrierBaseRow } from '../../store/schema.ts'
import type { FactsInput } from './facts-input.ts'

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
    own.push({
      body,
      capacityKg: known.capacityKg,
      volumeM3: known.volumeM3,
      lengthM: known.lengthM,
      loading: JSON.parse(known.loading) as LoadingCode[],
      plate: known.plate,
    })
  }
  for (const vehicle of declared) add(vehicle, false)
  for (const vehicle of offered) add(vehicle, true)
  return vehicles
}

/** Where his truck stands, will be free, and is at home, as far as he told. */
export function positionsOf(
  base: CarrierBaseRow | undefined,
  { gazetteer, from }: FactsInput,
): Pick<CarrierFacts, 'standsAt' | 'freeAt' | 'home'> {
  const at = (placeId: number | null | undefined): KnownPosition | null => {
    const place = placeId == null ? null : gazetteer.byId(placeId)
    return place && { place, offKm: greatCircleKm(place, from) }
  }
  const now = at(base?.nowPlaceId)
  const free = at(base?.freePlaceId)
  return {
    standsAt: now && base?.nowAt ? { ...now, at: base.nowAt } : null,
    freeAt: free && base?.freeOn ? { ...free, on: base.freeOn } : null,
    home: at(base?.homePlaceId),
  }
}
