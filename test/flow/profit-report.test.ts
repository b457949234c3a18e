import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProfitAnswer } from '../../contract/profit.ts'
import { REPORT_GROUPS, type CashForecast, type ReportAnswer, type ReportOrders } from '../../contract/profit-report.ts'
import type { ProfitSettingsAnswer } from '../../contract/profit-settings.ts'
import type { Session } from '../../contract/session.ts'
import { CAST, WON_ORDER_ID } from '../../sandbox/seeds/cast.ts'
import type { PortalStore } from '../../server/store/database.ts'
import { readExchangeRates } from '../../server/store/exchange-rates.ts'
import { portalAction } from '../../cli/demo/portal-pages.ts'
import { startWorld, type Ticket, type World } from '../support/world.ts'

let world: World
let store: PortalStore
let director: Session
beforeAll(async () => {
  world = await startWorld()
  store = (await world.context.api.openRoom(world.sandbox.memberId))!.store
  director = await opened(CAST.director)
}, 60_000)
afterAll(() => world?.close())

const WHOLE = 'from=2022-01-01&to=2027-12-31'

/** Somebody opens the page «Рентабельность» from the left menu. */
async function openPage(userId: number, placement = 'LEFT_MENU') {
  const ticket = await portalAction<Ticket>(world.sandbox.url, 'frame', {
    viewerId: userId,
    language: 'ru',
    placement,
    placementId: world.sandbox.portal.placements(placement).find(({ handler }) => handler.endsWith('/w/profit-report'))!
      .id,
    options: {},
    uri: '/',
  })
  return (await world.post(ticket)).boot()
}

async function opened(userId: number): Promise<Session> {
  const boot = await openPage(userId)
  if (boot.state !== 'profit-report') throw new Error(`The page did not open: ${JSON.stringify(boot)}`)
  return boot.session
}

async function get<Answer>(session: Session, path: string): Promise<Answer> {
  const answer = await world.api(session, 'GET', path)
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Answer
}

/** The tab of a deal, as a director sees it. */
async function tabOfDeal(dealId: number): Promise<ProfitAnswer> {
  const ticket = await portalAction<Ticket>(world.sandbox.url, 'frame', {
    viewerId: CAST.director,
    language: 'ru',
    placement: 'CRM_DEAL_DETAIL_TAB',
    placementId: world.sandbox.portal
      .placements('CRM_DEAL_DETAIL_TAB')
      .find(({ handler }) => handler.endsWith('/w/profitability'))!.id,
    options: { ID: String(dealId) },
    uri: `/crm/deal/details/${dealId}/`,
  })
  const boot = (await world.post(ticket)).boot()
  if (boot.state !== 'profitability') throw new Error('The tab did not open')
  return boot.answer
}

test('the page opens from the left menu and from the analytics menu of CRM, with this month by clients', async () => {
  for (const placement of ['LEFT_MENU', 'CRM_ANALYTICS_MENU']) {
    const boot = await openPage(CAST.director, placement)
    expect(boot).toMatchObject({ state: 'profit-report', page: { report: { query: { by: 'client' } } } })
  }
})

test('the report of all orders is the sum of the tabs of all deals, by whatever it is grouped', async () => {
  const rows = await store.selectFrom('load').select(['dealId']).where('kind', '=', 'order').distinct().execute()
  const dealIds = rows.flatMap(({ dealId }) => dealId ?? [])
  expect(dealIds.length).toBeGreaterThan(3)
  let [margin, revenue, counted, unknown] = [0, 0, 0, 0]
  for (const dealId of dealIds) {
    const { total, orders } = await tabOfDeal(dealId)
    margin += total?.sums.netMarginMinor ?? 0
    revenue += total?.sums.netRevenueMinor ?? 0
    counted += total?.orders ?? 0
    unknown += orders.filter(({ profit, semantics }) => profit.state === 'unknown' && semantics !== 'F').length
  }
  for (const by of REPORT_GROUPS) {
    const { total, groups, undated } = await get<ReportAnswer>(director, `/api/profit-report?${WHOLE}&by=${by}`)
    expect(total.marginMinor).toBe(margin)
    expect(total.revenueMinor).toBe(revenue)
    expect(total.trips - total.unknown).toBe(counted)
    expect(total.unknown + undated).toBe(unknown)
    expect(groups.reduce((sum, { figures }) => sum + figures.marginMinor, 0)).toBe(margin)
  }
})

