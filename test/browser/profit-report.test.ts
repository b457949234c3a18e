import type { Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'

let world: CardWorld
beforeAll(async () => {
  world = await startCardWorld()
}, 180_000)
afterEach(() => world?.goHome())
afterAll(() => world?.close())

/** Somebody presses «Рентабельность» in the left menu. */
async function openPage(userId: number): Promise<{ page: Page; frame: Frame; close: () => Promise<void> }> {
  const context = await world.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(25_000)
  await context.addCookies([{ name: 'sandbox_user', value: String(userId), url: world.sandbox.url }])
  const page = await context.newPage()
  await page.goto(`${world.sandbox.url}/crm/deal/list/`)
  await page.locator('.left-menu').getByText('Рентабельность').click()
  const frame = (await (await page.waitForSelector('iframe.app-frame')).contentFrame())!
  await frame.locator('main').waitFor()
  return { page, frame, close: () => context.close() }
}

/** The whole past, so that there is something to see whatever the day. */
async function showYears(frame: Frame) {
  await frame.getByLabel('С какого дня').fill('2023-01-01')
  await frame.getByLabel('С какого дня').dispatchEvent('change')
  await frame.locator('.table-card .groups tbody tr').first().waitFor()
  await expect.poll(() => frame.locator('.desk-body[data-loading]').count()).toBe(0)
}

test('a director groups the trips by carrier, drills down to a trip and opens its card', async () => {
  const { page, frame, close } = await openPage(CAST.director)
  await showYears(frame)
  await frame.getByRole('combobox', { name: 'Разбивка' }).click()
  await frame.getByRole('option', { name: 'По перевозчикам' }).click()
  await frame.getByRole('columnheader', { name: 'Перевозчик' }).waitFor()
  const row = frame.locator('.table-card .groups > tbody').first()
  const trips = Number.parseInt(await row.locator('td.number').first().innerText(), 10)
  await row.getByRole('button').first().click()
  const orders = row.locator('.drill tbody tr')
  await orders.first().waitFor()
  expect(await orders.count()).toBe(Math.min(50, trips))
  await orders.first().getByRole('button').first().click()
  await page.waitForSelector('.slider iframe')
  await close()
})

test('the totals are the sum of the lines below them', async () => {
  const { frame, close } = await openPage(CAST.director)
  await showYears(frame)
  const roubles = (text: string) => Number(text.replaceAll(/[^\d−-]/g, '').replace('−', '-'))
  const total = roubles(await frame.locator('.totals-margin').innerText())
  const lines = await frame.locator('.table-card .groups > tbody > tr > td.number b').allInnerTexts()
  const sum = lines.map(roubles).reduce((all, one) => all + one, 0)
  // Each line is shown in whole roubles.
  expect(Math.abs(total - sum)).toBeLessThanOrEqual(lines.length)
  await close()
})

test('a director enters the balance and sees on which day the money runs out', async () => {
  const { frame, close } = await openPage(CAST.director)
  await frame.getByRole('button', { name: 'Деньги на 90 дней' }).click()
  await frame.getByRole('button', { name: 'Внести остаток' }).click()
  await frame.locator('input[name=balance]').fill('1 000')
  await frame.locator('input[name=limit]').fill('999 999 999 999'.slice(0, 11))
  await frame.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await frame.getByText('Сохранено').waitFor()
  await frame.getByRole('button', { name: 'Деньги на 90 дней' }).click()
  await frame.getByText('Кассовый разрыв с', { exact: false }).waitFor()
  expect(await frame.locator('tr[data-gap]').count()).toBeGreaterThan(0)
  await close()
})

test('what cannot be read in the settings is named at its field, and nothing is saved', async () => {
  const { frame, close } = await openPage(CAST.director)
  await frame.getByRole('button', { name: 'Настройки' }).click()
  await frame.locator('input[name=minimumPercent]').fill('много')
  await frame.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await frame.getByText('Здесь нужно число процентов').waitFor()
  expect(await frame.getByText('Сохранено').count()).toBe(0)
  await close()
})

test('switching on the writing into orders asks whether the warning was read', async () => {
  const { frame, close } = await openPage(CAST.director)
  await frame.getByRole('button', { name: 'Настройки' }).click()
  await frame.locator('input[name=writeBack]').check()
  await frame.getByText('увидит каждый', { exact: false }).waitFor()
  expect(await frame.getByRole('button', { name: 'Сохранить', exact: true }).isDisabled()).toBe(true)
  await frame.locator('input[name=warned]').check()
  expect(await frame.getByRole('button', { name: 'Сохранить', exact: true }).isEnabled()).toBe(true)
  await close()
})

test('the report is saved as a file', async () => {
  const { page, frame, close } = await openPage(CAST.director)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    frame.getByRole('button', { name: 'В Excel' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^profit-.*\.xlsx$/)
  await close()
})

test('a head sees his people’s trips, and neither the company’s money nor its settings', async () => {
  const { frame, close } = await openPage(CAST.salesHead)
  await frame.locator('.filters').waitFor()
  expect(await frame.locator('.desk-views').count()).toBe(0)
  await close()
})

test('a logist is told in words that the page is not for him', async () => {
  const { frame, close } = await openPage(CAST.logist)
  expect(await frame.locator('main').innerText()).toContain('нет права')
  await close()
})
