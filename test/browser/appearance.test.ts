import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CARRIERS, CAST, DEMO_REQUEST_ID, WON_ORDER_ID } from '../../sandbox/seeds/cast.ts'
import type { Visit } from '../support/card-visit.ts'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'

let world: CardWorld
beforeAll(async () => {
  world = await startCardWorld()
}, 180_000)
afterEach(() => world?.goHome())
afterAll(() => world?.close())

const WIDGETS: [string, () => Promise<Visit>][] = [
  [
    'the offers of a request',
    () => world.visit(CAST.director, 'request', DEMO_REQUEST_ID, { tab: /^\s*Предложения\s*$/ }),
  ],
  [
    'the offers of a carrier',
    () => world.visit(CAST.director, 'company', CARRIERS.sidorov, { tab: /^\s*Предложения\s*$/ }),
  ],
  ['a refusal', () => world.visit(CAST.director, 'request', DEMO_REQUEST_ID, { tab: /^\s*Отказ/ })],
  ['what a trip earned', () => world.visit(CAST.director, 'order', WON_ORDER_ID, { tab: /^\s*Рентабельность/ })],
  ['the Carrier form', () => world.visit(CAST.logist, 'company', CARRIERS.sidorov, { tab: /^\s*Перевозчик/ })],
  ['all offers', () => world.visitPage(CAST.director, 'offers')],
  ['all refusals', () => world.visitPage(CAST.director, 'refusals')],
  ['what the company earned', () => world.visitPage(CAST.director, 'profit-report')],
]

const brightness = ({ frame }: Visit) =>
  frame.evaluate(() => {
    const drawn = document.createElement('canvas').getContext('2d')!
    drawn.fillStyle = getComputedStyle(document.body).backgroundColor
    drawn.fillRect(0, 0, 1, 1)
    return Math.max(...drawn.getImageData(0, 0, 1, 1).data.slice(0, 3))
  })

test.each(WIDGETS)('%s can be made dark where it is read, and light again', async (_, open) => {
  const visit = await open()
  expect(await brightness(visit)).toBeGreaterThan(230)
  await visit.frame.getByRole('radio', { name: 'Тёмное' }).click()
  await expect.poll(() => brightness(visit)).toBeLessThan(60)
  await visit.frame.getByRole('radio', { name: 'Светлое' }).click()
  await expect.poll(() => brightness(visit)).toBeGreaterThan(230)
})

test('what is chosen in one of our frames holds in those that are open beside it', async () => {
  const first = await world.visitPage(CAST.director, 'refusals')
  const beside = await first.page.context().newPage()
  await beside.goto(new URL('/static/theme.js', world.serverUrl).href)
  await beside.evaluate(() => localStorage.setItem('reis-theme', 'dark'))
  await expect.poll(() => brightness(first)).toBeLessThan(60)
})
