import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'
import { plantRequest } from '../support/plant-request.ts'
import { refusalVisit } from '../support/refusal-visit.ts'
import { callAs } from '../support/tiny-portal.ts'

const TAB = /^\s*(Отказ|Refusal)\s*$/

let world: CardWorld
let people: ReturnType<typeof refusalVisit>
beforeAll(async () => {
  world = await startCardWorld()
  people = refusalVisit(world)
}, 240_000)
afterEach(() => world?.goHome())
afterAll(() => world?.close())

/** Presses a button of the approval in the card's own timeline, as the portal draws it. */
async function pressInTimeline(page: Page, title: string) {
  await page.locator('.entry-activity').getByRole('button', { name: title }).click()
  await world.sandbox.portal.idle()
  await world.settle()
  await world.settle()
}

test('the buttons in the timeline work for a head, are nobody else’s, and a press that comes too late changes nothing', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { answer } = await people.ask(CAST.manager, id, { reason: 'no_truck' })
  await world.settle()
  const stateNow = async () => {
    const { current, earlier } = (await people.open(CAST.manager, id)).answer
    return (current ?? earlier[0])!
  }
  const outsider = await world.visit(CAST.logist, 'request', id, { beforeTab: true })
  await pressInTimeline(outsider.page, 'Согласовать')
  expect((await stateNow()).state).toBe('waiting')
  const own = await world.visit(CAST.manager, 'request', id, { beforeTab: true })
  await pressInTimeline(own.page, 'Согласовать')
  expect((await stateNow()).state).toBe('waiting')
  const late = await world.visit(CAST.logisticsHead, 'request', id, { beforeTab: true })
  const head = await world.visit(CAST.salesHead, 'request', id, { beforeTab: true })
  await pressInTimeline(head.page, 'Вернуть в работу')
  expect(await stateNow()).toMatchObject({ state: 'returned', key: answer.current!.key })
  // His page has heard of it: there is nothing left to press.
  await expect
    .poll(() => late.page.locator('.entry-activity').getByRole('button', { name: 'Согласовать' }).count())
    .toBe(0)
  expect((await stateNow()).steps.map(({ action }) => action)).toEqual(['ask', 'return'])
  await head.page.reload()
  expect(await head.page.locator('.entry-activity').getByRole('button', { name: 'Согласовать' }).count()).toBe(0)
  // The button has taken no words: the tab asks for them.
  const said = await world.visit(CAST.salesHead, 'request', id, { tab: TAB })
  await said.frame.locator('[data-action=instruct]').click()
  await said.frame.locator('.decision-form textarea').fill('Поставьте машину с предоплатой')
  await said.frame.locator('.decision-form textarea').press('Control+Enter')
  await said.frame.locator('.steps').getByText('Поставьте машину с предоплатой').waitFor()
  await world.settle()
  const tasks = await people.tasks(CAST.manager)
  expect(tasks.filter(({ description }) => description.includes('Поставьте машину с предоплатой'))).toHaveLength(1)
})

test('the settings say whether people can still lose requests by themselves, with the recipe beside it', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { entityTypeId, stages } = world.map.processes.request
  const params = { entityTypeId, id, fields: { stageId: stages.LOST } }
  expect((await callAs(world.sandbox, CAST.manager, 'crm.item.update', params)).status).toBe(200)
  await world.settle()
  await world.settle()
  const { frame } = await world.visitApp(CAST.admin)
  await frame.getByRole('tab', { name: 'Параметры' }).click()
  const rights = frame.locator('.stage-rights')
  await rights.getByText('Право не снято').waitFor()
  await rights.getByText('Марина Лебедева').first().waitFor()
  await rights.getByText('Как снять это право').click()
  await rights.getByText('стадия «Отказ» → «Изменение» → «Нет доступа»').waitFor()
  world.pass({ minutes: 1 })
  await rights.getByRole('button', { name: 'Права настроены' }).click()
  await rights.getByText('никто, кроме администраторов').waitFor()
})
