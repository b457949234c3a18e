import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Frame, Page } from 'playwright-core'
import { appFrame, heard, startHostPage } from '../support/host-page.ts'
import type { HostPage } from '../support/host-page.ts'
import { tiny } from '../support/tiny-seed.ts'

const VOLGA = { type: 'COMPANY', id: 2 }
const VOLGA_PHONE = '+7 999 000-00-00'

let host: HostPage

beforeAll(async () => {
  host = await startHostPage()
  await host.bind('CALL_CARD', 'Перевозчик', 'Carrier')
})
afterEach(async () => {
  host.sandbox.portal.phone.clear()
  for (const context of host.browser.contexts()) await context.close()
})
afterAll(() => host?.close())

interface Card {
  page: Page
  frame: Frame
  id: string
  /** What a subscription to a placement event has brought so far. */
  events(): Promise<unknown[]>
}

/** A call on somebody's screen, the application in its card, subscribed to everything there is. */
async function callCard(order: Record<string, unknown>, userId: number = tiny.logist): Promise<Card> {
  const page = await host.open('/crm/company/list/', userId)
  const { call } = await host.control('phone-calls', { userId, ...order })
  const frame = await appFrame(page, '.call-card')
  await frame.evaluate(async () => {
    const names = ['CallCard::EntityChanged', 'CallCard::BeforeClose', 'CallCard::CallStateChanged']
    const told: unknown[] = []
    Object.assign(window, { told })
    await Promise.all(names.map((name) => window.b24.placement.bindEvent(name, (data) => told.push([name, data]))))
  })
  const events = () => frame.evaluate(() => (window as unknown as { told: unknown[] }).told)
  return { page, frame, id: (call as { id: string }).id, events }
}

const step = (card: Card, action: string, body: Record<string, unknown> = {}) =>
  host.control(`phone-calls/${card.id}/${action}`, body)

test('an incoming call shows its card on the screen of that person only, with who calls', async () => {
  const other = await host.open('/crm/company/list/', tiny.manager)
  const page = await host.open('/crm/company/list/', tiny.logist)
  await host.control('phone-calls', { userId: tiny.logist, number: VOLGA_PHONE })
  await page.waitForSelector('.call-card[data-stage="ringing"]')
  expect(await page.textContent('.call-name')).toBe('ООО «Волга-Транс»')
  expect(await page.textContent('.call-card-number')).toBe(VOLGA_PHONE)
  expect(await page.textContent('.call-card-state')).toBe('Входящий звонок на линию +7 495 000-00-00')
  expect(await other.locator('.call-card').count()).toBe(0)
})

test('the application in the card gets the call as the portal posts it: everything is text', async () => {
  const card = await callCard({ number: VOLGA_PHONE })
  const opening = host.app.openings.at(-1)!
  expect(opening.body['PLACEMENT']).toBe('CALL_CARD')
  const options = {
    CALL_ID: card.id,
    PHONE_NUMBER: '+79990000000',
    LINE_NUMBER: '+74950000000',
    LINE_NAME: '+74950000000',
    CRM_ENTITY_TYPE: 'COMPANY',
    CRM_ENTITY_ID: '2',
    CRM_ACTIVITY_ID: 'undefined',
    CRM_BINDINGS: [{ ENTITY_TYPE: 'COMPANY', ENTITY_ID: '2' }],
    CALL_DIRECTION: 'incoming',
    CALL_STATE: 'idle',
    CALL_LIST_MODE: 'false',
    URI: '/crm/company/list/',
  }
  expect(JSON.parse(opening.body['PLACEMENT_OPTIONS']!)).toEqual(options)
  expect(await card.frame.evaluate(() => window.b24.placement.options)).toEqual(options)
  expect(card.id).toMatch(/^externalCall\.[0-9a-f]{32}\.\d+$/)
})

test('a call of nobody known has no client and no number where there is none', async () => {
  const card = await callCard({ number: '' })
  const options = await card.frame.evaluate(() => window.b24.placement.options)
  expect(options).toMatchObject({ CRM_ENTITY_TYPE: '', CRM_ENTITY_ID: '0' })
  expect(Object.keys(options)).not.toContain('PHONE_NUMBER')
  expect(Object.keys(options)).not.toContain('CRM_BINDINGS')
  expect(await card.page.textContent('.call-name')).toBe('Неизвестный абонент')
})

test('the card knows three commands and three events, and getStatus answers with numbers', async () => {
  const card = await callCard({ number: '+7 999 111-22-33', direction: 'outgoing', crm: VOLGA })
  expect(await card.frame.evaluate(() => window.b24.placement.getInterface())).toEqual({
    command: ['getStatus', 'disableAutoClose', 'enableAutoClose'],
    event: ['CallCard::EntityChanged', 'CallCard::BeforeClose', 'CallCard::CallStateChanged'],
  })
  const status = { CRM_ENTITY_TYPE: 'COMPANY', CRM_ENTITY_ID: 2, CALL_DIRECTION: 'outgoing', CALL_LIST_MODE: false }
  const ask = () => card.frame.evaluate(() => window.b24.placement.call('getStatus', {}))
  expect(await ask()).toMatchObject({ ...status, CALL_STATE: 'connecting', PHONE_NUMBER: '+79991112233' })
  await step(card, 'connect')
  await expect.poll(ask).toMatchObject({ ...status, CALL_STATE: 'connected' })
  expect(Object.keys((await ask()) as object)).not.toContain('CRM_ACTIVITY_ID')
})

