import { BODY_CODES, type BodyCode } from '../../../contract/codes.ts'
import { buildLaneIndex } from '../../match/lane-index/build-lane-index.ts'
import type { LaneIndex } from '../../match/lane-index/lane-index.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import { takeChangeMarks, type ChangeMarks, type LaneKey } from '../../store/change-marks.ts'
import type { PortalStore } from '../../store/database.ts'
import { readAllLanes, readDeclaredOf, readLaneRows } from '../../store/lane-rows.ts'
import { readPlacesTold, readPlacesToldBy } from '../../store/told-places.ts'
import { CarrierCards } from './carrier-cards.ts'
import { KeptByCompany } from './kept-by-company.ts'
import { Areas } from './lane-area.ts'
import { LaneRefusals } from './lane-refusals.ts'
import { LastRates } from './last-rates.ts'
import { OrdersOnRoad } from './orders-on-road.ts'
import { PortalChoices } from './portal-choices.ts'
import { RatesOfLanes } from './rates-of-lanes.ts'
import { WideRates } from './wide-rates.ts'
import { readShownContacts, type ShownContact } from './shown-contacts.ts'
import { Whereabouts } from './whereabouts.ts'

const NEAR_KM = 150
/** Every new lane costs a little at every question; building anew costs half a second at a million rows. */
const MOST_OVERLAID = 20_000
/** Rows of `carrierLane` a set-based read takes at a time. */
const PART = 5000

/** What is held in memory beside a portal's file to answer who runs a lane, for how much, and what is known of him. */
export interface LaneMemory {
  index: LaneIndex
  cards: CarrierCards
  contacts: KeptByCompany<ShownContact>
  lastRates: LastRates
  rates: RatesOfLanes
  wideRates: WideRates
  areas: Areas
  orders: OrdersOnRoad
  whereabouts: Whereabouts
  refusals: LaneRefusals
  choices: PortalChoices
}

const memories = new WeakMap<PortalStore, Keeper>()

/** The memory beside a portal's file, as new as the last commit. Built when it is first asked for. */
export function laneMemoryOf(store: PortalStore, gazetteer: Gazetteer): Promise<LaneMemory> {
  let keeper = memories.get(store)
  if (!keeper) {
    keeper = new Keeper(store, gazetteer)
    memories.set(store, keeper)
  }
  return keeper.fresh()
}

class Keeper {
  readonly #store: PortalStore
  readonly #gazetteer: Gazetteer
  #memory: LaneMemory | null = null
  /** One refresh at a time; whoever asks meanwhile may have seen a later commit and needs the next one. */
  #running: Promise<LaneMemory> = Promise.resolve(null as never)

  constructor(store: PortalStore, gazetteer: Gazetteer) {
    this.#store = store
    this.#gazetteer = gazetteer
  }

  fresh(): Promise<LaneMemory> {
    this.#running = this.#running.catch(() => null).then(() => this.#refresh())
    return this.#running
  }

  async #refresh(): Promise<LaneMemory> {
    // Taken before anything is read: a change in between is seen twice rather than never.
    const store = this.#store
    const marks = await takeChangeMarks(store)
    if (!this.#memory) {
      const index = await this.#build()
      const whereabouts = new Whereabouts(await readPlacesTold(store))
      this.#memory = {
        index,
        cards: new CarrierCards(store, index.companies, (companyId) => whereabouts.isOnTheMove(companyId)),
        contacts: new KeptByCompany((companyIds) => readShownContacts(store, companyIds)),
        lastRates: new LastRates(store, this.#gazetteer),
        rates: new RatesOfLanes(store),
        wideRates: new WideRates(),
        areas: new Areas(this.#gazetteer),
        orders: new OrdersOnRoad(store, this.#gazetteer),
        whereabouts,
        refusals: new LaneRefusals(store),
        choices: new PortalChoices(store),
      }
      return this.#memory
    }
    try {
      await this.#follow(this.#memory, marks)
    } catch (error) {
      // The marks are gone: only building anew is sure to know what they stood for.
      this.#memory = null
      throw error
    }
    return this.#memory
  }

  #build(): Promise<LaneIndex> {
    const gazetteer = this.#gazetteer
    return readAllLanes(this.#store, ({ lanes, count, directions, bodies }) =>
      buildLaneIndex({
        lanes,
        directions,
        bodies: [...bodiesByCompany(bodies)].map(([companyId, own]) => ({ companyId, bodies: own })),
        geography: {
          regionOf: (placeId) => gazetteer.byId(placeId)?.region ?? null,
          pointOf: (placeId) => gazetteer.byId(placeId) ?? null,
          neighbours: (placeId) => gazetteer.neighbours(placeId, NEAR_KM),
        },
        expectedRows: count,
      }),
    )
  }

  async #follow(memory: LaneMemory, marks: ChangeMarks): Promise<void> {
    const { lanes, companyIds, truckOrderIds, talkedOf, wholes } = marks
    memory.choices.forget(wholes)
    memory.refusals.forget(talkedOf)
    if (wholes.includes('user')) memory.refusals.forgetAll()
    await memory.orders.follow(truckOrderIds)
    if (lanes.length) {
      memory.rates.forget(lanes)
      memory.lastRates.forget(lanes)
      memory.wideRates.forget(lanes)
    }
    for (let at = 0; at < lanes.length; at += PART) await this.#followLanes(memory.index, lanes.slice(at, at + PART))
    for (let at = 0; at < companyIds.length; at += PART) {
      const part = companyIds.slice(at, at + PART)
      const told = await readPlacesToldBy(this.#store, part)
      const { directions, bodies } = await readDeclaredOf(this.#store, part)
      // Kinds of cards are made with an eye on where trucks are: both change at once, with nothing awaited in between.
      memory.whereabouts.replace(part, told)
      memory.cards.forget(part)
      memory.contacts.forget(part)
      const own = bodiesByCompany(bodies)
      const declared = new Map<number, typeof directions>(part.map((companyId) => [companyId, []]))
      for (const direction of directions) declared.get(direction.companyId)!.push(direction)
      for (const companyId of part) {
        memory.index.putDirections(companyId, declared.get(companyId)!)
        memory.index.putBodies(companyId, own.get(companyId) ?? [])
      }
    }
    if (memory.index.overlaid > MOST_OVERLAID) memory.index = memory.index.rebuilt()
  }

  async #followLanes(index: LaneIndex, keys: readonly LaneKey[]): Promise<void> {
    if (!keys.length) return
    const key = (row: LaneKey) => `${row.fromPlaceId} ${row.toPlaceId} ${row.companyId}`
    const present = new Map((await readLaneRows(this.#store, keys)).map((row) => [key(row), row]))
    for (const one of keys) index.put(present.get(key(one)) ?? { ...one, ...NOTHING })
  }
}

const NOTHING = { trips: 0, tripSum: 0, lastTripAt: null, offers: 0, offerSum: 0, lastOfferAt: null }

function bodiesByCompany(rows: readonly { companyId: number; body: string }[]): Map<number, BodyCode[]> {
  const found = new Map<number, BodyCode[]>()
  for (const { companyId, body } of rows) {
    const code = BODY_CODES.find((one) => one === body)
    if (!code) continue
    const own = found.get(companyId)
    if (own) own.push(code)
    else found.set(companyId, [code])
  }
  return found
}
