import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProfitAnswer } from '../../contract/profit.ts'
import type { Session } from '../../contract/session.ts'
import { CAST, WON_ORDER_ID } from '../../sandbox/seeds/cast.ts'
import { writeSetting } from '../../server/store/settings.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
}, 60_000)
afterAll(() => world?.close())

/** Somebody opens the tab «Рентабельность» of an order. */
async function open(userId: number, id: number) {
  const ticket = await world.ticket(userId, 'order', id)
  const opened = await world.post({ ...ticket, action: ticket.action.replace('/w/carriers', '/w/profitability') })
  return opened.boot()
}

async function opened(userId: number, id: number): Promise<{ session: Session; answer: ProfitAnswer }> {
  const boot = await open(userId, id)
  if (boot.state !== 'profitability') throw new Error(`The tab did not open: ${JSON.stringify(boot)}`)
  return boot
}

test('a director gets the numbers of an order with the page itself, and they add up', async () => {
  const { answer } = await opened(CAST.director, WON_ORDER_ID)
  const [order] = answer.orders
  expect(order!.profit.state).toBe('known')
  if (order!.profit.state !== 'known') return
  const { fact } = order!.profit
  expect(fact.netRevenueMinor - fact.netCostMinor).toBe(fact.netMarginMinor)
  expect(fact.netRevenueMinor + fact.vatOwedMinor).toBeGreaterThanOrEqual(order!.client.price!.minor)
})

test.each(['logist', 'manager', 'hr'] as const)(
  'a %s sees nothing of it, neither in the tab nor by a direct call',
  async (who) => {
    const boot = await open(CAST[who], WON_ORDER_ID)
    expect(boot).toMatchObject({ state: 'refused', problem: { code: 'no_right' } })
    if (who === 'hr') return
    // A session he does have, of the Carriers tab of the same card.
    const session = await world.session(CAST[who], 'order', WON_ORDER_ID)
    const answer = await world.api(session, 'GET', `/api/profit/order/${WON_ORDER_ID}`)
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain('Minor')
    const set = { companyId: 1, regime: 'general', role: 'principal', card: { kind: 'order', id: WON_ORDER_ID } }
    expect((await world.api(session, 'PUT', '/api/own-entities', set)).status).toBe(403)
  },
)

test('a head sees the orders of his own people only', async () => {
  const { context, sandbox } = world
  const room = (await context.api.openRoom(sandbox.memberId))!
  const orders = await room.store
    .selectFrom('load')
    .select(['id', 'managerId', 'logistId', 'assignedById'])
    .where('kind', '=', 'order')
    .limit(60)
    .execute()
  const boots = await Promise.all(orders.slice(0, 12).map(({ id }) => open(CAST.salesHead, id)))
  for (const [index, boot] of boots.entries()) {
    if (boot.state !== 'profitability') continue
    const shown = boot.answer.orders.length
    expect(shown).toBeLessThanOrEqual(1)
    expect(boot.answer.maySet, `order ${orders[index]!.id}`).toBe(false)
  }
  expect(boots.some((boot) => boot.state === 'profitability' && boot.answer.orders.length === 1)).toBe(true)
})

test('a director says how an entity is taxed, and the numbers follow at once', async () => {
  const { session, answer } = await opened(CAST.director, WON_ORDER_ID)
  const [before] = answer.orders
  const input = {
    companyId: before!.own!.companyId,
    regime: 'simplified_none',
    role: 'principal',
    card: { kind: 'order', id: WON_ORDER_ID },
  }
  const changed = await world.api(session, 'PUT', '/api/own-entities', input)
  const after = ((await changed.json()) as ProfitAnswer).orders[0]!
  expect(after.own).toMatchObject({ regime: 'simplified_none', guessed: false })
  if (after.profit.state !== 'known') throw new Error('This order is calculable')
  expect(after.profit.fact.vatOwedMinor).toBe(0)
  expect(after.profit.fact.netRevenueMinor).toBe(after.client.price!.minor)
  expect((await world.api(session, 'PUT', '/api/own-entities', { ...input, companyId: 99_999_999 })).status).toBe(404)
})

test('a director may let managers in, and then each sees the orders that are his', async () => {
  const { context, sandbox } = world
  const { store } = (await context.api.openRoom(sandbox.memberId))!
  const own = await store
    .selectFrom('load')
    .select('id')
    .where('kind', '=', 'order')
    .where('managerId', '=', CAST.manager)
    .executeTakeFirstOrThrow()
  expect(await open(CAST.manager, own.id)).toMatchObject({ state: 'refused' })
  await writeSetting(store, 'guests', ['manager'])
  expect((await opened(CAST.manager, own.id)).answer.orders).toHaveLength(1)
  const others = await store
    .selectFrom('load')
    .select('id')
    .where('kind', '=', 'order')
    .where('managerId', '!=', CAST.manager)
    .where('assignedById', '!=', CAST.manager)
    .executeTakeFirstOrThrow()
  const boot = await open(CAST.manager, others.id)
  expect(boot.state === 'profitability' ? boot.answer.orders : []).toEqual([])
  await writeSetting(store, 'guests', [])
})

test('an entity that changed its regime is reckoned by the day of the service', async () => {
  const { session, answer } = await opened(CAST.director, WON_ORDER_ID)
  const [order] = answer.orders
  const input = { companyId: order!.own!.companyId, role: 'principal', card: { kind: 'order', id: WON_ORDER_ID } }
  const put = async (regime: string, sinceOn: string | null) => {
    const changed = await world.api(session, 'PUT', '/api/own-entities', { ...input, regime, sinceOn })
    return ((await changed.json()) as ProfitAnswer).orders[0]!.own!
  }
  expect(await put('general', null)).toMatchObject({ regime: 'general', sinceOn: null })
  expect(await put('simplified_5', '2090-01-01')).toMatchObject({ regime: 'general', sinceOn: null })
  expect(await put('simplified_7', '2020-01-01')).toMatchObject({ regime: 'simplified_7', sinceOn: '2020-01-01' })
  await put('general', '2020-01-01')
})

test('what a carrier may ask is told for whatever margin is wanted', async () => {
  const { session } = await opened(CAST.director, WON_ORDER_ID)
  const asked = async (query: string) => {
    const answer = await world.api(session, 'GET', `/api/profit/order/${WON_ORDER_ID}${query}`)
    return ((await answer.json()) as ProfitAnswer).orders[0]!.mostPrice!
  }
  // The client pays 122,000 with 22 %: 100,000 are left of it.
  expect(await asked('')).toMatchObject({ share: 0, prices: { none: 10_000_000, '22': 12_200_000 } })
  expect(await asked('?share=0.15')).toMatchObject({ share: 0.15, prices: { none: 8_500_000, '22': 10_370_000 } })
  for (const share of ['1', '-2', 'many'])
    expect((await world.api(session, 'GET', `/api/profit/order/${WON_ORDER_ID}?share=${share}`)).status).toBe(400)
})
