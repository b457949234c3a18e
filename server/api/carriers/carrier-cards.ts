import type { Vehicle } from '../../../contract/carriers.ts'
import type { CarrierFacts } from '../../match/facts.ts'
import {
  readCarrierBases,
  readCompanyTitles,
  readDeclaredVehicles,
  readOfferedVehicles,
  readReachable,
} from '../../store/candidates.ts'
import type { PortalStore } from '../../store/database.ts'
import { baseOf, vehiclesOf } from './base-facts.ts'

/** What is known of a company whatever the load. */
export interface CarrierCard {
  name: string
  base: CarrierFacts['base']
  vehicles: Vehicle[]
  hasContact: boolean
}

/** Cards of the companies that the copy has. Twenty thousand of them are some ten megabytes. */
export async function readCarrierCards(
  store: PortalStore,
  companyIds: readonly number[],
): Promise<Map<number, CarrierCard>> {
  const [titles, bases, declared, offered, reachable] = await Promise.all([
    readCompanyTitles(store, companyIds),
    readCarrierBases(store, companyIds),
    readDeclaredVehicles(store, companyIds),
    readOfferedVehicles(store, companyIds),
    readReachable(store, companyIds),
  ])
  const vehicles = vehiclesOf(declared, offered)
  const cards = new Map<number, CarrierCard>()
  for (const [companyId, name] of titles) {
    const row = bases.get(companyId) ?? null
    const hasContact = reachable.has(companyId)
    cards.set(companyId, {
      name,
      base: row && baseOf(row),
      vehicles: vehicles.get(companyId) ?? [],
      hasContact,
    })
  }
  return cards
}
