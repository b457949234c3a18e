import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { CAST, PERMANENT_DEAL_ID, WON_ORDER_ID } from '../../sandbox/seeds/cast.ts'
import type { Session } from '../../contract/session.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let logist: Session
beforeAll(async () => {
  world = await startWorld()
  logist = await world.session(CAST.logist, 'order', WON_ORDER_ID)
}, 60_000)
afterAll(() => world?.close())

const card = { kind: 'order', id: WON_ORDER_ID }
const key = 'logist-tries-it-00000'
const PERIOD = 'from=2026-01-01&to=2026-12-31'

/** Every route that tells or changes what trips earn, with a call that is right in all but the caller. */
const CALLS: Record<string, { path: string; body?: unknown }> = {
  'GET /api/profit/:kind/:id': { path: `/api/profit/order/${WON_ORDER_ID}` },
  'GET /api/profit-report': { path: `/api/profit-report?${PERIOD}` },
  'GET /api/profit-report/sheet': { path: `/api/profit-report/sheet?${PERIOD}` },
  'GET /api/profit-report/orders': { path: `/api/profit-report/orders?${PERIOD}&key=1` },
  'GET /api/profit-report/forecast': { path: '/api/profit-report/forecast' },
  'GET /api/profit-report/forecast/sheet': { path: '/api/profit-report/forecast/sheet' },
  'GET /api/exchange-rates': { path: '/api/exchange-rates' },
  'GET /api/exchange-rates/recorded': { path: '/api/exchange-rates/recorded?currency=USD&on=2026-11-02' },
  'PUT /api/exchange-rates': {
    path: '/api/exchange-rates',
    body: { key, currency: 'USD', on: '2026-11-02', rate: 920_000, insteadOf: null },
  },
  'GET /api/profit-settings': { path: '/api/profit-settings' },
  'PUT /api/profit-settings': { path: '/api/profit-settings', body: { guests: ['manager'] } },
  'PUT /api/own-entities': {
    path: '/api/own-entities',
    body: { companyId: 1, regime: 'general', role: 'principal', card },
  },
  'GET /api/own-entities/book': { path: '/api/own-entities/book' },
  'PUT /api/own-entities/book': { path: '/api/own-entities/book', body: { entities: [], forms: [] } },
  'PUT /api/expenses': {
    path: '/api/expenses',
    body: { key, card, orderId: WON_ORDER_ID, before: [], expenses: [] },
  },
  'POST /api/profit-approvals': {
    path: '/api/profit-approvals',
    body: { key, card, orderId: WON_ORDER_ID, comment: '' },
  },
  'PUT /api/profit-approvals/:key': {
    path: `/api/profit-approvals/${key}`,
    body: { key, card, state: 'allowed' },
  },
}

test('every route of profit is called below: a new one does not slip through', () => {
  const routes = createApp(world.context.api).routes.map(({ method, path }) => `${method} ${path}`)
  const ofProfit = routes.filter((route) => /\/api\/(profit|own-entit|expenses|exchange-rates)/.test(route))
  expect([...new Set(ofProfit)].toSorted()).toEqual(Object.keys(CALLS).toSorted())
})

test.each(Object.keys(CALLS))('a logist gets nothing by %s', async (route) => {
  const { path, body } = CALLS[route]!
  const answer = await world.api(logist, route.split(' ')[0]!, path, body)
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({ code: 'no_right' })
})

test.each(Object.keys(CALLS))('nobody gets anything by %s without a session', async (route) => {
  const { path, body } = CALLS[route]!
  const answer = await world.api(null, route.split(' ')[0]!, path, body)
  expect(answer.status).toBe(401)
})

test('a logist who names a deal instead of the order he has open gets nothing either', async () => {
  const answer = await world.api(logist, 'GET', `/api/profit/deal/${PERMANENT_DEAL_ID}`)
  expect([403, 404]).toContain(answer.status)
  expect(await answer.text()).not.toContain('Minor')
})

test('nothing he tried has changed anything', async () => {
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  const keys = await store.selectFrom('setting').select('key').where('key', 'in', ['guests', 'ownEntities']).execute()
  expect(keys).toEqual([])
  expect(await store.selectFrom('profitApproval').select('key').execute()).toEqual([])
  expect(await store.selectFrom('writeChain').select('key').where('key', '=', key).execute()).toEqual([])
})
