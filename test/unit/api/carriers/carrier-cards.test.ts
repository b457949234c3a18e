import { afterEach, beforeEach, expect, test } from 'vitest'
import { CarrierCards, NOBODY, UNREAD } from '../../../../server/api/carriers/carrier-cards.ts'
import { Numbering } from '../../../../server/match/lane-index/numbering.ts'
import { saveCarriers } from '../../../../server/store/carrier-writer.ts'
import { saveCompanies } from '../../../../server/store/company-writer.ts'
import { openPortalStore, type PortalStore } from '../../../../server/store/database.ts'
import { carrierRow } from '../../../support/rows.ts'

let store: PortalStore
beforeEach(async () => {
  store = await openPortalStore(':memory:')
  await saveCompanies(store, [{ id: 501, title: 'Вектор', assignedById: null, updatedAt: '2026-11-24' }], [])
})
afterEach(() => store.destroy())

function cardsOf(companyIds: readonly number[], spareKinds = 1_000) {
  const companies = new Numbering()
  for (const id of companyIds) companies.numberFor(id)
  return new CarrierCards(store, companies, () => false, spareKinds)
}
const reasonOf = (cards: CarrierCards) => cards.kinds.papers[cards.papersAt(0)]?.base?.doNotUseReason

async function dislike(doNotUseReason: string): Promise<void> {
  const carrier = carrierRow({ id: 1, companyId: 501, contactId: null, doNotUse: 1, doNotUseReason })
  await saveCarriers(store, [{ carrier, directions: [], vehicles: [] }])
}

test('kinds do not pile up while cards change, and a list goes on with those it has', async () => {
  const cards = cardsOf([501], 10)
  const firstKinds = cards.kinds
  for (let change = 0; change < 40; change++) {
    await dislike(`долг ${change}`)
    cards.forget([501])
    await cards.read(Int32Array.of(0))
    expect(reasonOf(cards)).toBe(`долг ${change}`)
    expect(cards.kinds.size).toBeLessThanOrEqual(16)
  }
  expect(cards.kinds).not.toBe(firstKinds)
  expect(firstKinds.papers[1]?.base?.doNotUseReason).toBe('долг 0')
})

test('a card that changes while it is read stays unread', async () => {
  await dislike('долг')
  const cards = cardsOf([501, 502])
  const reading = cards.read(Int32Array.of(0, 1))
  cards.forget([501])
  await reading
  expect([cards.papersAt(0), cards.papersAt(1)]).toEqual([UNREAD, UNREAD])
  await cards.read(Int32Array.of(0, 1))
  expect(reasonOf(cards)).toBe('долг')
  expect(cards.papersAt(1)).toBe(NOBODY)
})
