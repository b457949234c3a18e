import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OrderProfit, ProfitAnswer } from '../../contract/profit.ts'
import type { OwnEntityBook } from '../../contract/own-entities.ts'
import type { ProfitSettingsAnswer } from '../../contract/profit-settings.ts'
import type { Session } from '../../contract/session.ts'
import { CARRIERS, CAST, WON_ORDER_ID } from '../../sandbox/seeds/cast.ts'
import type { PortalStore } from '../../server/store/database.ts'
import { openProfitTab } from '../support/profit-visit.ts'
import { offerRow } from '../support/rows.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let store: PortalStore
let director: Session
let standing: Record<string, unknown>
beforeAll(async () => {
  world = await startWorld()
  store = (await world.context.api.openRoom(world.sandbox.memberId))!.store
  director = (await openProfitTab(world, CAST.director, 'order', WON_ORDER_ID)).session
  standing = (await world.rest<{ item: Record<string, unknown> }>('crm.item.get', item())).item
}, 60_000)
afterAll(() => world?.close())

const item = () => ({
  entityTypeId: world.map.processes.order.entityTypeId,
  id: WON_ORDER_ID,
  useOriginalUfNames: 'Y',
})
const nameOf = (code: string) => world.map.processes.order.fields[code]!.name

async function shown(): Promise<OrderProfit> {
  const answer = await world.api(director, 'GET', `/api/profit/order/${WON_ORDER_ID}`)
  return ((await answer.json()) as ProfitAnswer).orders[0]!
}

/** The order as somebody has spoilt it in the portal; afterwards it stands as it stood. */
async function spoilt(change: Record<string, unknown>): Promise<OrderProfit> {
  const names = Object.entries(change).map(([code, value]) => [nameOf(code), value] as const)
  await world.rest('crm.item.update', { ...item(), fields: Object.fromEntries(names) })
  await world.settle()
  const order = await shown()
  const back = Object.fromEntries(names.map(([name]) => [name, standing[name] ?? '']))
  await world.rest('crm.item.update', { ...item(), fields: back })
  await world.settle()
  expect((await shown()).profit.state).toBe('known')
  return order
}

test.each([
  ['no rate of the client', { CLIENT_RATE: '' }, 'client_price'],
  ['no rate of the carrier', { CARRIER_RATE: '' }, 'carrier_price'],
  ['no payment form of the client', { CLIENT_PAYMENT_FORM: '' }, 'client_vat'],
  ['no payment form of the carrier', { CARRIER_PAYMENT_FORM: '' }, 'carrier_vat'],
  ['an expense whose VAT cannot be read', { EXPENSES: ['погрузка; 3000; сколько-то; actual'] }, 'expense_vat'],
  ['an expense in money of no recorded rate', { EXPENSES: ['терминал; 150 USD; 0; planned'] }, 'exchange_rate'],
  ['a currency without a rate on that day', { CARRIER_RATE: '900|USD' }, 'exchange_rate'],
  ['no day of service', { UNLOADED_AT: '', UNLOAD_BY_AT: '', LOAD_FROM_AT: '' }, 'service_date'],
] as const)('%s is said, and no number stands in its place', async (_name, change, gap) => {
  const { profit } = await spoilt(change)
  expect(profit.state === 'unknown' && profit.missing).toContain(gap)
  expect(JSON.stringify(profit)).not.toContain('Minor')
})

test.each([
  ['a negative sum', { CARRIER_RATE: '-85000|RUB' }, 'negative_price'],
  [
    'dates out of order',
    { LOADED_AT: '2026-11-25T09:00:00+03:00', UNLOADED_AT: '2026-11-20T09:00:00+03:00' },
    'dates_out_of_order',
  ],
  [
    'VAT that was not in force',
    { UNLOADED_AT: '2025-12-31T12:00:00+03:00', LOADED_AT: '2025-12-30T12:00:00+03:00' },
    'vat_not_in_force',
  ],
] as const)('%s is marked for what it is', async (_name, change, finding) => {
  const { profit } = await spoilt(change)
  expect(profit.findings).toContain(finding)
})

test('a payment form of no known meaning is told apart from one that was not chosen', async () => {
  const fieldName = nameOf('CLIENT_PAYMENT_FORM')
  const filter = { entityId: `CRM_${world.map.processes.order.typeId}`, fieldName }
  const listed = await world.rest<{ fields: { id: string; fieldName: string }[] }>('userfieldconfig.list', {
    moduleId: 'crm',
    filter,
  })
  const id = Number(listed.fields.find((field) => field.fieldName === fieldName)!.id)
  type Elements = { field: { enum: { id: number; value: string }[] } }
  const known = (await world.rest<Elements>('userfieldconfig.get', { moduleId: 'crm', id })).field.enum
  const barter = { value: 'бартер', xmlId: 'barter' }
  const grown = await world.rest<Elements>('userfieldconfig.update', {
    moduleId: 'crm',
    id,
    field: { enum: [...known, barter] },
  })
  const added = grown.field.enum.find(({ value }) => value === barter.value)!
  const { profit } = await spoilt({ CLIENT_PAYMENT_FORM: added.id })
  expect(profit.findings).toContain('unknown_form')
  expect(profit.state === 'unknown' && profit.missing).toContain('client_vat')
})

