import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ExchangeRatesAnswer } from '../../contract/exchange-rates.ts'
import type { OrderProfit, ProfitAnswer } from '../../contract/profit.ts'
import type { Session } from '../../contract/session.ts'
import { CAST, WON_ORDER_ID } from '../../sandbox/seeds/cast.ts'
import type { PortalStore } from '../../server/store/database.ts'
import { readRecordedRate, saveExchangeRates } from '../../server/store/exchange-rates.ts'
import { openProfitReport, openProfitTab } from '../support/profit-visit.ts'
import { startWorld, type World } from '../support/world.ts'

const RATE = 924_512
let world: World
let store: PortalStore
let director: Session
let serviceOn: string
beforeAll(async () => {
  world = await startWorld()
  store = (await world.context.api.openRoom(world.sandbox.memberId))!.store
  const opened = await openProfitTab(world, CAST.director, 'order', WON_ORDER_ID)
  director = opened.session
  serviceOn = opened.answer.orders[0]!.serviceOn!
  await store
    .updateTable('load')
    .set({ carrierRateCurrency: 'USD', carrierRateMinor: 90_000 })
    .where('kind', '=', 'order')
    .where('id', '=', WON_ORDER_ID)
    .execute()
}, 60_000)
afterAll(() => world?.close())

async function order(): Promise<OrderProfit> {
  const answer = await world.api(director, 'GET', `/api/profit/order/${WON_ORDER_ID}`)
  return ((await answer.json()) as ProfitAnswer).orders[0]!
}
const rates = async () =>
  (await (await world.api(director, 'GET', '/api/exchange-rates')).json()) as ExchangeRatesAnswer
const state = (change: Record<string, unknown>, session: Session = director) =>
  world.api(session, 'PUT', '/api/exchange-rates', {
    key: randomUUID(),
    currency: 'USD',
    on: serviceOn,
    rate: RATE,
    insteadOf: null,
    ...change,
  })

test('a day without a rate is named with the trips that wait for it, and a director states it', async () => {
  expect((await order()).profit).toMatchObject({ state: 'unknown', missing: ['exchange_rate'] })
  expect((await rates()).missing).toContainEqual({ currency: 'USD', on: serviceOn, trips: 1 })
  const stated = await state({})
  expect(stated.status).toBe(200)
  const answer = (await stated.json()) as ExchangeRatesAnswer
  expect(answer.missing).toEqual([])
  expect(answer.stated[0]).toMatchObject({ currency: 'USD', on: serviceOn, rate: RATE, recorded: null, inForce: true })
  expect(answer.stated[0]!.by).toBe('Андрей Могутин')
  const { profit } = await order()
  // 900 dollars of a carrier without VAT, and 100 000 that the client's price leaves.
  expect(profit).toMatchObject({ state: 'known', fact: { netCostMinor: 8_320_608 } })
  const report = await openProfitReport(world, CAST.director)
  const { total } = await report(`from=${serviceOn}&to=${serviceOn}&by=client`)
  expect(total.unknown).toBe(0)
})

test('the portal’s rate stands above a word that was given without having seen it, and is put aside only by name', async () => {
  const recorded = 931_000
  await saveExchangeRates(store, [{ currency: 'USD', onDay: serviceOn, rate: recorded }])
  expect((await order()).profit).toMatchObject({ fact: { netCostMinor: 8_379_000 } })
  expect((await rates()).stated[0]).toMatchObject({ rate: RATE, recorded, inForce: false })
  expect((await state({})).status).toBe(409)
  expect((await state({ insteadOf: recorded - 1 })).status).toBe(409)
  expect((await order()).profit).toMatchObject({ fact: { netCostMinor: 8_379_000 } })
  expect((await state({ insteadOf: recorded })).status).toBe(200)
  expect((await order()).profit).toMatchObject({ fact: { netCostMinor: 8_320_608 } })
  expect(await readRecordedRate(store, 'USD', serviceOn)).toBe(recorded)
})

test('a word taken back leaves the portal’s rate, and all that was said stays on record', async () => {
  const answer = (await (await state({ rate: null })).json()) as ExchangeRatesAnswer
  expect((await order()).profit).toMatchObject({ fact: { netCostMinor: 8_379_000 } })
  expect(answer.stated.map(({ rate, inForce }) => [rate, inForce])).toEqual([
    [null, false],
    [RATE, false],
    [RATE, false],
  ])
})

test('one press is one saying', async () => {
  const input = { key: randomUUID(), currency: 'CNY', on: '2026-01-12' }
  await state(input)
  const answer = (await (await state(input)).json()) as ExchangeRatesAnswer
  expect(answer.stated.filter(({ currency }) => currency === 'CNY')).toHaveLength(1)
})

test('a trip that is under way is reckoned by an expected rate, until its day brings the portal’s own', async () => {
  const on = '2026-12-20'
  await store
    .updateTable('load')
    .set({ unloadedAt: '2026-12-20T09:00:00.000Z' })
    .where('kind', '=', 'order')
    .where('id', '=', WON_ORDER_ID)
    .execute()
  expect((await order()).profit).toMatchObject({ state: 'unknown', missing: ['exchange_rate'] })
  expect((await state({ on })).status).toBe(200)
  expect((await order()).profit).toMatchObject({ fact: { netCostMinor: 8_320_608 } })
  await saveExchangeRates(store, [{ currency: 'USD', onDay: on, rate: 931_000 }])
  expect((await order()).profit).toMatchObject({ fact: { netCostMinor: 8_379_000 } })
})

test.each([
  ['a day too far away', { on: '2099-01-01' }],
  ['a day of no calendar', { on: '2026-02-31' }],
  ['roubles', { currency: 'RUB' }],
  ['no currency', { currency: 'доллар' }],
  ['zero', { rate: 0 }],
  ['less than zero', { rate: -1 }],
  ['a fraction of a ten-thousandth', { rate: 1.5 }],
])('%s is refused, and nothing is recorded', async (_name, change) => {
  const before = (await rates()).stated
  expect((await state(change)).status).toBe(400)
  expect((await rates()).stated).toEqual(before)
})

test('nobody but directors reads or states them', async () => {
  const sessions = [
    await world.session(CAST.logist, 'order', WON_ORDER_ID),
    await world.session(CAST.salesHead, 'order', WON_ORDER_ID),
  ]
  for (const session of sessions) {
    expect((await state({}, session)).status).toBe(403)
    expect((await world.api(session, 'GET', '/api/exchange-rates')).status).toBe(403)
    const asked = `/api/exchange-rates/recorded?currency=USD&on=${serviceOn}`
    expect((await world.api(session, 'GET', asked)).status).toBe(403)
  }
})