test('the orders behind a group come to what the group says', async () => {
  const { groups } = await get<ReportAnswer>(director, `/api/profit-report?${WHOLE}&by=carrier`)
  const group = groups.find(({ figures }) => figures.trips > 1)!
  const found: ReportOrders['orders'] = []
  for (let total = 1; found.length < total;) {
    const page = await get<ReportOrders>(
      director,
      `/api/profit-report/orders?${WHOLE}&by=carrier&key=${group.key}&offset=${found.length}`,
    )
    total = page.total
    found.push(...page.orders)
  }
  expect(found).toHaveLength(group.figures.trips)
  expect(new Set(found.map(({ orderId }) => orderId)).size).toBe(found.length)
  expect(found.reduce((sum, { figures }) => sum + (figures?.marginMinor ?? 0), 0)).toBe(group.figures.marginMinor)
})

test('an order changed in the portal changes the report as it changes the tab', async () => {
  const before = await get<ReportAnswer>(director, `/api/profit-report?${WHOLE}`)
  const { entityTypeId, fields } = world.map.processes.order
  const item = { entityTypeId, id: WON_ORDER_ID, useOriginalUfNames: 'Y' }
  const name = fields.CLIENT_RATE!.name
  const standing = (await world.rest<{ item: Record<string, string> }>('crm.item.get', item)).item[name]!
  await world.rest('crm.item.update', { ...item, fields: { [name]: `${Number.parseFloat(standing) + 122_000}|RUB` } })
  await world.settle()
  const after = await get<ReportAnswer>(director, `/api/profit-report?${WHOLE}`)
  expect(after.total.revenueMinor).toBeGreaterThan(before.total.revenueMinor)
  const tab = await tabOfOrder(WON_ORDER_ID)
  const [order] = tab.orders
  const one = await get<ReportOrders>(
    director,
    `/api/profit-report/orders?from=${order!.serviceOn}&to=${order!.serviceOn}&by=entity&key=${order!.own!.companyId}`,
  )
  const shown = one.orders.find(({ orderId }) => orderId === WON_ORDER_ID)!
  if (order!.profit.state !== 'known') throw new Error('This order is calculable')
  expect(shown.figures!.marginMinor).toBe(order!.profit.fact.netMarginMinor)
  await world.rest('crm.item.update', { ...item, fields: { [name]: standing } })
  await world.settle()
  expect((await get<ReportAnswer>(director, `/api/profit-report?${WHOLE}`)).total).toEqual(before.total)
})

async function tabOfOrder(id: number): Promise<ProfitAnswer> {
  const ticket = await world.ticket(CAST.director, 'order', id)
  const boot = (
    await world.post({ ...ticket, action: ticket.action.replace('/w/carriers', '/w/profitability') })
  ).boot()
  if (boot.state !== 'profitability') throw new Error('The tab did not open')
  return boot.answer
}

test('a logist gets nothing of it: not the page, and by a direct call of no endpoint', async () => {
  expect(await openPage(CAST.logist)).toMatchObject({ state: 'refused', problem: { code: 'no_right' } })
  const session = await world.session(CAST.logist, 'order', WON_ORDER_ID)
  for (const path of ['', '/sheet', '/orders', '/forecast']) {
    const answer = await world.api(session, 'GET', `/api/profit-report${path}?${WHOLE}&key=1`)
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain('Minor')
  }
  expect((await world.api(session, 'GET', '/api/profit-settings')).status).toBe(403)
  expect((await world.api(session, 'PUT', '/api/profit-settings', { guests: ['manager'] })).status).toBe(403)
})

test('a head counts the orders of his people only, and sees neither the money of the company nor its settings', async () => {
  const head = await opened(CAST.salesHead)
  const own = await get<ReportAnswer>(head, `/api/profit-report?${WHOLE}`)
  const all = await get<ReportAnswer>(director, `/api/profit-report?${WHOLE}`)
  expect(own.total.trips).toBeGreaterThan(0)
  expect(own.total.trips).toBeLessThanOrEqual(all.total.trips)
  expect((await world.api(head, 'GET', '/api/profit-report/forecast')).status).toBe(403)
  expect((await world.api(head, 'GET', '/api/profit-report/forecast/sheet')).status).toBe(403)
  expect((await world.api(head, 'GET', '/api/profit-settings')).status).toBe(403)
})

