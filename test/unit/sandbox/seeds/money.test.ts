import { expect, test } from 'vitest'
import { makeMogutin } from '../../../../sandbox/seeds/mogutin.ts'
import type { SeedItem } from '../../../../sandbox/seeds/seed.ts'
import { vatOn, vatPercent } from '../../../../sandbox/seeds/world/vat.ts'
import { dayOf } from '../../../../sandbox/seeds/days.ts'
import { median, OFFER, ORDER, ReadSeed, REQUEST, TODAY } from './read-seed.ts'

const read = new ReadSeed(makeMogutin({ today: TODAY, scale: 0.3 }))
const done = read.of(ORDER).filter((order) => read.stage(order) === 'DONE')

/** The day by the portal's clock is close enough to the loading day: nobody loads at midnight there. */
function loadsOn(item: SeedItem): string {
  return read.text(item, 'LOAD_FROM_AT').slice(0, 10)
}

function code(item: SeedItem, field: string): string {
  return read.codes(item, field)[0] ?? ''
}

test('the base rate of VAT is 20 % for what loads before 2026 and 22 % since', () => {
  const priced = [
    ...read.of(OFFER).map((item) => [item, code(item, 'PAYMENT_FORM')] as const),
    ...read.of(ORDER).map((item) => [item, code(item, 'CLIENT_PAYMENT_FORM')] as const),
    ...done.map((item) => [item, code(item, 'CARRIER_PAYMENT_FORM')] as const),
    ...read.of(REQUEST).map((item) => [item, code(item, 'CLIENT_PAYMENT_FORM')] as const),
  ]
  const wrong = priced.filter(
    ([item, vat]) => (vat === '20' && loadsOn(item) >= '2026-01-01') || (vat === '22' && loadsOn(item) < '2026-01-01'),
  )
  expect(wrong.map(([item]) => item.id)).toEqual([])
  const seen = new Set(priced.map(([, vat]) => vat))
  for (const vat of ['22', '20', '7', '5', 'none', 'cash', '0']) expect(seen).toContain(vat)
})

test('5 and 7 % appear only since 2025, when the simplified system got them', () => {
  const [last, first] = [dayOf('2024-12-31'), dayOf('2025-01-01')]
  expect([vatOn(last, '5'), vatOn(first, '5'), vatOn(first, '7')]).toEqual(['none', '5', '7'])
  expect(vatOn(first, 'general', true)).toBe('0')
  const early = read.of(OFFER).filter((offer) => loadsOn(offer) < '2025-01-01')
  expect(early.length).toBeGreaterThan(20)
  expect(early.filter((offer) => ['5', '7'].includes(code(offer, 'PAYMENT_FORM')))).toEqual([])
})

test('a client mostly pays more than the carrier gets, VAT aside', () => {
  const earning = done.filter((order) => {
    const client = read.money(order, 'CLIENT_RATE')
    const carrier = read.money(order, 'CARRIER_RATE')
    const general = ['22', '20', '0'].includes(code(order, 'CLIENT_PAYMENT_FORM'))
    const deduction = general ? 1 + vatPercent(code(order, 'CARRIER_PAYMENT_FORM')) / 100 : 1
    return client / (1 + vatPercent(code(order, 'CLIENT_PAYMENT_FORM')) / 100) > carrier / deduction
  })
  expect(earning.length / done.length).toBeGreaterThan(0.95)
  expect(earning.length).toBeLessThan(done.length)
})

test('the target rate lies below what the client pays', () => {
  const named = read.of(REQUEST).filter((request) => !Number.isNaN(read.money(request, 'CLIENT_RATE')))
  const below = named.filter((request) => read.money(request, 'TARGET_RATE') < read.money(request, 'CLIENT_RATE'))
  expect(named.length).toBeGreaterThan(100)
  expect(below.length / named.length).toBeGreaterThan(0.97)
})

function perKm(orders: SeedItem[]): number {
  const noVat = (order: SeedItem): number =>
    read.money(order, 'CARRIER_RATE') / (1 + vatPercent(code(order, 'CARRIER_PAYMENT_FORM')) / 100)
  return median(orders.map((order) => noVat(order) / Number(read.raw(order, 'DISTANCE_KM'))))
}

test('a kilometre is cheaper on a long haul, and dearer under a reefer', () => {
  const measured = done.filter(
    (order) => Number(read.raw(order, 'DISTANCE_KM')) > 0 && Number(read.raw(order, 'WEIGHT_KG')) > 12_000,
  )
  const tents = measured.filter((order) => code(order, 'BODY') === 'tent')
  const km = (order: SeedItem): number => Number(read.raw(order, 'DISTANCE_KM'))
  const short = perKm(tents.filter((order) => km(order) < 450))
  const middle = perKm(tents.filter((order) => km(order) >= 450 && km(order) < 1200))
  const long = perKm(tents.filter((order) => km(order) >= 1200))
  expect(short).toBeGreaterThan(middle)
  expect(middle).toBeGreaterThan(long)
  const reefers = measured.filter((order) => code(order, 'BODY') === 'reefer' && km(order) >= 450)
  expect(perKm(reefers)).toBeGreaterThan(perKm(tents.filter((order) => km(order) >= 450)) * 1.08)
})
