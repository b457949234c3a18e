import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { leadOf } from '../support/capture-visit.ts'
import { PATIENCE_MS } from '../support/card-visit.ts'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'
import { openForm, type FormVisit } from '../support/form-visit.ts'
import { portalFacts } from '../support/portal-facts.ts'

const SOON = { timeout: PATIENCE_MS }

let world: CardWorld
let portal: ReturnType<typeof portalFacts>
const visits: FormVisit[] = []
beforeAll(async () => {
  world = await startCardWorld({ seed: 'mogutin', scale: 0.05 })
  portal = portalFacts(world)
})
afterAll(() => world?.close())
afterEach(async () => {
  const ended = visits.splice(0)
  await Promise.all(ended.map((visit) => visit.close()))
  world.sandbox.portal.phone.clear()
  await world.goHome()
  const met = ended.flatMap((visit) => visit.complaints)
  if (met.length > 0) throw new Error(`A browser met what it may not: ${met.join('; ')}`)
})

async function visit(userId: number, way: Parameters<typeof openForm>[2]): Promise<FormVisit> {
  const opened = await openForm(world, userId, way)
  visits.push(opened)
  return opened
}
const leadCard = async (phone: string, userId: number = CAST.logist) =>
  `/crm/lead/details/${await leadOf(world, phone, userId)}/`
const companyCard = (companyId: number) => `/crm/company/details/${companyId}/`
const offersOf = (companyId: number) => portal.offers('request', DEMO_REQUEST_ID, companyId)

/** By its number, as somebody who hears it would. */
async function chooseRequest({ form, page, into }: FormVisit, id: number): Promise<void> {
  await into('request')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(String(id))
  await form
    .getByRole('option', { name: new RegExp(`^№ ${id} `) })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
}

test('a carrier who calls a logist is on his lead: the request by its number, the price, and it stands in the request before the call ends', async () => {
  const { page, form, into, delivered } = await visit(CAST.logist, {
    card: await leadCard(await portal.phoneOf(CARRIERS.sidorov)),
    by: 'tab',
  })
  await form.getByText('ИП Сидоров').waitFor()
  await chooseRequest(visits.at(-1)!, DEMO_REQUEST_ID)
  await into('rate')
  await page.keyboard.type('91к')
  await form.getByText(/^91\s000\s₽/).waitFor()
  await page.keyboard.press('Enter')
  expect(await delivered()).toBe('done')
  const { RATE } = world.map.processes.offer.fields
  expect((await offersOf(CARRIERS.sidorov)).map((offer) => offer[RATE!.name])).toContain('91000.00|RUB')
  await form.locator('[data-more]').click()
  await form.getByText('ИП Сидоров').waitFor()
})

test('from the company’s card an executor is named with truck, driver and their papers; what is missing is said beside the field', async () => {
  const { page, form, into, delivered } = await visit(CAST.logist, {
    card: companyCard(CARRIERS.sidorov),
    by: 'button',
  })
  await page.keyboard.press('Alt+Digit2')
  await chooseRequest(visits.at(-1)!, DEMO_REQUEST_ID)
  for (const [field, text] of [
    ['rate', '92 000'],
    ['plate', 'k456op716'],
    ['driverName', 'Сергей Петров'],
    ['driverPhone', '8 916 123 45 67'],
  ] as const) {
    await into(field)
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(text)
  }
  await form.getByText('К 456 ОР 716').waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await form.getByText('Исполнителю нужно вод. удостоверение').waitFor()
  await expect.poll(() => form.evaluate(() => document.activeElement?.getAttribute('data-field')), SOON).toBe('licence')
  await page.keyboard.type('9912345678')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect.poll(() => form.evaluate(() => document.activeElement?.getAttribute('data-field')), SOON).toBe('paper')
  await page.keyboard.type('XTC53229R51234567')
  await page.keyboard.press('ControlOrMeta+Enter')
  expect(await delivered()).toBe('done')
  const { ACTION, DRIVER_LICENCE } = world.map.processes.offer.fields
  const made = (await offersOf(CARRIERS.sidorov)).at(-1)!
  expect(made[ACTION!.name]).toBe(ACTION!.elements!.executor)
  expect(made[DRIVER_LICENCE!.name]).toBe('99 12 345678')
})

