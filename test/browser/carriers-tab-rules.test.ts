import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { PATIENCE_MS } from '../support/card-visit.ts'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'

const SOON = { timeout: PATIENCE_MS }

let world: CardWorld
beforeAll(async () => {
  world = await startCardWorld()
})
afterAll(() => world?.close())
afterEach(() => world?.goHome())

test('every line of an explanation leads to what it rests on, and a record to its card in the portal', async () => {
  const visit = await world.visit(CAST.logist, 'request', DEMO_REQUEST_ID)
  const [first] = await visit.rowIds()
  await visit.row(first!).locator('.cell-vehicle').click()
  const lines = visit.frame.locator('.details-reason')
  const count = await lines.count()
  expect(count).toBeGreaterThan(0)
  for (let at = 0; at < count; at++) {
    const line = lines.nth(at)
    await line.click()
    expect(await line.getAttribute('aria-expanded')).toBe('true')
    const evidence = visit.frame.locator('.details-reasons > li').nth(at).locator('.evidence[aria-busy=false]')
    await evidence.waitFor()
    expect(await evidence.locator('li').count()).toBeGreaterThan(0)
    expect(await evidence.locator('.evidence-problem').count()).toBe(0)
  }
  const record = visit.frame.locator('.evidence-title', { hasText: '№' }).first()
  const id = /№ (\d+)/.exec(await record.innerText())![1]
  await record.click()
  // The record opens over the tab, in the portal.
  await expect.poll(() => visit.page.content(), SOON).toContain(`/details/${id}/`)
})

test('evidence that cannot be had says so, and comes with another press', async () => {
  const visit = await world.visit(CAST.logist, 'request', DEMO_REQUEST_ID)
  await visit.row(CARRIERS.sidorov).locator('.cell-vehicle').click()
  await visit.page.route('**/evidence?*', (route) =>
    route.fulfill({ status: 503, json: { code: 'portal_unreachable', message: '' } }),
  )
  await visit.frame.locator('.details-reason').first().click()
  await visit.frame.locator('.evidence-problem').waitFor()
  await visit.page.unroute('**/evidence?*')
  await visit.frame.locator('.evidence-problem').getByRole('button').click()
  await visit.frame.locator('.evidence[aria-busy=false] li').first().waitFor()
  // The browser itself complains of the failed request.
  expect(visit.complaints.splice(0).every((complaint) => complaint.includes('503'))).toBe(true)
})

test('a logist sets no rules; a head lets a carrier be preferred, lifted or hidden, and all see it with the reason', async () => {
  const logist = await world.visit(CAST.logist, 'request', DEMO_REQUEST_ID)
  await logist.listening()
  expect(await logist.frame.getByRole('button', { name: 'Правила' }).count()).toBe(0)
  const head = await world.visit(CAST.logisticsHead, 'request', DEMO_REQUEST_ID)
  await head.row(CARRIERS.okaExpress).locator('.cell-vehicle').click()
  await head.frame.getByRole('button', { name: 'Правило для этого перевозчика' }).click()
  const form = head.frame.locator('.rule-form')
  await form.getByText('Ока', { exact: false }).first().waitFor()
  await form.getByRole('combobox', { name: 'Что сделать' }).click()
  await head.frame.getByRole('option', { name: 'Скрыть' }).click()
  await form.getByLabel('Почему').fill('Сорвал две загрузки')
  await form.getByRole('button', { name: 'Сохранить правило' }).click()
  await head.frame.locator('.rules-list .rule-verb--hide').waitFor()
  await expect.poll(head.rowIds, SOON).not.toContain(CARRIERS.okaExpress)
  await logist.frame.getByRole('button', { name: 'Порядок изменился' }).click()
  await logist.openVetoed()
  await logist.row(CARRIERS.okaExpress).getByText('Скрыт правилом', { exact: false }).first().waitFor()
  expect(await logist.row(CARRIERS.okaExpress).innerText()).toContain('Сорвал две загрузки')

  await head.frame.locator('.rules-list').getByRole('button', { name: 'Изменить' }).click()
  await head.frame.locator('.rule-form').getByRole('combobox', { name: 'Что сделать' }).click()
  await head.frame.getByRole('option', { name: 'Предпочитать' }).click()
  await head.frame.locator('.rule-form').getByRole('button', { name: 'Сохранить правило' }).click()
  await head.frame.locator('.rules-list .rule-verb--prefer').waitFor()
  await expect.poll(head.rowIds, SOON).toContain(CARRIERS.okaExpress)
  await head.row(CARRIERS.okaExpress).getByLabel('Предпочтительный').waitFor()

  await head.frame.getByRole('button', { name: 'Отменить правило' }).click()
  await head.frame.getByRole('button', { name: 'Точно отменить' }).click()
  await head.frame.getByText('Правил пока нет', { exact: false }).waitFor()
})

test('a suggested rate comes with its range, how sure it is and the VAT it is named under', async () => {
  const visit = await world.visit(CAST.logist, 'request', DEMO_REQUEST_ID)
  const card = (await visit.frame.locator('.rates').innerText()).replaceAll('\u00A0', ' ')
  expect(card).toMatch(/предложить [\d ]+ ₽/)
  expect(card).toMatch(/[\d ]+ ₽ – [\d ]+ ₽/)
  expect(card).toMatch(/уверенно|примерно/)
  expect(card).toContain('без НДС')
})
