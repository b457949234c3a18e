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
import type { CarrierBaseRow } from '../../store/schema.ts'
import { baseOf, vehiclesOf } from './base-facts.ts'

/** What is known of a company whatever the load. */
export interface CarrierCard {
  name: string
  /** The entry in the carrier base as the copy has it; null where there is none. */
  row: CarrierBaseRow | null
  base: CarrierFacts['base']
  vehicles: Vehicle[]
  hasContact: boolean
}

/**
 * Cards of companies, read when they are first needed and kept until a row behind them changes. Twenty thousand of
 * them are some twenty megabytes.
 */
export class CarrierCards {
  readonly #store: PortalStore
  /** null: the copy has no such company. */
  readonly #cards = new Map<number, CarrierCard | null>()
  /** Grows with every change: what was read before it may be old, and is used once but not kept. */
  #changes = 0

  constructor(store: PortalStore) {
    this.#store = store
  }

  forget(companyIds: readonly number[]): void {
    this.#changes += 1
    for (const companyId of companyIds) this.#cards.delete(companyId)
  }

  /** Cards of these companies; one that the copy does not have is absent. */
  async of(companyIds: readonly number[]): Promise<Map<number, CarrierCard>> {
    const missing = companyIds.filter((companyId) => !this.#cards.has(companyId))
    const fresh = missing.length ? await this.#read(missing) : null
    const found = new Map<number, CarrierCard>()
    for (const companyId of companyIds) {
      const card = fresh?.get(companyId) ?? this.#cards.get(companyId)
      if (card) found.set(companyId, card)
    }
    return found
  }

  async #read(companyIds: readonly number[]): Promise<Map<number, CarrierCard | null>> {
    const changesBefore = this.#changes
    const store = this.#store
    const [titles, bases, declared, offered, reachable] = await Promise.all([
      readCompanyTitles(store, companyIds),
      readCarrierBases(store, companyIds),
      readDeclaredVehicles(store, companyIds),
      readOfferedVehicles(store, companyIds),
      readReachable(store, companyIds),
    ])
    const vehicles = vehiclesOf(declared, offered)
    const cards = new Map<number, CarrierCard | null>()
    for (const companyId of companyIds) {
      const name = titles.get(companyId)
      const row = bases.get(companyId) ?? null
      const card =
        name === undefined
          ? null
          : {
              name,
              row,
              base: row && baseOf(row),
              vehicles: vehicles.get(companyId) ?? [],
              hasContact: reachable.has(companyId),
            }
      cards.set(companyId, card)
      if (this.#changes === changesBefore) this.#cards.set(companyId, card)
    }
    return cards
  }
}
