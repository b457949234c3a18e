import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { callAs, post, read } from '../support/tiny-portal.ts'
import { startHostPage, type HostPage } from '../support/host-page.ts'
import { tiny } from '../support/tiny-seed.ts'

let host: HostPage
let page: Page

beforeAll(async () => {
  host = await startHostPage()
})

afterAll(() => host.close())

beforeEach(async () => {
  await host.sandbox.reset()
})

const ask = (method: string, params: Record<string, unknown> = {}) =>
  post(`${host.sandbox.webhookUrl}${method}`, params)
const feed = async () =>
  (
    await read(
      await fetch(`${host.sandbox.url}/sandbox/inspector/feed`, { headers: { 'sec-fetch-site': 'same-origin' } }),
    )
  ).body as Record<string, unknown> & { ignored: unknown[]; exchanges: Record<string, unknown>[] }

test('a parameter nobody looks at is taken as the real portal takes it, and told', async () => {
  const update = { entityTypeId: tiny.requests, id: 1, fields: { title: 'Новое', titel: 'опечатка' }, verbose: 1 }
  expect((await callAs(host.sandbox, tiny.admin, 'crm.item.update', update)).status).toBe(200)
  await ask('batch', { cmd: { a: `crm.item.get?entityTypeId=${tiny.requests}&id=1&sortt=ID` } })
  await ask('crm.item.list', { entityTypeId: tiny.requests, select: ['id'], start: -1, auth_connector: 'x' })
  expect((await feed()).ignored).toEqual([
    { by: 'app', method: 'crm.item.update', name: 'fields.titel', count: 1 },
    { by: 'app', method: 'crm.item.update', name: 'verbose', count: 1 },
    { by: 'webhook', method: 'crm.item.get', name: 'sortt', count: 1 },
  ])
})

test('a method the portal does not have is refused and counted, in a batch too', async () => {
  expect((await ask('crm.no.such.method')).body.error).toBe('ERROR_METHOD_NOT_FOUND')
  await ask('batch', { cmd: { a: 'crm.no.such.method', b: 'profile' } })
  expect((await feed())['notImplemented']).toEqual({ 'crm.no.such.method': 2 })
})

test('the feed shows tokens and phones to nobody, and only what is new', async () => {
  const { accessToken } = host.sandbox.portal.issueToken(tiny.admin)
  await post(`${host.sandbox.url}/rest/crm.duplicate.findbycomm`, {
    auth: accessToken,
    type: 'PHONE',
    values: ['+79031112233'],
  })
  const text = JSON.stringify(await feed())
  expect(text).toContain('crm.duplicate.findbycomm')
  expect(text).not.toContain(accessToken)
  expect(text).not.toContain('9031112233')
  const foreign = await fetch(`${host.sandbox.url}/sandbox/inspector/feed`, {
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(foreign.status).toBe(403)
})

test('the page shows requests as they come, filters them and opens one', async () => {
  const complaints: string[] = []
  await ask('profile')
  page = await host.open('/sandbox/inspector?lang=ru')
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.waitForSelector('.request:has-text("profile")')
  await ask('crm.item.get', { entityTypeId: tiny.requests, id: 1, extra: 'x' })
  await ask('crm.item.get', { entityTypeId: tiny.requests, id: 999 })
  await page.waitForSelector('.request:has-text("NOT_FOUND")')
  await page.fill('.filter', 'crm.item')
  await expect.poll(() => page.locator('.request').count()).toBe(2)
  await page.click('.chip:has-text("С лишними параметрами")')
  await page.click('.request:has-text("crm.item.get")')
  await page.waitForSelector('.detail:has-text("crm.item.get · extra")')
  expect(await page.locator('.detail .code').last().textContent()).toContain('"title"')
  await page.click('.tab:has-text("Чего портал не знает")')
  await page.waitForSelector('.panel:has-text("extra")')
  expect(complaints).toEqual([])
})
