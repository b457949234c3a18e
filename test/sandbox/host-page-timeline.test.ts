import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { appFrame, startHostPage } from '../support/host-page.ts'
import type { HostPage } from '../support/host-page.ts'
import { startListener, type Listener } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

const CARD = `/crm/type/${tiny.requests}/details/1/`
const owner = { ownerTypeId: tiny.requests, ownerId: 1 }

let host: HostPage
let listener: Listener

beforeAll(async () => {
  host = await startHostPage()
  listener = await startListener()
  host.sandbox.portal.finishInstall(tiny.admin)
  await host.rest(tiny.admin, 'event.bind', { event: 'ONCRMTIMELINEITEMACTION', handler: listener.url })
})
afterEach(async () => {
  for (const context of host.browser.contexts()) await context.close()
})
afterAll(async () => {
  await host?.close()
  await listener?.close()
})

const event = (id: string, animationType: string) => ({
  type: 'restEvent',
  id,
  actionParams: { refusal: 7 },
  animationType,
})

const layout = (title: string) => ({
  icon: { code: 'info' },
  header: { title: { ru: title, en: 'Refusal' }, tags: { state: { type: 'warning', title: 'ждёт решения' } } },
  body: {
    logo: { code: 'document' },
    blocks: {
      why: {
        type: 'withTitle',
        properties: {
          title: 'Причина',
          inline: true,
          block: { type: 'text', properties: { value: '<b>Нет</b> машин' } },
        },
      },
      more: { type: 'largeText', properties: { value: 'Долго '.repeat(60) } },
      until: { type: 'deadline', properties: {} },
      phone: { type: 'text', properties: { value: 'только в телефоне', scope: 'mobile' } },
    },
  },
  footer: {
    buttons: {
      yes: { title: 'Согласовать', type: 'primary', action: event('approve', 'disable'), hideIfReadonly: true },
      open: {
        title: 'Открыть',
        type: 'secondary',
        action: { type: 'openRestApp', actionParams: { refusal: 7 }, sliderParams: { title: 'Отказ', width: 700 } },
      },
    },
    menu: { items: { wait: { title: 'Подождать', action: event('wait', 'loader') } } },
  },
})

async function draw(title: string): Promise<{ page: Page; id: number; record: string }> {
  const fields = { deadline: '2030-01-10T12:00:00+03:00' }
  const params = { ...owner, fields, layout: layout(title) }
  const { activity } = (await host.rest(tiny.admin, 'crm.activity.configurable.add', params)) as {
    activity: { id: number }
  }
  // Tall enough for all records: a menu closes when the page scrolls.
  const page = await host.open(CARD, tiny.manager, { width: 1440, height: 2400 })
  return { page, id: activity.id, record: `[data-activity-id="${activity.id}"]` }
}

test('an activity stands in the timeline as the application has drawn it, and nothing in it is HTML', async () => {
  const { page, record } = await draw('Отказ от груза')
  const text = await page.innerText(record)
  for (const shown of ['Отказ от груза', 'ждёт решения', 'Причина', '<b>Нет</b> машин', 'Согласовать', '10.01.2030'])
    expect(text).toContain(shown)
  expect(text).not.toContain('только в телефоне')
  await page.click(`${record} summary:has-text("Показать всё")`)
  expect((await page.innerText(`${record} details.record-large`)).length).toBeGreaterThan(300)
})

test('a pressed button tells the application what, where and by whom, and waits for the record to be written anew', async () => {
  const { page, id, record } = await draw('Отказ: кнопка')
  await page.click(`${record} button:has-text("Согласовать")`)
  await expect.poll(() => page.isDisabled(`${record} button:has-text("Согласовать")`)).toBe(true)
  await host.sandbox.portal.idle()
  const form = listener.received.at(-1)
  expect(Object.fromEntries(form ?? [])).toMatchObject({
    event: 'ONCRMTIMELINEITEMACTION',
    'data[id]': 'approve',
    'data[entityTypeId]': String(tiny.requests),
    'data[entityId]': '1',
    'data[activityId]': String(id),
    'data[userId]': String(tiny.manager),
    'data[refusal]': '7',
    'auth[application_token]': host.sandbox.portal.app?.applicationToken,
  })
  await host.rest(tiny.admin, 'crm.activity.configurable.update', { id, fields: {}, layout: layout('Согласовано') })
  await expect.poll(() => page.innerText(record), { timeout: 10_000 }).toContain('Согласовано')
  expect(await page.isDisabled(`${record} button:has-text("Согласовать")`)).toBe(false)
})

test('an entry of the menu locks the whole record until the application has answered', async () => {
  const { page, id, record } = await draw('Отказ: меню')
  await page.click(`${record} .entry-dots`)
  await page.click(`${record} button:has-text("Подождать")`)
  await page.waitForSelector(`${record}.is-waiting`)
  await host.rest(tiny.admin, 'crm.activity.configurable.update', { id, fields: {}, layout: layout('Отвечено') })
  await expect.poll(() => page.innerText(record), { timeout: 10_000 }).toContain('Отвечено')
  expect(await page.locator(`${record}.is-waiting`).count()).toBe(0)
})

test('a button that opens the application tells it on which card and record', async () => {
  const { page, id, record } = await draw('Отказ: приложение')
  await page.click(`${record} button:has-text("Открыть")`)
  const frame = await appFrame(page, '.slider-app')
  expect(await frame.evaluate(() => window.b24.placement.options)).toMatchObject({
    refusal: '7',
    entityTypeId: String(tiny.requests),
    entityId: '1',
    activityId: String(id),
  })
})

test('who may only read the card has no buttons that change it', async () => {
  const fields = { typeId: 'CONFIGURABLE' }
  const params = { ownerTypeId: tiny.requests, ownerId: 2, fields, layout: layout('Чужой') }
  await host.rest(tiny.admin, 'crm.activity.configurable.add', params)
  const page = await host.open(`/crm/type/${tiny.requests}/details/2/`, tiny.manager)
  await page.waitForSelector('.entry-activity')
  expect(await page.locator('.entry-activity button:has-text("Согласовать")').count()).toBe(0)
  expect(await page.locator('.entry-activity button:has-text("Открыть")').count()).toBe(1)
})

test('a to-do stands above the past, is late when its time is over, and is ticked off on the card', async () => {
  const params = { ...owner, deadline: '2020-01-10T12:00:00+03:00', title: 'Перезвонить' }
  const { id } = (await host.rest(tiny.admin, 'crm.activity.todo.add', params)) as { id: number }
  const page = await host.open(CARD, tiny.manager)
  const record = `[data-activity-id="${id}"]`
  expect(await page.innerText(record)).toContain('Просрочено')
  await page.click(`${record} button:has-text("Выполнить")`)
  await page.waitForSelector(`${record}.is-done`)
  const read = (await host.rest(tiny.admin, 'crm.activity.get', { id })) as { COMPLETED: string }
  expect(read.COMPLETED).toBe('Y')
})