test('the file holds every group, and a client called like a formula is text in it', async () => {
  const client = await store
    .selectFrom('load')
    .innerJoin('company', 'company.id', 'load.companyId')
    .select(['company.id', 'company.title'])
    .where('load.kind', '=', 'order')
    .where('load.semantics', '=', 'S')
    .executeTakeFirstOrThrow()
  await store.updateTable('company').set({ title: '=HYPERLINK("http://x")' }).where('id', '=', client.id).execute()
  const answer = await world.api(director, 'GET', `/api/profit-report/sheet?${WHOLE}&by=client`)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await answer.arrayBuffer())
  const [sheet] = book.worksheets
  const names = sheet!.getColumn(1).values.map(String)
  expect(names).toContain(`'=HYPERLINK("http://x")`)
  const report = await get<ReportAnswer>(director, `/api/profit-report?${WHOLE}&by=client`)
  expect(sheet!.rowCount).toBe(report.groups.length + 3)
  expect(sheet!.lastRow!.getCell(7).value).toBeCloseTo(report.total.marginMinor / 100, 2)
  await store.updateTable('company').set({ title: client.title }).where('id', '=', client.id).execute()
})

test('the money of ninety days starts from the balance a director enters, and days below his limit are gaps', async () => {
  const bare = await get<CashForecast>(director, '/api/profit-report/forecast')
  expect(bare.days).toHaveLength(90)
  expect(bare.days.every(({ balanceMinor, isGap }) => balanceMinor === null && !isGap)).toBe(true)
  const put = { startBalance: { minor: 1_000_000, on: bare.today }, balanceLimitMinor: 900_000_000_000 }
  expect((await world.api(director, 'PUT', '/api/profit-settings', put)).status).toBe(200)
  const { days } = await get<CashForecast>(director, '/api/profit-report/forecast')
  expect(days[0]!.balanceMinor).toBe(1_000_000 + days[0]!.inMinor - days[0]!.outMinor)
  const moved = days.reduce((sum, { inMinor, outMinor }) => sum + inMinor - outMinor, 1_000_000)
  expect(days.at(-1)!.balanceMinor).toBe(moved)
  expect(days.every(({ isGap }) => isGap)).toBe(true)
  const answer = await world.api(director, 'GET', '/api/profit-report/forecast/sheet')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await answer.arrayBuffer())
  const [sheet] = book.worksheets
  expect(sheet!.rowCount).toBe(days.length + 1)
  expect(sheet!.lastRow!.getCell(4).value).toBeCloseTo(moved / 100, 2)
  expect(sheet!.lastRow!.getCell(5).value).toBe('разрыв')
})

test('a period that ends before it begins is said to be wrong', async () => {
  const answer = await world.api(director, 'GET', '/api/profit-report?from=2026-02-01&to=2026-01-01')
  expect(answer.status).toBe(400)
  expect((await world.api(director, 'GET', '/api/profit-report?from=2026-02-31&to=2026-03-01')).status).toBe(400)
})

test('writing margins into the portal is off, and is switched on only by who has read the warning', async () => {
  const { settings } = await get<ProfitSettingsAnswer>(director, '/api/profit-settings')
  expect(settings.writeBack).toBe(false)
  expect((await world.api(director, 'PUT', '/api/profit-settings', { writeBack: true })).status).toBe(400)
  expect((await get<ProfitSettingsAnswer>(director, '/api/profit-settings')).settings.writeBack).toBe(false)
})

test('rates of exchange are taken down once a day, and only the day that has one can be reckoned', async () => {
  await world.context.recordRates(world.sandbox.memberId)
  const rates = await readExchangeRates(store)
  expect(rates.map(({ currency }) => currency)).toContain('USD')
  const usd = rates.find(({ currency }) => currency === 'USD')!
  const portal = await world.rest<{ CURRENCY: string; AMOUNT: string }[]>('crm.currency.list', {})
  expect(usd.rate).toBe(Math.round(Number(portal.find(({ CURRENCY }) => CURRENCY === 'USD')!.AMOUNT) * 10_000))
  await world.context.recordRates(world.sandbox.memberId)
  expect(await readExchangeRates(store)).toHaveLength(rates.length)
  // An order in dollars whose day has no rate is not calculable, and says so; with the rate it is.
  await store
    .updateTable('load')
    .set({ carrierRateCurrency: 'USD', carrierRateMinor: 30_000 })
    .where('kind', '=', 'order')
    .where('id', '=', WON_ORDER_ID)
    .execute()
  const unknown = (await tabOfOrder(WON_ORDER_ID)).orders[0]!
  expect(unknown.profit).toMatchObject({ state: 'unknown', missing: ['exchange_rate'] })
  const total = async () => (await get<ReportAnswer>(director, `/api/profit-report?${WHOLE}`)).total
  const { unknown: before } = await total()
  await store.insertInto('exchangeRate').values({ currency: 'USD', onDay: unknown.serviceOn!, rate: 800_000 }).execute()
  expect((await tabOfOrder(WON_ORDER_ID)).orders[0]!.profit.state).toBe('known')
  expect((await total()).unknown).toBe(before - 1)
})
