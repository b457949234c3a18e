import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { chooseSetting } from '../../server/store/chosen-settings.ts'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'
import { plantRequest } from '../support/plant-request.ts'
import { refusalVisit } from '../support/refusal-visit.ts'

const TAB = /^\s*(Отказ|Refusal)\s*$/

let world: CardWorld
let people: ReturnType<typeof refusalVisit>
beforeAll(async () => {
  world = await startCardWorld()
  people = refusalVisit(world)
}, 240_000)
afterEach(() => world?.goHome())
afterAll(() => world?.close())

test('the button above the timeline opens the same form', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { page } = await world.visit(CAST.manager, 'request', id, { beforeTab: true })
  await page.locator('[data-code$="_DETAIL_ACTIVITY"]').filter({ hasText: TAB }).click()
  const frame = (await (await page.waitForSelector('.slider-app iframe.app-frame')).contentFrame())!
  await frame.getByText('выбрал другого', { exact: true }).click()
  await frame.locator('textarea').fill('Дешевле')
  await frame.locator('textarea').press('Control+Enter')
  await frame.getByText('Прежние отказы').waitFor()
  await world.settle()
  expect(await people.stageOf(id)).toBe('LOST')
})

test('reasons are walked by arrows without losing the place', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { page, frame } = await world.visit(CAST.manager, 'request', id, { tab: TAB })
  await frame.locator('input[type=radio]').first().focus()
  for (let press = 0; press < 2; press++) await page.keyboard.press('ArrowDown')
  expect(await frame.locator('.reason[data-chosen=true]').innerText()).toContain('не отвечает')
})

test('a lead of a carrier who called is closed at once by its own tab, and the report says so', async () => {
  const { item } = await world.rest<{ item: { id: number } }>('crm.item.add', {
    entityTypeId: 1,
    fields: { title: 'Звонок с незнакомого номера', assignedById: CAST.manager, stageId: 'IN_PROCESS' },
  })
  await world.settle()
  const { frame } = await world.visit(CAST.manager, 'lead', item.id, { tab: TAB })
  await frame.getByText('Закрыть лид').waitFor()
  await frame.getByText('звонил перевозчик', { exact: true }).click()
  await frame.getByText('в отчёте это не считается отказом').waitFor()
  await frame.locator('textarea').fill('Предлагал машину')
  await frame.locator('textarea').press('Control+Enter')
  await frame.getByText('Прежние отказы').waitFor()
  await world.settle()
  expect((await people.item('lead', item.id)).stageId).toBe('JUNK')
  const director = await world.visitPage(CAST.director, 'refusals')
  await director.frame.getByRole('tab', { name: 'Отчёт' }).click()
  await director.frame.getByText('Лидов, которые не клиенты: 1').waitFor()
})

test('a head names his deputy, who then finds the decision in the card, and the page says who is away', async () => {
  const { page, frame } = await world.visitPage(CAST.salesHead, 'refusals')
  await frame.locator('[data-away-button]').click()
  await frame.getByRole('combobox').click()
  await frame.getByRole('option', { name: 'Марина Лебедева' }).click()
  await frame.getByText('Сохранено').first().waitFor()
  await frame.getByRole('button', { name: 'Я в отъезде' }).click()
  await frame.locator('[data-away]').getByText('вместо вас решает Марина Лебедева').waitFor()
  const id = await plantRequest(world, CAST.secondManager)
  await people.ask(CAST.secondManager, id)
  const deputy = await world.visit(CAST.manager, 'request', id, { tab: TAB })
  await deputy.frame.locator('[data-action=approve]').click()
  await deputy.frame.getByText('согласован', { exact: true }).waitFor()
  const [decided] = (await people.open(CAST.manager, id)).answer.earlier
  expect(decided!.steps.at(-1)).toMatchObject({ by: { id: CAST.manager }, insteadOf: { id: CAST.salesHead } })
  await page.bringToFront()
  await frame.getByRole('button', { name: 'Я на месте' }).click()
  await frame.locator('[data-away]').waitFor({ state: 'detached' })
})

test('the director finds on his page what is his, and what waits for others; a logist finds no page at all', async () => {
  const large = await plantRequest(world, CAST.manager, { title: 'Дорогой груз' })
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  await chooseSetting(store, 'refusalEscalateFromMinor', 8_000_000)
  await people.ask(CAST.manager, large)
  await chooseSetting(store, 'refusalEscalateFromMinor', null)
  const usual = await plantRequest(world, CAST.manager, { title: 'Обычный груз' })
  await people.ask(CAST.manager, usual)
  const { frame } = await world.visitPage(CAST.director, 'refusals')
  await frame.getByRole('region', { name: 'Ждут вашего решения' }).getByText('Дорогой груз').waitFor()
  await frame.getByRole('region', { name: 'Ждут других' }).getByText('Обычный груз').waitFor()
  expect(await frame.locator('.desk-count').innerText()).toBe('1')
  const logist = await world.visitPage(CAST.logist, 'refusals')
  expect(await logist.frame.locator('.desk').count()).toBe(0)
  expect(await logist.received()).not.toContain('Дорогой груз')
})
