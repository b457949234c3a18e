import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { appFrame, CLIENT_ID, heard, say, startHostPage } from '../support/host-page.ts'
import type { HostPage } from '../support/host-page.ts'
import { tiny } from '../support/tiny-seed.ts'

const TAB = `CRM_DYNAMIC_${tiny.requests}_DETAIL_TAB`
const CARD = `/crm/type/${tiny.requests}/details/1/`

let host: HostPage

beforeAll(async () => {
  host = await startHostPage()
})
afterAll(() => host?.close())

/** Opens the card and presses the application's tab. */
async function openTab(as: number = tiny.logist): Promise<Page> {
  const page = await host.open(CARD, as)
  await page.click(`[data-code="${TAB}"]`)
  return page
}

test('until the installation is finished a colleague sees a sentence, the administrator the install page', async () => {
  const path = `/marketplace/app/${CLIENT_ID}/`
  const colleague = await host.open(path, tiny.logist)
  expect(await colleague.textContent('.notice')).toContain('не установлено до конца')
  expect(await colleague.locator('iframe').count()).toBe(0)

  const admin = await host.open(path, tiny.admin)
  const install = await appFrame(admin, '.app-box')
  expect(host.app.openings.map((opening) => opening.path)).toEqual(['/install'])
  expect(await install.evaluate(() => window.b24.isInstallMode)).toBe(true)
  await install.evaluate(() => void window.b24.installFinish())
  await expect.poll(() => host.app.openings.map((opening) => opening.path)).toEqual(['/install', '/home'])
  const home = await appFrame(admin, '.app-box')
  expect(await home.evaluate(() => [window.b24.isInstallMode, window.b24.placement.isDefault])).toEqual([false, true])
  expect(host.sandbox.portal.app?.installed).toBe(true)
  expect(host.app.openings[1]?.query['APP_SID']).not.toBe(host.app.openings[0]?.query['APP_SID'])
})

test('a bound placement is a tab that opens at the first press, by one POST with the portal’s fields', async () => {
  await host.bind(TAB, 'Перевозчики', 'Carriers')
  host.app.openings.length = 0
  const page = await host.open(CARD, tiny.logist)
  expect(await page.textContent(`[data-code="${TAB}"]`)).toContain('Перевозчики')
  expect(host.app.openings).toEqual([])
  await page.click(`[data-code="${TAB}"]`)
  const frame = await appFrame(page, '.tab-app')
  await page.click('[data-tab="general"]')
  await page.click(`[data-code="${TAB}"]`)
  expect(host.app.openings.length).toBe(1)

  const { query, body } = host.app.openings[0]!
  const domain = new URL(host.sandbox.url).host
  expect(query).toEqual({ own: '1', DOMAIN: domain, PROTOCOL: '0', LANG: 'ru', APP_SID: query['APP_SID'] })
  expect(Object.keys(body).toSorted()).toEqual([
    'APPLICATION_SCOPE',
    'APPLICATION_TOKEN',
    'AUTH_EXPIRES',
    'AUTH_ID',
    'PLACEMENT',
    'PLACEMENT_OPTIONS',
    'REFRESH_ID',
    'SERVER_ENDPOINT',
    'member_id',
    'status',
  ])
  expect(JSON.parse(body['PLACEMENT_OPTIONS']!)).toEqual({ ID: '1', URI: CARD })
  expect(body).toMatchObject({
    PLACEMENT: TAB,
    AUTH_EXPIRES: '3600',
    SERVER_ENDPOINT: host.sandbox.oauthEndpoint,
    APPLICATION_TOKEN: host.sandbox.portal.app?.applicationToken,
    member_id: host.sandbox.memberId,
    status: 'L',
  })
  expect(await frame.evaluate(() => window.name)).toBe(`${domain}|0|${query['APP_SID']}`)
})

