import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CAST, WON_ORDER_ID } from '../../sandbox/seeds/cast.ts'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'

const TAB = /^\s*(Рентабельность|Profitability)\s*$/

let world: CardWorld
let dealId: number
beforeAll(async () => {
  world = await startCardWorld()
  const order = await world.rest<{ item: { parentId2: number } }>('crm.item.get', {
    entityTypeId: world.map.processes.order.entityTypeId,
    id: WON_ORDER_ID,
  })
  dealId = order.item.parentId2
}, 180_000)
afterEach(() => world?.goHome())
afterAll(() => world?.close())

test('a director sees in the order what the trip leaves, from the client’s price to the net margin', async () => {
  const { frame } = await world.visit(CAST.director, 'order', WON_ORDER_ID, { tab: TAB })
  await frame.locator('.glance-margin').waitFor()
  const figure = async (name: string) => {
    const text = await frame.locator('.waterfall-step', { hasText: name }).locator('.waterfall-amount').innerText()
    return Number(
      text
        .replaceAll(/[^\d,−-]/g, '')
        .replace('−', '-')
        .replace(',', '.'),
    )
  }
  const [price, vat, cost, margin] = [
    await figure('Цена клиента'),
    await figure('НДС к начислению').catch(() => 0),
    await figure('Затраты без НДС'),
    await figure('Чистая маржа'),
  ]
  expect(price + vat + cost).toBeCloseTo(margin, 2)
  expect(await frame.locator('.lines').first().innerText()).toContain('НДС')
})

test('the deal counts each of its orders once, and its total is their sum', async () => {
  const { frame } = await world.visit(CAST.director, 'deal', dealId, { tab: TAB })
  await frame.locator('.profit-total').waitFor()
  const found = new Set<number>()
  for (let page: { id: number }[] = [{ id: 0 }]; page.length > 0;) {
    const filter = { parentId2: dealId, '>id': Math.max(0, ...found) }
    const params = { entityTypeId: world.map.processes.order.entityTypeId, filter, select: ['id'], start: -1 }
    page = (await world.rest<{ items: { id: number }[] }>('crm.item.list', { ...params, order: { id: 'ASC' } })).items
    for (const { id } of page) found.add(id)
  }
  expect(await frame.locator('section.order').count()).toBe(found.size)
})

test('a logist is told in words that the tab is not for him, and nothing of the prices reaches his browser', async () => {
  const visit = await world.visit(CAST.logist, 'order', WON_ORDER_ID, { tab: TAB })
  expect(await visit.frame.locator('main').innerText()).toContain('нет права')
  expect(await visit.received()).not.toContain('netMarginMinor')
})

test('a director chooses how our entity is taxed, and the margin follows before his eyes', async () => {
  const { frame } = await world.visit(CAST.director, 'order', WON_ORDER_ID, { tab: TAB })
  const margin = frame.locator('.glance-margin')
  const before = await margin.innerText()
  await frame.getByRole('button', { name: 'Изменить', exact: true }).click()
  await frame.getByRole('combobox').click()
  await frame.getByRole('option', { name: 'УСН без НДС', exact: true }).click()
  await frame.getByText('УСН без НДС', { exact: false }).first().waitFor()
  await expect.poll(() => margin.innerText()).not.toBe(before)
})
