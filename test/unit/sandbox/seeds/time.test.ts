import { expect, test } from 'vitest'
import { makeMogutin } from '../../../../sandbox/seeds/mogutin.ts'
import { makeSmall } from '../../../../sandbox/seeds/small.ts'
import type { SeedItem } from '../../../../sandbox/seeds/seed.ts'
import { LEAD, moment, OFFER, ORDER, ReadSeed, REQUEST, TODAY } from './read-seed.ts'

const seeds = [
  new ReadSeed(makeMogutin({ today: TODAY, scale: 0.25 })),
  new ReadSeed(makeSmall({ today: TODAY, scale: 1 })),
]
const midnight = moment(`${TODAY}T00:00:00+03:00`)
const DAY = 86_400_000

function created({ fields }: SeedItem): number {
  return moment(fields.createdTime)
}

test.each(seeds.map((read) => [read.seed.name, read] as const))(
  'nothing in %s is written after the evening before today',
  (_, read) => {
    const late = read.items.filter(
      ({ fields }) => moment(fields.createdTime) >= midnight || moment(fields.updatedTime) >= midnight,
    )
    expect(late).toEqual([])
  },
)

test.each(seeds.map((read) => [read.seed.name, read] as const))('no card of %s is older than its parent', (_, read) => {
  const early: string[] = []
  for (const [child, parent] of [
    [OFFER, REQUEST],
    [OFFER, ORDER],
    [ORDER, REQUEST],
    [REQUEST, LEAD],
  ] as const) {
    for (const item of read.of(child)) {
      const parentId = item.fields[`parentId${parent}`]
      if (parentId === undefined) continue
      if (created(item) < created(read.get(parent, parentId))) early.push(`${child}/${item.id}`)
    }
  }
  expect(early).toEqual([])
})

test.each(seeds.map((read) => [read.seed.name, read] as const))(
  'open requests of %s load from two days ago to ten days ahead',
  (_, read) => {
    const days = read
      .of(REQUEST)
      .filter((request) => !['WON', 'LOST'].includes(read.stage(request)))
      .map((request) => Math.floor((moment(read.raw(request, 'LOAD_FROM_AT')) - midnight) / DAY))
    expect(days.length).toBeGreaterThan(8)
    expect(Math.min(...days)).toBeGreaterThanOrEqual(-2)
    expect(Math.max(...days)).toBeLessThanOrEqual(10)
  },
)

test('a finished trip was loaded, then unloaded, then papered, then paid', () => {
  for (const read of seeds) {
    for (const order of read.of(ORDER).filter((one) => read.stage(one) === 'DONE')) {
      const loaded = moment(read.raw(order, 'LOADED_AT'))
      const unloaded = moment(read.raw(order, 'UNLOADED_AT'))
      expect(unloaded).toBeGreaterThan(loaded)
      expect(unloaded).toBeLessThan(midnight)
      const unloadedOn = read.text(order, 'UNLOADED_AT').slice(0, 10)
      const sent = read.text(order, 'DOCS_SENT_ON')
      const received = read.text(order, 'DOCS_RECEIVED_ON')
      expect(sent === '' || sent > unloadedOn).toBe(true)
      expect(received === '' || received > sent).toBe(true)
    }
  }
})

test('an order on the road has a stage its dates agree with', () => {
  for (const read of seeds) {
    const at = (...stages: string[]) => read.of(ORDER).filter((order) => stages.includes(read.stage(order)))
    const set = (code: string, orders: SeedItem[]) => orders.map((order) => read.raw(order, code) !== undefined)
    const ahead = at('DOCUMENTS', 'SIGNING').map((order) => moment(read.raw(order, 'LOAD_FROM_AT')))
    expect(Math.min(...ahead)).toBeGreaterThan(midnight)
    expect(set('LOADED_AT', at('TRANSIT', 'UNLOADING'))).not.toContain(false)
    expect(set('UNLOADED_AT', at('DOCUMENTS', 'SIGNING', 'LOADING', 'TRANSIT', 'UNLOADING'))).not.toContain(true)
  }
})

test('windows of extra stops are moments of the place, the end after the beginning', () => {
  const texts = seeds.flatMap((read) =>
    read.of(REQUEST).flatMap((one) => (read.raw(one, 'EXTRA_STOPS') ?? []) as string[]),
  )
  expect(texts.length).toBeGreaterThan(5)
  for (const text of texts) {
    const [action, place, window] = text.split('; ')
    expect(['load', 'unload']).toContain(action)
    expect(place).toMatch(/\S/)
    if (window === undefined) continue
    const [from, to] = window.split('/')
    expect(moment(to)).toBeGreaterThan(moment(from))
  }
})
