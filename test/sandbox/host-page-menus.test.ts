import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { appFrame, CLIENT_ID, startHostPage } from '../support/host-page.ts'
import type { HostPage } from '../support/host-page.ts'
import { tiny } from '../support/tiny-seed.ts'

const CARD = `/crm/type/${tiny.requests}/details/1/`
const LIST = `/crm/type/${tiny.requests}/list/`
const named = (suffix: string) => `CRM_DYNAMIC_${tiny.requests}_${suffix}`

let host: HostPage

beforeAll(async () => {
  host = await startHostPage()
  host.sandbox.portal.finishInstall(tiny.admin)
})
afterEach(async () => {
  host.sandbox.portal.state.placements.removeAll()
  for (const context of host.browser.contexts()) await context.close()
})
afterAll(() => host?.close())

test('placements of one place stand under the headings they were given, and one without a title has the application’s', async () => {
  const bind = (more: Record<string, unknown>, at: string) =>
    host.rest(tiny.admin, 'placement.bind', {
      PLACEMENT: named('DETAIL_TOOLBAR'),
      HANDLER: `${host.app.url}/widget?at=${at}`,
      ...more,
    })
  await bind({}, '1')
  await bind({ TITLE: 'Маржа', GROUP_NAME: 'Деньги' }, '2')
  await bind({ LANG_ALL: { ru: { TITLE: 'Расходы', GROUP_NAME: 'Деньги' }, en: { TITLE: 'Costs' } } }, '3')
  const page = await host.open(CARD, tiny.manager)
  expect((await page.textContent('.split > button'))!.trim()).toBe('Рейс')
  await page.click('.split summary')
  expect(await page.locator('.split .menu-list').innerText()).toBe('Рейс\nДеньги\nМаржа\nРасходы')
  const english = await host.open(`${CARD}?lang=en`, tiny.manager)
  await english.click('.split summary')
  expect(await english.locator('.split .menu-list').innerText()).toBe('Reis\nCosts\nДеньги\nМаржа')
})

test('Esc closes an open menu first and the slider under it afterwards', async () => {
  await host.bind(named('LIST_MENU'), 'Перевозчики', 'Carriers')
  const page = await host.open('/crm/company/list/', tiny.manager)
  await page.click('[data-item="2"] .col-title a')
  const inner = await (await page.waitForSelector('.slider iframe')).contentFrame()
  await inner!.click('.menu-documents > summary')
  await inner!.press('.menu-documents > summary', 'Escape')
  expect(await inner!.locator('.menu-documents .menu-list').isVisible()).toBe(false)
  expect(await page.locator('.slider').count()).toBe(1)
  await inner!.press('.menu-documents > summary', 'Escape')
  expect(await page.locator('.slider').count()).toBe(0)
})

test('a row’s menu is not cut off by the table, and reloadData reads the list anew', async () => {
  await host.bind(named('LIST_MENU'), 'Перевозчики', 'Carriers')
  const page = await host.open(`${LIST}?q=12`, tiny.admin)
  await page.click('[data-item="12"] .row-mark')
  await page.click('[data-item="12"] .submenu > summary')
  const box = (await page.locator('.list-box').boundingBox())!
  const menu = (await page.locator('[data-item="12"] .submenu .menu-list').boundingBox())!
  expect(menu.y + menu.height).toBeGreaterThan(box.y + box.height)
  await page.click(`[data-code="${named('LIST_MENU')}"]`)
  const frame = await appFrame(page, '.slider-app')
  await frame.evaluate(async (entityTypeId) => {
    const fields = { title: 'Запрос 12: Москва — Казань' }
    await window.b24.actions.v2.call.make({ method: 'crm.item.update', params: { entityTypeId, id: 12, fields } })
    await window.b24.placement.call('reloadData')
  }, tiny.requests)
  await expect.poll(() => page.textContent('[data-item="12"] .col-title')).toBe('Запрос 12: Москва — Казань')
})

test('an application opened from a card in a slider is told that card’s address and has that card read anew', async () => {
  await host.bind(named('DETAIL_ACTIVITY'), 'Перевозчики', 'Carriers')
  const page = await host.open(LIST, tiny.admin)
  await page.click('[data-item="3"] .col-title a')
  const card = await (await page.waitForSelector('.slider iframe')).contentFrame()
  await card!.click(`[data-code="${named('DETAIL_ACTIVITY')}"]`)
  const frame = await appFrame(page, '.slider-app')
  const URI = `/crm/type/${tiny.requests}/details/3/?IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER`
  expect(await frame.evaluate(() => window.b24.placement.options)).toEqual({ ID: '3', URI })
  await frame.evaluate(async (entityTypeId) => {
    const fields = { title: 'Запрос три' }
    await window.b24.actions.v2.call.make({ method: 'crm.item.update', params: { entityTypeId, id: 3, fields } })
    await window.b24.placement.call('reloadData')
  }, tiny.requests)
  expect(await card!.textContent('#pagetitle')).toBe('Запрос три')
})

