import { array, asyncProperty, assert as always, boolean, constant, constantFrom, nat, oneof, record } from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { APART, NOBODY, type CarrierCard, type CarrierCards } from '../../../../server/api/carriers/carrier-cards.ts'
import { laneMemoryOf } from '../../../../server/api/carriers/lane-memory.ts'
import { loadPlaceKnowledge } from '../../../../server/gazetteer.ts'
import { historiesOn } from '../../../../server/match/lane-index/histories.ts'
import { removeCarriers, saveCarriers } from '../../../../server/store/carrier-writer.ts'
import { removeCompanies, saveCompanies, saveContacts } from '../../../../server/store/company-writer.ts'
import { openPortalStore, type PortalStore } from '../../../../server/store/database.ts'
import { removeLoads, saveLoads } from '../../../../server/store/load-writer.ts'
import { removeOffers, saveOffers } from '../../../../server/store/offer-writer.ts'
import { carrierRow, loadRow, offerRow } from '../../../support/rows.ts'
import { copyRows } from '../../../support/copy-rows.ts'

const { gazetteer } = loadPlaceKnowledge()
const [MOSCOW, KAZAN, PODOLSK, SAMARA] = [524901, 551487, 508034, 499099] as const
const PLACES = [MOSCOW, KAZAN, PODOLSK, SAMARA]
const COMPANIES = [1, 2, 3]
const NOW = '2026-11-24T09:00:00.000Z'

let store: PortalStore
beforeEach(async () => {
  store = await openPortalStore(':memory:')
})
afterEach(() => store.destroy())

const at = constantFrom('2026-10-01T06:00:00.000Z', '2026-11-02T06:00:00.000Z', '2025-03-01T06:00:00.000Z')
const ends = { fromPlaceId: constantFrom(...PLACES), toPlaceId: constantFrom(...PLACES) }
const companyId = constantFrom(...COMPANIES)
const rate = constantFrom(8_000_000, 9_000_000)
const change = oneof(
  record({ what: constant('order' as const), id: nat(4), companyId, at, ...ends, rate, done: boolean() }),
  record({ what: constant('no order' as const), id: nat(4) }),
  record({
    what: constant('offer' as const),
    id: nat(4),
    companyId,
    at,
    ...ends,
    rate,
    body: constantFrom('tent', 'reefer'),
  }),
  record({ what: constant('no offer' as const), id: nat(4) }),
  record({
    what: constant('entry' as const),
    id: nat(3),
    companyId,
    ...ends,
    bothWays: boolean(),
    body: constantFrom('van', 'tent'),
    nowPlaceId: constantFrom(MOSCOW, null),
  }),
  record({ what: constant('no entry' as const), id: nat(3) }),
  record({ what: constant('company' as const), id: companyId, title: constantFrom('Вектор', 'Ритм') }),
  record({ what: constant('no company' as const), id: companyId }),
  record({ what: constant('rollback' as const), id: nat(4), companyId, at, ...ends, rate }),
  record({ what: constant('phone' as const), companyId, value: constantFrom('+79001112233', '+79004445566') }),
  record({ what: constant('person' as const), id: nat(3), name: constantFrom('Ольга', 'Пётр') }),
  record({ what: constant('ask' as const) }),
)
type Change = typeof change extends { generate(...given: never[]): { value: infer One } } ? One : never

async function apply(one: Change): Promise<void> {
  if (one.what === 'order' || one.what === 'rollback') {
    const { fromPlaceId, toPlaceId } = one
    const semantics = one.what === 'order' && !one.done ? 'P' : 'S'
    const dates = { unloadedAt: one.at, createdAt: one.at, updatedAt: NOW }
    const row = loadRow({
      kind: 'order',
      id: one.id + 1,
      carrierCompanyId: one.companyId,
      semantics,
      fromPlaceId,
      toPlaceId,
      carrierRateMinor: one.rate,
      carrierRateCurrency: 'RUB',
      ...dates,
    })
    if (one.what === 'order') return saveLoads(store, 'order', [row])
    const undone = store.transaction().execute(async (transaction) => {
      await saveLoads(transaction, 'order', [row])
      throw new Error('The page broke off')
    })
    await undone.catch(() => undefined)
  } else if (one.what === 'no order') await removeLoads(store, 'order', [one.id + 1])
  else if (one.what === 'offer') {
    const { fromPlaceId, toPlaceId, companyId: by, body, rate: rateMinor } = one
    const row = { companyId: by, fromPlaceId, toPlaceId, body, rateMinor, createdAt: one.at, updatedAt: NOW }
    await saveOffers(store, [offerRow({ id: one.id + 1, ...row })])
  } else if (one.what === 'no offer') await removeOffers(store, [one.id + 1])
  else if (one.what === 'entry') {
    const { fromPlaceId, toPlaceId, bothWays, body, nowPlaceId } = one
    const carrierId = one.id + 1
    const direction = { carrierId, position: 0, text: '', fromPlaceId, toPlaceId, bothWays: bothWays ? 1 : 0 }
    const vehicle = {
      carrierId,
      position: 0,
      body,
      capacityKg: null,
      volumeM3: null,
      lengthM: null,
      loading: '[]',
      plate: null,
    }
    const carrier = carrierRow({ id: carrierId, companyId: one.companyId, contactId: carrierId, nowPlaceId })
    await saveCarriers(store, [{ carrier, directions: [direction], vehicles: [vehicle] }])
  } else if (one.what === 'no entry') await removeCarriers(store, [one.id + 1])
  else if (one.what === 'company')
    await saveCompanies(store, [{ id: one.id, title: one.title, assignedById: null, updatedAt: NOW }], [])
  else if (one.what === 'phone') {
    const phone = { ownerKind: 'company' as const, ownerId: one.companyId, position: 0, value: one.value, type: null }
    await saveCompanies(store, [{ id: one.companyId, title: 'Ритм', assignedById: null, updatedAt: NOW }], [phone])
  } else if (one.what === 'person') {
    const id = one.id + 1
    const phone = { ownerKind: 'contact' as const, ownerId: id, position: 0, value: '+79001110000', type: null }
    await saveContacts(store, [{ id, name: one.name, companyId: null, updatedAt: NOW }], [phone])
  } else if (one.what === 'no company') await removeCompanies(store, [one.id])
  else await answers(store)
}

