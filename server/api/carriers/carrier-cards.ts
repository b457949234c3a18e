import type { Vehicle } from '../../../contract/carriers.ts'
import { CardKinds } from '../../match/card-kinds.ts'
import type { CarrierFacts } from '../../match/facts.ts'
import type { Numbering } from '../../match/lane-index/numbering.ts'
import {
  readCarrierBases,
  readCompanyTitles,
  readDeclaredVehicles,
  readOfferedVehicles,
  readReachable,
} from '../../store/candidates.ts'
import type { PortalStore } from '../../store/database.ts'
import { baseOf, vehiclesOf } from './base-facts.ts'
import { KeptByCompany } from './kept-by-company.ts'

/** The company is not in the copy; something speaks for it besides history and card; nobody has looked yet. */
export const [NOBODY, APART, UNREAD] = [-1, -2, 0]

/** More kinds than companies can be of at once: papers and fleets, twice over. */
const KINDS_A_COMPANY = 4
const SPARE_KINDS = 1_000

/**
 * Cards of companies, and of which kind they are, by the company's number in the lane index: hundreds of candidates are
 * judged by two numbers each.
 */
export class CarrierCards {
  #kinds = new CardKinds()
  readonly #cards: KeptByCompany<CarrierCard>
  readonly #companies: Numbering
  readonly #isTold: (companyId: number) => boolean
  readonly #spareKinds: number
  #papers = new Int32Array(0)
  #fleets = new Int32Array(0)
  #changes = 0

  /** `isTold`: where his trucks are, so that he has to be judged by himself. */
  constructor(
    store: PortalStore,
    companies: Numbering,
    isTold: (companyId: number) => boolean,
    spareKinds = SPARE_KINDS,
  ) {
    this.#cards = new KeptByCompany((companyIds) => readCarrierCards(store, companyIds))
    this.#companies = companies
    this.#isTold = isTold
    this.#spareKinds = spareKinds
  }

  /** Kinds that the numbers stand for now. */
  get kinds(): CardKinds {
    return this.#kinds
  }

  forget(companyIds: readonly number[]): void {
    this.#changes += 1
    this.#cards.forget(companyIds)
    for (const companyId of companyIds) {
      const company = this.#companies.find(companyId)
      if (company >= 0 && company < this.#papers.length) this.#papers[company] = UNREAD
    }
  }

  /** In the order of the ids. */
  of(companyIds: readonly number[]): Promise<(CarrierCard | null)[]> {
    return this.#cards.of(companyIds)
  }

  /** Kind of the papers of the company with this number in the index, or `NOBODY`, `APART`, `UNREAD`. */
  papersAt(company: number): number {
    return this.#papers[company] ?? UNREAD
  }

  /** Kind of its fleet, where there is one of its papers. */
  fleetAt(company: number): number {
    return this.#fleets[company]!
  }

  /** Looks at those of them that are unread. They may be so still when something has changed meanwhile. */
  async read(all: Int32Array): Promise<void> {
    const companies: number[] = []
    for (const company of all) if (this.papersAt(company) === UNREAD) companies.push(company)
    if (companies.length === 0) return
    const changesBefore = this.#changes
    const companyIds = companies.map((company) => this.#companies.idOf(company))
    const cards = await this.#cards.of(companyIds)
    if (this.#changes !== changesBefore) return
    this.#makeRoom()
    // Kinds that nobody is of any more are not told from others: once in a long while all are made anew.
    if (this.#kinds.size > KINDS_A_COMPANY * this.#companies.size + this.#spareKinds) this.#forgetKinds()
    for (const [at, company] of companies.entries()) {
      const card = cards[at]
      if (!card) this.#papers[company] = NOBODY
      else if (this.#isTold(companyIds[at]!)) this.#papers[company] = APART
      else {
        this.#papers[company] = this.#kinds.papersOf(card)
        this.#fleets[company] = this.#kinds.fleetOf(card.vehicles)
      }
    }
  }

  /** A list that has gathered its candidates goes on with the kinds it has. */
  #forgetKinds(): void {
    this.#kinds = new CardKinds()
    this.#papers.fill(UNREAD)
  }

  #makeRoom(): void {
    const { size } = this.#companies
    if (this.#papers.length >= size) return
    const [papers, fleets] = [new Int32Array(size + 1024), new Int32Array(size + 1024)]
    papers.set(this.#papers)
    fleets.set(this.#fleets)
    this.#papers = papers
    this.#fleets = fleets
  }
}

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