test('an expense whose sum cannot be read is shown as it was typed, and counted nowhere', async () => {
  const before = await shown()
  const order = await spoilt({ EXPENSES: ['простой; около пяти тысяч; none; actual'] })
  expect(order.expenses).toEqual([{ text: 'простой; около пяти тысяч; none; actual', line: null, comment: '' }])
  expect(order.profit).toEqual(before.profit)
})

test('two awarded carriers are marked, and the one in the order is counted', async () => {
  const before = await shown()
  const offers = [CARRIERS.volgaTrans, CARRIERS.sidorov].map((companyId, index) =>
    offerRow({ id: 990_001 + index, orderId: WON_ORDER_ID, requestId: null, companyId, semantics: 'S' }),
  )
  await store.insertInto('offer').values(offers).execute()
  const { profit } = await shown()
  expect(profit.findings).toContain('several_awarded')
  if (profit.state !== 'known' || before.profit.state !== 'known') throw new Error('This order is calculable')
  expect(profit.fact).toEqual(before.profit.fact)
  await store.deleteFrom('offer').where('id', '>', 990_000).execute()
})

test('a deal without an order says so, with nothing to count', async () => {
  const deal = await store
    .selectFrom('deal')
    .select('id')
    .where('orderId', 'is', null)
    .where('id', 'not in', (query) => query.selectFrom('load').select('dealId').where('dealId', 'is not', null))
    .executeTakeFirst()
  const id = deal?.id ?? Number((await world.rest<number>('crm.deal.add', { fields: { TITLE: 'Пустая' } })) ?? 0)
  const { answer } = await openProfitTab(world, CAST.director, 'deal', id)
  expect(answer).toMatchObject({ orders: [], total: null })
})

test('directors say which entity a payment form stands for and how it is taxed since when', async () => {
  const get = async () => (await (await world.api(director, 'GET', '/api/own-entities/book')).json()) as OwnEntityBook
  const put = (body: unknown) => world.api(director, 'PUT', '/api/own-entities/book', body)
  const book = await get()
  const own = (await shown()).own!
  const entity = book.entities.find(({ companyId }) => companyId === own.companyId)!
  expect(entity.title).toBe(own.title)
  expect(book.forms.map(({ code }) => code)).toContain('22')
  const periods = [
    { sinceOn: null, regime: 'simplified_none', role: 'principal' },
    { sinceOn: '2026-11-01', regime: 'general', role: 'principal' },
  ]
  const other = book.entities.find(({ companyId }) => companyId !== own.companyId)!
  const forms = [{ code: '22', companyId: other.companyId }]
  const saved = await put({ entities: [{ companyId: own.companyId, periods }], forms })
  expect(saved.status).toBe(200)
  const kept = (await get()) as OwnEntityBook
  expect(kept.entities.find(({ companyId }) => companyId === own.companyId)!.periods).toEqual(periods)
  expect(kept.forms.find(({ code }) => code === '22')!.companyId).toBe(forms[0]!.companyId)
  const order = await shown()
  expect(order.own).toMatchObject({ regime: 'general', sinceOn: '2026-11-01', guessed: false })
  // The order names its entity; the form stands for another one.
  expect(order.warnings).toContain('entity_of_other_form')
  expect((await put({ entities: [{ companyId: 99_999_999, periods: [] }], forms: [] })).status).toBe(400)
  expect((await put({ entities: [], forms: [{ code: 'no-such-form', companyId: null }] })).status).toBe(400)
  const twice = [periods[0], periods[0]]
  expect((await put({ entities: [{ companyId: own.companyId, periods: twice }], forms: [] })).status).toBe(400)
  const bad = [{ sinceOn: '2026-02-31', regime: 'general', role: 'principal' }]
  expect((await put({ entities: [{ companyId: own.companyId, periods: bad }], forms: [] })).status).toBe(400)
})

test('VAT that is not what our entity charges is marked', async () => {
  const own = (await shown()).own!
  const periods = [{ sinceOn: null, regime: 'simplified_5', role: 'principal' }]
  await world.api(director, 'PUT', '/api/own-entities/book', {
    entities: [{ companyId: own.companyId, periods }],
    forms: [],
  })
  expect((await shown()).profit.findings).toContain('vat_not_of_regime')
  await world.api(director, 'PUT', '/api/own-entities/book', { entities: [], forms: [] })
})

test('the portal’s calendar is taken down, shown in the settings, and asked again without a new reckoning', async () => {
  const settings = async () =>
    (await (await world.api(director, 'GET', '/api/profit-settings')).json()) as ProfitSettingsAnswer
  expect((await settings()).portalCalendar).toBeNull()
  await world.context.recordCalendar(world.sandbox.memberId)
  const { portalCalendar, years } = await settings()
  expect(portalCalendar).toMatchObject({ weekOff: [6, 0] })
  expect(portalCalendar!.yearOff).toContain('05-09')
  // Yearly holidays tell nothing of the days a government moves: no year becomes known by them.
  expect(years).toEqual(['2025', '2026'])
})