test('the SDK in the tab acts as the signed-in person, and its tokens can be renewed', async () => {
  const frame = await appFrame(await openTab(tiny.logist), '.tab-app')
  const told = await frame.evaluate(async () => {
    const before = window.b24.auth.getAuthData()
    const call = async () =>
      (await window.b24.actions.v2.call.make({ method: 'profile', params: {}, requestId: 'profile' })).getData()
    const profile = await call()
    const after = await window.b24.auth.refreshAuth()
    const again = await call()
    return {
      options: window.b24.placement.options,
      language: window.b24.getLang(),
      isAdmin: window.b24.auth.isAdmin,
      before: before && before.access_token,
      after: after && after.access_token,
      ids: [profile, again].map((answer) => String((answer?.result as { ID?: unknown } | undefined)?.ID)),
    }
  })
  expect(told).toMatchObject({ options: { ID: '1', URI: CARD }, language: 'ru', isAdmin: false })
  expect(told.ids).toEqual([String(tiny.logist), String(tiny.logist)])
  expect(told.before).toMatch(/^\w{40,}$/)
  expect(told.after).not.toBe(told.before)
})

test('a reload inside the frame, where the POST is gone, starts again through the parent window', async () => {
  const page = await openTab()
  const frame = await appFrame(page, '.tab-app')
  const first = await frame.evaluate(() => window.b24.auth.getAuthData())
  await frame.evaluate(() => (document.body.dataset['ready'] = 'old'))
  await frame.goto(`${host.app.url}/widget`)
  await frame.waitForSelector(`body[data-ready="${TAB}"]`)
  const second = await frame.evaluate(() => window.b24.auth.getAuthData())
  expect(second && second.access_token).not.toBe(first && first.access_token)
  expect(await frame.evaluate(() => window.b24.placement.options['ID'])).toBe('1')
})

test('the frame takes the room that is visible and changes its height only when asked', async () => {
  const page = await openTab()
  const frame = await appFrame(page, '.tab-app')
  const size = async () => (await page.locator('.tab-app iframe').boundingBox())!
  const before = await size()
  const panel = (await page.locator('.tab-app').boundingBox())!
  expect(before.width).toBe(panel.width)
  expect(before.height).toBeGreaterThanOrEqual(400)
  expect(before.y + before.height).toBeLessThanOrEqual(900)
  await frame.evaluate(() => (document.querySelector<HTMLElement>('#text')!.style.height = '1300px'))
  expect((await size()).height).toBe(before.height)
  await frame.evaluate(() => window.b24.parent.fitWindow())
  expect((await size()).height).toBeGreaterThanOrEqual(1300)
  expect((await size()).width).toBe(panel.width)
  await frame.evaluate(() => window.b24.parent.resizeWindow(700, 500))
  expect(await size()).toMatchObject({ width: 700, height: 500 })
})

test('a number goes to the call card and is recorded, and the application gets no answer', async () => {
  const page = await openTab()
  const frame = await appFrame(page, '.tab-app')
  await say(frame, 'imPhoneTo:{"phone":"+7 999 000-00-01"}:K2')
  await expect.poll(() => page.locator('.call-card-number').textContent()).toBe('+7 999 000-00-01')
  expect(await page.evaluate(() => window.sandboxCalls)).toMatchObject([{ kind: 'phone', target: '+7 999 000-00-01' }])
  expect((await heard(frame)).some((message) => String(message).startsWith('K2'))).toBe(false)
})

test('options are kept: each person’s own by himself, the application’s only by an administrator', async () => {
  const logist = await appFrame(await openTab(tiny.logist), '.tab-app')
  await logist.evaluate(() => window.b24.options.userSet('theme', 'dark'))
  await logist.evaluate(() => window.b24.options.appSet('source', 'logist'))
  const admin = await appFrame(await openTab(tiny.admin), '.tab-app')
  await admin.evaluate(() => window.b24.options.appSet('city', 'Москва'))
  expect(host.sandbox.portal.state.options.all(0)).toEqual({ city: 'Москва' })
  const again = await appFrame(await openTab(tiny.logist), '.tab-app')
  const read = () => [window.b24.options.userGet('theme'), window.b24.options.appGet('city')]
  expect(await again.evaluate(read)).toEqual(['dark', 'Москва'])
})

test('reloadData shows on the card what the application changed by REST', async () => {
  const page = await openTab(tiny.admin)
  const frame = await appFrame(page, '.tab-app')
  await frame.evaluate(async (entityTypeId) => {
    const fields = { title: 'Запрос 1: Москва — Казань' }
    await window.b24.actions.v2.call.make({ method: 'crm.item.update', params: { entityTypeId, id: 1, fields } })
    await window.b24.placement.call('reloadData')
  }, tiny.requests)
  expect(await page.textContent('#pagetitle')).toBe('Запрос 1: Москва — Казань')
})