test('a link to the application in a comment opens it over the card, told what the link says', async () => {
  await host.bind('REST_APP_URI', 'Рейс', 'Reis')
  const link = `/marketplace/view/${CLIENT_ID}/?params%5BdocId%5D=42&params%5Bmode%5D=edit&other=1`
  const COMMENT = `Посмотрите [url=${link}]отчёт[/url]`
  const fields = { ENTITY_ID: 2, ENTITY_TYPE: `dynamic_${tiny.requests}`, COMMENT }
  await host.rest(tiny.admin, 'crm.timeline.comment.add', { fields })
  const path = `/crm/type/${tiny.requests}/details/2/`
  const page = await host.open(path, tiny.admin)
  await page.click('text=отчёт')
  const frame = await appFrame(page, '.slider-app')
  const seen = () => ({ placement: window.b24.placement.placement, options: window.b24.placement.options })
  const options = { docId: '42', mode: 'edit', URI: path }
  expect(await frame.evaluate(seen)).toEqual({ placement: 'REST_APP_URI', options })
})

test('without a handler for links the same address opens the application’s own page', async () => {
  const page = await host.open(`/marketplace/view/${CLIENT_ID}/?params[docId]=42`, tiny.admin)
  const frame = await appFrame(page, '.app-box')
  expect(await frame.evaluate(() => window.b24.placement.isDefault)).toBe(true)
  expect(host.app.openings.at(-1)).toMatchObject({ path: '/home', body: { PLACEMENT_OPTIONS: '{"docId":"42"}' } })
  const other = await host.open('/marketplace/view/local.nobody/', tiny.admin)
  expect(await other.textContent('.notice')).toContain('На портале нет приложений')
})

test('the BI menu opens the bare address and tells the application nothing', async () => {
  await host.bind('BI_ANALYTICS_MENU', 'Ставки', 'Rates')
  host.app.openings.length = 0
  const page = await host.open('/report/analytics/', tiny.admin)
  await page.click('[data-code="BI_ANALYTICS_MENU"]')
  const frame = page.frameLocator('.report-body iframe')
  expect(await frame.locator('#text').textContent()).toBe('application')
  expect(await frame.locator('body').evaluate(() => [window.name, location.search])).toEqual(['', '?own=1'])
  expect(host.app.openings).toEqual([])
})

test('a hidden worker runs on every page for everybody, or for the one it was bound to', async () => {
  const bind = (more: Record<string, unknown>) =>
    host.rest(tiny.admin, 'placement.bind', {
      PLACEMENT: 'PAGE_BACKGROUND_WORKER',
      HANDLER: `${host.app.url}/widget`,
      OPTIONS: { errorHandlerUrl: `${host.app.url}/error` },
      ...more,
    })
  await bind({ USER_ID: tiny.logist })
  await appFrame(await host.open(LIST, tiny.logist), '.hidden-frame')
  const other = await host.open(LIST, tiny.manager)
  await other.waitForSelector('.grid')
  expect(await other.locator('.hidden-frame').count()).toBe(0)
})

test('three sliders close from the top, and each tells its opener once', async () => {
  await host.bind(named('DETAIL_TAB'), 'Перевозчики', 'Carriers')
  const page = await host.open(CARD, tiny.admin)
  await page.click(`[data-code="${named('DETAIL_TAB')}"]`)
  const frame = await appFrame(page, '.tab-app')
  await frame.evaluate(() => {
    const closed: string[] = []
    Object.assign(window, { closedSliders: closed })
    for (const id of [2, 3, 4])
      void window.b24.slider
        .openPath(window.b24.slider.getUrl(`/crm/company/details/${id}/`))
        .then(() => closed.push(`company ${id}`))
  })
  await expect.poll(() => page.locator('.slider').count()).toBe(3)
  const closed = () => frame.evaluate(() => (window as unknown as { closedSliders: string[] }).closedSliders)
  for (const left of [2, 1, 0]) {
    await page.locator('.slider-close').last().click()
    await expect.poll(() => page.locator('.slider').count()).toBe(left)
  }
  await expect.poll(closed).toEqual(['company 4', 'company 3', 'company 2'])
})

test('a stage the portal’s rights refuse stays, and the portal says so in the reader’s language', async () => {
  const page = await host.open(`/crm/type/${tiny.requests}/details/2/`, tiny.manager)
  await page.click('[data-stage="DT1036_10:SEARCH"]')
  expect(await page.textContent('.toast-error')).toContain('Недостаточно прав')
  expect(await page.getAttribute('[data-stage="DT1036_10:NEW"]', 'aria-current')).toBe('step')
  const english = await host.open(`/crm/type/${tiny.requests}/details/2/?lang=en`, tiny.manager)
  await english.click('[data-stage="DT1036_10:SEARCH"]')
  expect(await english.textContent('.toast-error')).toContain('You do not have the right')
})
