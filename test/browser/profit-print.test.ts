import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CAST, PERMANENT_DEAL_ID, WON_ORDER_ID } from '../../sandbox/seeds/cast.ts'
import type { Frame } from 'playwright-core'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'

const TAB = /^\s*(Рентабельность|Profitability)\s*$/
/** Of what a sheet of paper shows, all that could be pressed or filled in; the name of a trip is a heading as well. */
const PRESSABLE = 'button:visible, input:visible, select:visible, textarea:visible'

let world: CardWorld
beforeAll(async () => {
  world = await startCardWorld()
}, 240_000)
afterEach(() => world?.goHome())
afterAll(() => world?.close())

/** What the browser does before it prints, as far as a page can see it. */
const announce = (frame: Frame, event: 'beforeprint' | 'afterprint') =>
  frame.evaluate((name) => void window.dispatchEvent(new Event(name)), event)

test('a trip printed from a dark screen is a light sheet with a heading and nothing to press', async () => {
  const { page, frame } = await world.visit(CAST.director, 'order', WON_ORDER_ID, { tab: TAB })
  await frame.getByRole('radio', { name: 'Тёмное' }).click()
  await frame.getByRole('button', { name: 'Печать' }).waitFor()
  await announce(frame, 'beforeprint')
  await page.emulateMedia({ media: 'print' })
  await frame.getByRole('heading', { name: /^Рентабельность заявки № 2 на / }).waitFor()
  expect(await frame.locator(PRESSABLE).count()).toBe(0)
  expect(await frame.locator('html').getAttribute('class')).toBe('light')
  expect(
    await frame
      .locator('.waterfall-bar')
      .first()
      .evaluate((bar) => getComputedStyle(bar).printColorAdjust),
  ).toBe('exact')
  await announce(frame, 'afterprint')
  expect(await frame.locator('html').getAttribute('class')).toBe('dark')
})

test('of a printed deal only the names of its trips could be pressed', async () => {
  const { page, frame } = await world.visit(CAST.director, 'deal', PERMANENT_DEAL_ID, { tab: TAB })
  await page.emulateMedia({ media: 'print' })
  await frame.getByRole('heading', { name: /^Рентабельность сделки № 1 на / }).waitFor()
  expect(await frame.locator(PRESSABLE).count()).toBe(await frame.locator('.order-title h2 button').count())
})

test('the printed page of the company has no filters, and its chart is no wider than the sheet', async () => {
  const { page, frame } = await world.visitPage(CAST.director, 'profit-report')
  await frame.getByLabel('С какого дня').fill('2023-01-01')
  await frame.getByLabel('С какого дня').dispatchEvent('change')
  await frame.locator('.chart-box canvas').waitFor()
  await announce(frame, 'beforeprint')
  await page.emulateMedia({ media: 'print' })
  await frame.getByRole('heading', { name: /^Рентабельность с 1 января 2023 по / }).waitFor()
  expect(await frame.locator(PRESSABLE).count()).toBe(await frame.locator('.groups-name').count())
  const width = (selector: string) => frame.locator(selector).evaluate((part) => part.getBoundingClientRect().width)
  expect(await width('.chart-box canvas')).toBeLessThanOrEqual(await width('main'))
})