test('who cannot go now leaves where and when he is free, and what he runs, in the base', async () => {
  const { page, form, into, delivered } = await visit(CAST.logist, { card: companyCard(CARRIERS.himtrans), by: 'tab' })
  await page.keyboard.press('Alt+Digit3')
  await into('freePlace')
  await page.keyboard.type('Самара')
  await page.keyboard.press('Tab')
  await page.keyboard.type('через 3 дня')
  await into('directions')
  await page.keyboard.type('Самара - Пермь')
  await form.getByText('Самара — Пермь').waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  expect(await delivered()).toBe('done')
  const { FREE_PLACE, DIRECTIONS } = world.map.processes.carrier.fields
  const entry = await portal.baseEntry(CARRIERS.himtrans)
  expect(entry[FREE_PLACE!.name]).toBe('Самара')
  expect(entry[DIRECTIONS!.name]).toContain('Самара — Пермь')
})

test('a stranger becomes a carrier of the base by one press on his lead', async () => {
  const { page, form, into, delivered } = await visit(CAST.logist, {
    card: await leadCard('+7 916 111-00-99'),
    by: 'tab',
  })
  await page.keyboard.press('Alt+Digit4')
  await into('title')
  await page.keyboard.type('ООО «Новый путь»')
  await page.keyboard.press('Tab')
  await page.keyboard.type('7707083894')
  await into('directions')
  await page.keyboard.type('Москва <> Тула')
  await page.keyboard.press('ControlOrMeta+Enter')
  await form.getByText('Контрольная цифра не сходится: проверьте ИНН').waitFor()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('7707083893')
  await form.getByText('ИНН юрлица').waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  expect(await delivered()).toBe('done')
  const { items } = await world.rest<{ items: { id: number }[] }>('crm.item.list', {
    entityTypeId: 4,
    filter: { title: 'ООО «Новый путь»' },
    select: ['id'],
  })
  expect(items).toHaveLength(1)
  const entry = await portal.baseEntry(items[0]!.id)
  expect(entry[world.map.processes.carrier.fields.DIRECTIONS!.name]).toEqual(['Москва ↔ Тула'])
})

test('in a call the form stands beside the talk and stays while something is typed', async () => {
  const number = await portal.phoneOf(CARRIERS.okaExpress)
  const { page, form, into } = await visit(CAST.logist, { call: { number } })
  await chooseRequest(visits.at(-1)!, DEMO_REQUEST_ID)
  await into('rate')
  await page.keyboard.type('93к')
  await page.click('.call-answer')
  await page.click('.call-end')
  await form.getByText(/^93\s000\s₽/).waitFor()
  if ((await form.locator('[data-field="vat"]').innerText()).includes('Выберите')) {
    await form.locator('[data-field="vat"]').click()
    await form.getByRole('option', { name: 'без НДС' }).click()
  }
  await into('rate')
  await page.keyboard.press('ControlOrMeta+Enter')
  // All is said and written: the card of a call that is over goes by itself.
  await page.locator('.call-card').waitFor({ state: 'detached' })
  const { SOURCE } = world.map.processes.offer.fields
  expect((await offersOf(CARRIERS.okaExpress)).at(-1)![SOURCE!.name]).toBe(SOURCE!.elements!.call)
})

test('what was typed is there again after the slider was closed, in English as well', async () => {
  const card = companyCard(CARRIERS.volgaTrans)
  const first = await visit(CAST.logist, { card, by: 'button' })
  await first.into('rate')
  await first.page.keyboard.type('45/km')
  await first.form.getByText('Черновик сохранён').waitFor()
  await first.close()
  const again = await visit(CAST.logist, { card, by: 'button', query: '?lang=en' })
  await expect.poll(() => again.form.locator('[data-field="rate"]').inputValue(), SOON).toBe('45/km')
  await again.into('availableFrom')
  await again.page.keyboard.type('someday')
  await again.page.keyboard.press('ControlOrMeta+Enter')
  await again.form.getByText('No day: tomorrow, mon, 27.11').waitFor()
})