test('the dialogs answer in the portal’s own shapes', async () => {
  const page = await openTab()
  const frame = await appFrame(page, '.tab-app')
  const user = frame.evaluate(() => window.b24.dialog.selectUser())
  await page.fill('.picker-search', 'лебед')
  await expect.poll(() => page.locator('.picker-row').count()).toBe(1)
  await page.click('.picker-row')
  expect(await user).toMatchObject({ id: String(tiny.manager), name: 'Анна Лебедева', sub: false })

  const companies = frame.evaluate(() => window.b24.dialog.selectCRM({ entityType: ['company'], multiple: true }))
  await expect.poll(() => page.locator('.picker-row').count()).toBe(3)
  await page.locator('.picker-row').nth(1).click()
  await page.click('.picker-buttons .button-main')
  expect(await companies).toMatchObject({ company: [{ id: 'CO_3', type: 'company', title: 'ИП Сидоров' }] })
})

test('a message with a foreign sid, or from a window that is not the frame, is nobody’s', async () => {
  const page = await openTab()
  const frame = await appFrame(page, '.tab-app')
  const sid = await frame.evaluate(() => window.b24.getAppSid())
  await frame.evaluate(() => parent.postMessage('getInitData:K3:0123456789abcdef', '*'))
  await page.evaluate((text) => window.postMessage(text, '*'), `imPhoneTo:{"phone":"1"}:K4:${sid}`)
  await say(frame, 'noSuchCommand:{}:K5')
  await say(frame, 'getInterface:K6')
  await expect.poll(async () => (await heard(frame)).some((message) => String(message).startsWith('K6:'))).toBe(true)
  expect((await heard(frame)).filter((message) => /^K[345]:/.test(String(message)))).toEqual([])
  expect(await page.evaluate(() => window.sandboxCalls)).toEqual([])
})

test('commands for the whole window are obeyed only on the application’s own page', async () => {
  const page = await host.open(`/marketplace/app/${CLIENT_ID}/`, tiny.logist)
  const frame = await appFrame(page, '.app-box')
  await frame.evaluate(() => window.b24.parent.setTitle('Рейсы на завтра'))
  expect(await page.textContent('#pagetitle')).toBe('Рейсы на завтра')
  const tab = await openTab()
  const inTab = await appFrame(tab, '.tab-app')
  await inTab.evaluate(() => window.b24.parent.setTitle('Рейсы на завтра'))
  expect(await tab.textContent('#pagetitle')).not.toBe('Рейсы на завтра')
})

test('a tab has one command of its own and no events: a subscription to an event of another placement is ignored', async () => {
  const page = await openTab()
  const frame = await appFrame(page, '.tab-app')
  await say(frame, 'placementBindEvent:{"event":"CallCard::CallStateChanged"}:K7')
  expect(await frame.evaluate(() => window.b24.placement.getInterface())).toEqual({
    command: ['reloadData'],
    event: [],
  })
  const home = await appFrame(await host.open(`/marketplace/app/${CLIENT_ID}/`, tiny.logist), '.app-box')
  expect(await home.evaluate(() => window.b24.placement.getInterface())).toEqual({ command: [], event: [] })
})

test('tokens stand neither in the page nor in its address, and are not given to a page of another origin', async () => {
  const page = await openTab()
  const frame = await appFrame(page, '.tab-app')
  const token = await frame.evaluate(() => {
    const auth = window.b24.auth.getAuthData()
    return auth ? String(auth.access_token) : ''
  })
  expect(token.length).toBeGreaterThan(30)
  expect(await page.content()).not.toContain(token)
  expect(page.url()).not.toContain(token)
  const ask = (headers: Record<string, string>) =>
    fetch(`${host.sandbox.url}/sandbox/auth`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ viewerId: tiny.admin }),
    })
  expect((await ask({ origin: host.app.url })).status).toBe(403)
  expect((await ask({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
  expect((await ask({ 'content-type': 'text/plain' })).status).toBe(403)
  expect((await ask({ origin: host.sandbox.url })).status).toBe(200)
})