function kindAt(cards: CarrierCards, number: number): unknown {
  const papers = cards.papersAt(number)
  if (papers <= 0) return papers
  const { base, hasContact } = cards.kinds.papers[papers]!
  return { base: base && { ...base, carrierId: 0 }, hasContact, vehicles: cards.kinds.fleets[cards.fleetAt(number)] }
}

/** What a card says, had it to be looked at by itself. */
function kindOf(card: CarrierCard | null, isOnTheMove: boolean): unknown {
  if (!card || isOnTheMove) return card ? APART : NOBODY
  const { base, hasContact, vehicles } = card
  return { base: base && { ...base, carrierId: 0 }, hasContact, vehicles }
}

/** All that can be asked of the memory, rounded where sums were added in another order. */
async function answers(of: PortalStore) {
  const { index, cards, contacts, lastRates, whereabouts } = await laneMemoryOf(of, gazetteer)
  const rounded = (_key: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(8)) : value)
  const lanes: unknown[] = []
  for (const fromPlaceId of PLACES)
    for (const toPlaceId of PLACES) {
      const found = historiesOn(index, { fromPlaceId, toPlaceId, nowMs: Date.parse(NOW) })
      const sorted = found
        .map(({ region, near, declared, ...history }) => ({
          ...history,
          // The latest trip of a pair of regions is only promised to be late enough.
          region: region && { ...region, lastTripMs: null },
          near: near.toSorted((a, b) => a.fromPlaceId - b.fromPlaceId || a.toPlaceId - b.toPlaceId),
          declared: declared.toSorted((a, b) => a.fromPlaceId - b.fromPlaceId || a.toPlaceId - b.toPlaceId),
        }))
        .filter(
          ({ exact, near, region, declared }) =>
            exact || near.length || declared.length || region?.trips || region?.offers,
        )
        .toSorted((a, b) => a.companyId - b.companyId)
      lanes.push(JSON.parse(JSON.stringify(sorted, rounded)))
    }
  const bodies = COMPANIES.map((id) => index.bodies.of(index.companies.find(id)))
  const [cardsNow, contactsNow] = [await cards.of(COMPANIES), await contacts.of(COMPANIES)]
  const known = COMPANIES.map((_, at) => ({ card: cardsNow[at], contact: contactsNow[at] }))
  const numbers = Int32Array.from(COMPANIES, (id) => index.companies.find(id)).filter((number) => number >= 0)
  await cards.read(numbers)
  for (const number of numbers) {
    const id = index.companies.idOf(number)
    expect(kindAt(cards, number)).toEqual(kindOf(cardsNow[COMPANIES.indexOf(id)]!, whereabouts.isOnTheMove(id)))
  }
  const rates: unknown[] = []
  for (const fromPlaceId of PLACES)
    for (const toPlaceId of PLACES) {
      rates.push(await lastRates.of(COMPANIES, { fromPlaceId, toPlaceId }))
    }
  return { lanes, bodies, known, rates }
}

const TABLES = [
  'company',
  'phone',
  'contact',
  'load',
  'offer',
  'carrier',
  'direction',
  'vehicle',
  'carrierLane',
] as const

test('after any sequence of changes, some of them rolled back, the memory says what one built anew says', async () => {
  await always(
    asyncProperty(array(change, { maxLength: 25 }), async (changes) => {
      const kept = store
      await answers(kept)
      for (const one of changes) await apply(one)
      const followed = await answers(kept)
      // The same rows under another handle have no memory yet.
      store = await openPortalStore(':memory:')
      await copyRows(kept, store, TABLES)
      const anew = await answers(store)
      await kept.destroy()
      expect(followed).toEqual(anew)
    }),
    { numRuns: 60, endOnFailure: true },
  )
})