test('a call from ringing to its end: answered on the page, told to the application, and the card is gone', async () => {
  const card = await callCard({ number: VOLGA_PHONE })
  await card.page.click('.call-answer')
  await card.page.waitForSelector('.call-card[data-stage="talking"]')
  expect(await card.page.textContent('.call-card-clock')).toMatch(/^00:0\d$/)
  await expect.poll(card.events).toEqual([['CallCard::CallStateChanged', 'connected']])
  await card.page.click('.call-end')
  await expect.poll(() => card.page.locator('.call-card').count()).toBe(0)
  expect(host.sandbox.portal.phone.get(card.id)).toMatchObject({ state: 'idle', failedCode: null })
  await card.page.reload()
  await card.page.waitForSelector('.grid')
  expect(await card.page.locator('.call-card').count()).toBe(0)
})

test('an application that holds the card is told before it closes and has 65 seconds', async () => {
  const card = await callCard({ number: VOLGA_PHONE })
  await step(card, 'connect')
  await card.page.waitForSelector('.call-card[data-stage="talking"]')
  await card.page.clock.install()
  expect(await card.frame.evaluate(() => window.b24.placement.call('disableAutoClose'))).toEqual([])
  await step(card, 'finish')
  await card.page.waitForSelector('.call-card[data-stage="over"]')
  await expect.poll(card.events).toContainEqual(['CallCard::BeforeClose', ''])
  await card.page.clock.runFor(64_000)
  expect(await card.page.locator('.call-card').count()).toBe(1)
  await card.frame.evaluate(() => window.b24.placement.call('disableAutoClose'))
  await card.page.clock.runFor(64_000)
  expect(await card.page.locator('.call-card').count()).toBe(1)
  await card.page.clock.runFor(2_000)
  expect(await card.page.locator('.call-card').count()).toBe(0)
})

test('an application that is done lets the card close at once', async () => {
  const card = await callCard({ number: VOLGA_PHONE })
  await card.frame.evaluate(() => window.b24.placement.call('disableAutoClose'))
  await step(card, 'connect')
  await step(card, 'finish')
  await card.page.waitForSelector('.call-card[data-stage="over"]')
  await card.frame.evaluate(() => void window.b24.placement.call('enableAutoClose'))
  await expect.poll(() => card.page.locator('.call-card').count()).toBe(0)
})

test('a caller nobody knew becomes a lead from the card, and the application is told', async () => {
  const card = await callCard({ number: '+7 912 345-67-89' }, tiny.manager)
  await card.page.click('text=Добавить лид')
  await expect.poll(() => card.page.textContent('.call-name')).toBe('Звонок +79123456789')
  const lead = host.sandbox.portal.phone.get(card.id)!.crm!
  expect(lead.type).toBe('LEAD')
  const client = { PHONE_NUMBER: '+79123456789', CRM_ENTITY_TYPE: 'LEAD', CRM_ENTITY_ID: lead.id }
  await expect.poll(card.events).toEqual([['CallCard::EntityChanged', client]])
})

test('a call that reaches nobody stays on the screen until it is closed', async () => {
  const card = await callCard({ number: VOLGA_PHONE, direction: 'outgoing' })
  await step(card, 'finish', { failedCode: '486' })
  await card.page.waitForSelector('.call-card[data-stage="failed"]')
  expect(await card.page.textContent('.call-stage')).toContain('Абонент занят')
  await expect.poll(card.events).toEqual([['CallCard::CallStateChanged', 'idle']])
  await card.page.click('.call-plain')
  expect(await card.page.locator('.call-card').count()).toBe(0)
  await expect.poll(() => host.sandbox.portal.phone.shownTo(tiny.logist)).toEqual([])
})

test('commands of the call card mean nothing in another placement', async () => {
  await host.bind('CRM_COMPANY_DETAIL_TAB', 'Перевозчик', 'Carrier')
  const page = await host.open('/crm/company/details/2/', tiny.logist)
  await page.click('[data-code="CRM_COMPANY_DETAIL_TAB"]')
  const frame = await appFrame(page, '.tab-app')
  expect(await frame.evaluate(() => window.b24.placement.call('getStatus'))).toEqual({ isSafely: true })
  expect(await heard(frame)).toHaveLength(1)
})

test('a number pressed in a company’s card calls that company', async () => {
  const page = await host.open('/crm/company/details/2/', tiny.logist)
  await page.click('[data-call]')
  await page.waitForSelector('.call-card[data-stage="dialling"]')
  expect(host.sandbox.portal.phone.shownTo(tiny.logist)).toMatchObject([{ direction: 'outgoing', crm: VOLGA }])
  expect(await page.evaluate(() => window.sandboxCalls)).toMatchObject([{ kind: 'phone', target: VOLGA_PHONE }])
})

test('the phone of the top bar rings its owner, and the card folds away', async () => {
  const page = await host.open('/crm/company/list/', tiny.logist)
  await page.click('[data-phone]')
  await page.fill('.popup-phone input', VOLGA_PHONE)
  await page.click('text=Позвонить мне')
  await page.waitForSelector('.call-card[data-stage="ringing"]')
  await page.click('.call-fold')
  expect(await page.locator('.call-apps').isVisible()).toBe(false)
  expect((await page.locator('.call-card').boundingBox())!.width).toBeLessThan(400)
})
