import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'
import { plantRequest } from '../support/plant-request.ts'

const TAB = /^\s*(Отказ|Refusal)\s*$/

let world: CardWorld
beforeAll(async () => {
  world = await startCardWorld()
}, 180_000)
afterEach(() => world?.goHome())
afterAll(() => world?.close())

const open = (userId: number, id: number, query = '') => world.visit(userId, 'request', id, { tab: TAB, query })
async function stageOf(id: number): Promise<string> {
  const { entityTypeId, stages } = world.map.processes.request
  const { item } = await world.rest<{ item: { stageId: string } }>('crm.item.get', { entityTypeId, id })
  return Object.entries(stages).find(([, full]) => full === item.stageId)?.[0] ?? item.stageId
}

async function ask(id: number, reason: string, comment: string) {
  const { frame } = await open(CAST.manager, id)
  await frame.getByText(reason, { exact: true }).click()
  await frame.locator('textarea').fill(comment)
  await frame.locator('textarea').press('Control+Enter')
  await frame.getByText('ждёт решения').waitFor()
}

test('a manager says why in two fields, and a client’s own no closes the request', async () => {
  const id = await plantRequest(world, CAST.manager)
  const visit = await open(CAST.manager, id)
  await visit.frame.getByRole('button', { name: 'Запросить отказ' }).click()
  await visit.frame.getByText('Выберите причину').waitFor()
  await visit.frame.getByText('выбрал другого', { exact: true }).click()
  await visit.frame.getByText('карточка закроется сразу').waitFor()
  await visit.frame.locator('textarea').fill('Уехал к конкуренту')
  await visit.frame.getByRole('button', { name: 'Закрыть с этой причиной' }).click()
  await visit.frame.getByText('Прежние отказы').waitFor()
  await world.settle()
  expect(await stageOf(id)).toBe('LOST')
})

test('a head decides in the card, and the manager sees it in his', async () => {
  const id = await plantRequest(world, CAST.manager)
  await ask(id, 'должник', 'Не платит третий месяц')
  await world.settle()
  const head = await open(CAST.salesHead, id)
  await head.frame.getByText('Не платит третий месяц').first().waitFor()
  await head.frame.locator('[data-action=return]').click()
  await head.frame.getByRole('button', { name: 'Отправить' }).click()
  await head.frame.getByText('Заполните это поле').waitFor()
  await head.frame.locator('.decision-form textarea').fill('Взять предоплату')
  await head.frame.getByRole('button', { name: 'Отправить' }).click()
  await head.frame.getByText('возвращён в работу').waitFor()
  await world.settle()
  const manager = await open(CAST.manager, id)
  await manager.frame.getByText('Взять предоплату').waitFor()
  expect(await stageOf(id)).toBe('SEARCH')
})

test('the asker may only withdraw, and somebody else’s session cannot decide for a head', async () => {
  const id = await plantRequest(world, CAST.manager)
  await ask(id, 'не наш груз', 'Негабарит без разрешения')
  const own = await open(CAST.manager, id)
  expect(await own.frame.locator('[data-action]').count()).toBe(1)
  const outsider = await open(CAST.logist, id)
  await outsider.frame.getByText('Негабарит без разрешения').first().waitFor()
  expect(await outsider.frame.locator('[data-action]').count()).toBe(0)
  expect(await outsider.received()).not.toContain('marginShare')
  await own.frame.locator('[data-action=withdraw]').click()
  await own.frame.getByText('отозван', { exact: true }).waitFor()
})

test('the page of a head lists what waits for him, by keys and together', async () => {
  const ids = [
    await plantRequest(world, CAST.manager, { title: 'Москва — Казань, первый' }),
    await plantRequest(world, CAST.manager, { title: 'Москва — Казань, второй' }),
    await plantRequest(world, CAST.manager, { title: 'Москва — Казань, третий' }),
  ]
  await ask(ids[0]!, 'сроки', 'Грузить нужно вчера')
  await ask(ids[1]!, 'сроки', 'Ждать неделю клиент не готов')
  await ask(ids[2]!, 'должник', 'Долг 400 тысяч')
  await world.settle()
  const { page, frame } = await world.visitPage(CAST.salesHead, 'refusals')
  await frame.locator('.queue-row').nth(2).waitFor()
  expect(await frame.locator('.queue-title').allInnerTexts()).toEqual([
    'Москва — Казань, первый',
    'Москва — Казань, второй',
    'Москва — Казань, третий',
  ])
  await frame.locator('h1').click()
  await page.keyboard.press('Enter')
  await frame.locator('.queue-more').waitFor()
  await page.keyboard.press('Enter')
  await frame.getByRole('button', { name: /Отметить все с причиной «сроки»/ }).click()
  await frame.locator('[data-bulk]').click()
  await frame.getByText('Согласовано: 2').first().waitFor()
  expect(await frame.locator('.queue-row').count()).toBe(1)
  await frame.locator('h1').click()
  await page.keyboard.press('KeyD')
  await frame.locator('.decision-form textarea').fill('Пусть закроет долг')
  await page.keyboard.press('Control+Enter')
  await frame.getByText('Никто не ждёт вашего решения').waitFor()
  await world.settle()
  expect(await Promise.all(ids.map(stageOf))).toEqual(['LOST', 'LOST', 'SEARCH'])
  await frame.getByRole('tab', { name: 'Отчёт' }).click()
  await frame.locator('.report-table').waitFor()
  await frame.getByRole('tab', { name: 'Менеджеры' }).click()
  await frame.locator('.report-table tbody tr').first().waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    frame.getByRole('button', { name: 'CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^refusals-manager-.*\.csv$/)
})

test('the page says what to do where nothing waits, in English and in the dark', async () => {
  const { frame } = await world.visitPage(CAST.director, 'refusals', '?lang=en&theme=dark')
  await frame.locator('h1').waitFor()
  expect(await frame.locator('h1').innerText()).toContain('Refusals')
  const card = await open(CAST.manager, DEMO_REQUEST_ID, '?lang=en&theme=dark')
  await card.frame.getByText('Refuse the load').waitFor()
})
