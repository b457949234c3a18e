import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAST, PERMANENT_CLIENT_ID, PERMANENT_DEAL_ID } from '../../sandbox/seeds/cast.ts'
import type { PortalStore } from '../../server/store/database.ts'
import { openProfitReport, openProfitTab } from '../support/profit-visit.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let store: PortalStore
beforeAll(async () => {
  world = await startWorld()
  store = (await world.context.api.openRoom(world.sandbox.memberId))!.store
}, 60_000)
afterAll(() => world?.close())

/** Won deals that name an order of the permanent client. */
const copies = () =>
  store
    .selectFrom('deal')
    .innerJoin('load', (join) => join.onRef('load.id', '=', 'deal.orderId').on('load.kind', '=', 'order'))
    .select(['deal.id as dealId', 'load.id as orderId'])
    .where('deal.companyId', '=', PERMANENT_CLIENT_ID)
    .where('deal.id', '!=', PERMANENT_DEAL_ID)
    .where('load.dealId', '=', PERMANENT_DEAL_ID)
    .where('deal.semantics', '=', 'S')
    .execute()

test('a won copy shows the one trip it was made for, with the numbers of the permanent deal and of the order itself', async () => {
  const three = (await copies()).slice(0, 3)
  expect(three).toHaveLength(3)
  const permanent = await openProfitTab(world, CAST.director, 'deal', PERMANENT_DEAL_ID)
  for (const { dealId, orderId } of three) {
    const copy = await openProfitTab(world, CAST.director, 'deal', dealId)
    expect(copy.answer.orders.map((order) => order.orderId)).toEqual([orderId])
    const alone = await openProfitTab(world, CAST.director, 'order', orderId)
    const ofDeal = permanent.answer.orders.find((order) => order.orderId === orderId)!
    expect(copy.answer.orders[0]).toEqual(alone.answer.orders[0])
    expect(copy.answer.orders[0]!.equalPrices).not.toBeNull()
    expect(ofDeal.profit).toEqual(alone.answer.orders[0]!.profit)
  }
})

test('a permanent deal with its won copies is as many trips as it has orders, in the tab and in the report', async () => {
  const all = await copies()
  expect(all.length).toBeGreaterThanOrEqual(3)
  const { answer } = await openProfitTab(world, CAST.director, 'deal', PERMANENT_DEAL_ID)
  const counted = answer.orders.filter(({ semantics }) => semantics !== 'F')
  expect(new Set(counted.map(({ orderId }) => orderId)).size).toBe(counted.length)
  const report = await openProfitReport(world, CAST.director)
  const { groups } = await report('from=2022-01-01&to=2027-12-31&by=client')
  const group = groups.find(({ key }) => key === String(PERMANENT_CLIENT_ID))!
  const trips = await store
    .selectFrom('load')
    .select('id')
    .where('kind', '=', 'order')
    .where('companyId', '=', PERMANENT_CLIENT_ID)
    .where('semantics', '!=', 'F')
    .execute()
  expect(group.figures.trips).toBe(trips.length)
  expect(group.figures.trips).toBe(counted.length)
  expect(group.figures.marginMinor).toBe(answer.total!.sums.netMarginMinor)
})
