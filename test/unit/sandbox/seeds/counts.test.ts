import { beforeAll, expect, test } from 'vitest'
import { makeMogutin } from '../../../../sandbox/seeds/mogutin.ts'
import { makeSmall } from '../../../../sandbox/seeds/small.ts'
import { CARRIER, COMPANY, DEAL, LEAD, OFFER, ORDER, ReadSeed, REQUEST, TODAY } from './read-seed.ts'

let mogutin: ReadSeed

beforeAll(() => {
  mogutin = new ReadSeed(makeMogutin({ today: TODAY, scale: 1 }))
}, 120_000)

const RUNNING = ['DOCUMENTS', 'SIGNING', 'LOADING', 'TRANSIT', 'UNLOADING']

/** For `toSatisfy`: both ends included. */
function between(low: number, high: number) {
  return (value: number): boolean => value >= low && value <= high
}

test('the forwarder has thirty people, two thousand carriers and a hundred and fifty clients', () => {
  const companies = mogutin.of(COMPANY)
  const ofKind = (typeId: string): number => companies.filter(({ fields }) => fields.typeId === typeId).length
  expect(mogutin.seed.users).toHaveLength(30)
  expect(ofKind('SUPPLIER')).toBe(2000)
  expect(ofKind('CUSTOMER')).toBe(150)
  expect(companies.filter(({ fields }) => fields.isMyCompany === 'Y')).toHaveLength(4)
  expect(mogutin.of(CARRIER).length).toSatisfy(between(1300, 1500))
})

test('two years left 6,000 finished orders and 12,000 offers', () => {
  const orders = mogutin.of(ORDER)
  const done = orders.filter((order) => mogutin.stage(order) === 'DONE')
  expect(done.length).toSatisfy(between(6000, 6030))
  expect(orders.filter((order) => RUNNING.includes(mogutin.stage(order))).length).toSatisfy(between(75, 85))
  expect(mogutin.of(OFFER).length).toSatisfy(between(11_300, 12_700))
})

test('each finished order has exactly one won deal, and permanent deals are never won', () => {
  const deals = mogutin.of(DEAL)
  const won = deals.filter((deal) => mogutin.stage(deal) === 'WON')
  const done = mogutin.of(ORDER).filter((order) => mogutin.stage(order) === 'DONE')
  expect(new Set(won.map(({ fields }) => fields.additionalInfo))).toEqual(
    new Set(done.map(({ id }) => `Заявка № ${id}`)),
  )
  expect(won).toHaveLength(done.length)
  expect(deals.filter(({ id }) => id <= 25).map((deal) => mogutin.stage(deal))).not.toContain('WON')
})

test('400 requests are being worked on, 600 are over, 300 leads led to them', () => {
  const stages = mogutin.of(REQUEST).map((request) => mogutin.stage(request))
  const over = stages.filter((stage) => stage === 'WON' || stage === 'LOST').length
  expect(stages.length - over).toSatisfy(between(390, 410))
  expect(over).toSatisfy(between(590, 615))
  expect(mogutin.of(LEAD).length).toSatisfy(between(240, 360))
  for (const stage of ['NEW', 'SEARCH', 'TRUCK', 'AGREEMENT', 'PAUSE']) expect(stages).toContain(stage)
})

test('lanes are skewed: the ten busiest carry a quarter of the trade, hundreds carry the rest', () => {
  const lanes = new Map<string, number>()
  for (const { fields } of mogutin.of(ORDER)) {
    const lane = /: (.+), [\d,]+ т$/.exec(String(fields.title))?.[1] ?? ''
    lanes.set(lane, (lanes.get(lane) ?? 0) + 1)
  }
  const counts = [...lanes.values()].sort((a, b) => b - a)
  const top = counts.slice(0, 10).reduce((sum, count) => sum + count, 0)
  expect(top / mogutin.of(ORDER).length).toSatisfy(between(0.15, 0.45))
  expect(lanes.size).toBeGreaterThan(400)
})

test('unusual loads are there: several stops, ADR, temperature, oversize, parts, exclusions', () => {
  const loads = [...mogutin.of(REQUEST), ...mogutin.of(ORDER)]
  const having = (code: string): number => loads.filter((load) => mogutin.raw(load, code) !== undefined).length
  expect(having('EXTRA_STOPS')).toSatisfy(between(200, 1200))
  expect(having('ADR')).toSatisfy(between(50, 600))
  expect(having('TEMP_FROM_C')).toSatisfy(between(300, 2000))
  expect(having('EXCLUDED_CARRIERS')).toBeGreaterThan(5)
  expect(loads.filter((load) => Number(mogutin.raw(load, 'WIDTH_M')) > 2.55).length).toBeGreaterThan(15)
  expect(loads.filter((load) => mogutin.raw(load, 'PART_LOAD') === 'Y').length).toBeGreaterThan(200)
})

test('carriers are as motley as real ones', () => {
  const phones = mogutin.of(COMPANY).flatMap(({ fields }) => {
    if (fields.typeId !== 'SUPPLIER') return []
    return [
      (fields.fm as { typeId: string; value: string }[])
        .filter((one) => one.typeId === 'PHONE')
        .map((one) => one.value),
    ]
  })
  expect(phones.filter((list) => list.length === 0).length).toBeGreaterThan(5)
  expect(phones.filter((list) => list.length > 1).length).toBeGreaterThan(200)
  for (const start of ['8', '+7 9', '+79', '9', '+7 700', '+375']) {
    expect(phones.flat().some((phone) => phone.startsWith(start))).toBe(true)
  }
  const base = mogutin.of(CARRIER)
  const states = base.flatMap((carrier) => mogutin.codes(carrier, 'STATE'))
  for (const state of ['active', 'paused', 'stop']) expect(states).toContain(state)
  for (const code of ['NOW_PLACE', 'FREE_PLACE', 'ADR', 'OPTED_OUT_ON', 'DO_NOT_USE_REASON', 'PAUSED_UNTIL']) {
    expect(base.filter((carrier) => mogutin.raw(carrier, code) !== undefined).length).toBeGreaterThan(10)
  }
})

test('the small portal has a handful of everything, and its scale multiplies it', () => {
  const small = new ReadSeed(makeSmall({ today: TODAY, scale: 1 }))
  expect(small.of(COMPANY).filter(({ fields }) => fields.typeId === 'SUPPLIER')).toHaveLength(40)
  expect(small.of(REQUEST)).toHaveLength(15)
  expect(small.of(ORDER).length).toSatisfy(between(115, 125))
  expect(small.of(OFFER).length).toSatisfy(between(170, 230))
  expect(small.seed.users.length).toBeLessThan(15)
  const double = new ReadSeed(makeSmall({ today: TODAY, scale: 2 }))
  expect(double.of(ORDER).length).toSatisfy(between(220, 250))
})
