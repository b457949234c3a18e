import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'

const TAB = { tab: /^\s*(Предложения|Offers)\s*$/ }

let world: CardWorld
beforeAll(async () => {
  world = await startCardWorld()
  await offer(CARRIERS.sidorov, 8_750_000, '22')
  await offer(CARRIERS.volgaTrans, 7_600_000, 'none')
  await world.settle()
}, 180_000)
afterEach(() => world?.goHome())
afterAll(() => world?.close())

let press = 0
async function offer(companyId: number, minor: number, vat: string) {
  const session = await world.session(CAST.logist, 'request', DEMO_REQUEST_ID)
  const nothing = { driverName: null, driverPhone: null, availableFromOn: null, validUntilAt: null, comment: null }
  const answer = await world.api(session, 'POST', '/api/offers', {
    key: `an-offer-of-somebody-${(press += 1)}`,
    load: { kind: 'request', id: DEMO_REQUEST_ID },
    companyId,
    rate: { minor, currency: 'RUB' },
    vat,
    term: null,
    body: 'tent',
    capacityKg: 20_000,
    vehiclePlate: null,
    trailerPlate: null,
    ...nothing,
  })
  expect(answer.status).toBe(202)
}

test('the best offer is the one that costs least, not the one with the smallest number on it', async () => {
  const { frame } = await world.visit(CAST.manager, 'request', DEMO_REQUEST_ID, TAB)
  const first = frame.locator('[data-offer]').first()
  await first.waitFor()
  expect(await first.innerText()).toMatch(/ИП Сидоров[^]*выгоднее всех[^]*87\s500[^]*71\s721,31[^]*маржа/)
})

test('a logist sees what offers cost and no margin; nothing of the client’s price reaches his browser', async () => {
  const visit = await world.visit(CAST.logist, 'request', DEMO_REQUEST_ID, TAB)
  await visit.frame.locator('[data-offer]').first().waitFor()
  expect(await visit.frame.locator('main').innerText()).not.toContain('маржа')
  expect(await visit.received()).not.toContain('clientRate')
})

test('an offer is declined from the keyboard in the card, with a reason, and a colleague sees it at once', async () => {
  const { frame } = await world.visit(CAST.logist, 'request', DEMO_REQUEST_ID, TAB)
  const colleague = await world.visit(CAST.manager, 'request', DEMO_REQUEST_ID, TAB)
  await colleague.listening()
  const row = frame.locator('[data-offer]', { hasText: 'Волга-Транс' })
  await row.getByRole('button', { name: /Другие действия/ }).press('Enter')
  await frame.getByRole('menuitem', { name: 'Отклонить…' }).press('Enter')
  // The form takes the focus: the reason is chosen, and Enter in the comment sends.
  await frame.locator('form').getByRole('combobox').press('Enter')
  await frame.getByRole('option', { name: 'дорого' }).click()
  await frame.locator('form input').last().fill('ждали 70')
  await frame.locator('form input').last().press('Enter')
  await row.getByText('отклонено нами').waitFor()
  await colleague.frame.locator('[data-offer]', { hasText: 'Волга-Транс' }).getByText('отклонено нами').waitFor()
  await world.settle()
  await row.click()
  await frame.getByText(/Отклонено: дорого/).waitFor()
  expect(await frame.locator('.offer-details').innerText()).toContain('ждали 70')
})

test('a form without a reason says what is missing, and nothing is sent', async () => {
  const { frame } = await world.visit(CAST.logist, 'request', DEMO_REQUEST_ID, TAB)
  const row = frame.locator('[data-offer]', { hasText: 'ИП Сидоров' })
  await row.getByRole('button', { name: /Другие действия/ }).click()
  await frame.getByRole('menuitem', { name: 'Отклонить…' }).click()
  await frame.locator('form').getByRole('button', { name: 'Отклонить' }).click()
  await frame.getByText('Выберите причину').waitFor()
  await frame.locator('form').getByRole('button', { name: 'Отмена' }).click()
  expect(await row.innerText()).toContain('действует')
})

test('a carrier’s company shows what he offered and drove, and from there an offer leads to its request', async () => {
  const { frame, page } = await world.visit(CAST.logist, 'company', CARRIERS.sidorov, TAB)
  await frame.getByText('Рейсов завершено').waitFor()
  await frame
    .getByRole('button', { name: `Запрос № ${DEMO_REQUEST_ID}` })
    .first()
    .click()
  const slider = page.locator('iframe[src*="/details/"], .slider').first()
  await slider.waitFor()
  expect(await slider.isVisible()).toBe(true)
})

test('the page of all offers finds a carrier as one types, and takes the list out as a file', async () => {
  const { frame, page } = await world.visitPage(CAST.director, 'offers')
  await frame.locator('[data-offer]').first().waitFor()
  await frame.getByPlaceholder('Перевозчик или № предложения').fill('сидоров')
  await expect
    .poll(async () => new Set(await frame.locator('[data-offer] .offer-company').allInnerTexts()))
    .toEqual(new Set(['ИП Сидоров']))
  await frame.getByRole('button', { name: 'Выгрузить' }).click()
  const download = page.waitForEvent('download')
  await frame.getByRole('menuitem', { name: 'В Excel' }).click()
  expect((await download).suggestedFilename()).toMatch(/^offers-.*\.xlsx$/)
})

test('a filter that fits nothing says so and offers the way back', async () => {
  const { frame } = await world.visitPage(CAST.logist, 'offers')
  await frame.getByPlaceholder('Перевозчик или № предложения').fill('так никого не зовут')
  await frame.getByText('Ничего не нашлось').waitFor()
  await frame.getByRole('button', { name: 'Сбросить' }).last().click()
  await frame.locator('[data-offer]').first().waitFor()
  expect(await frame.getByRole('button', { name: 'Выгрузить' }).count()).toBe(0)
  expect(await frame.getByRole('button', { name: 'Показы телефонов' }).count()).toBe(0)
})

test('a director sees who was shown a carrier’s number', async () => {
  const session = await world.session(CAST.logist, 'request', DEMO_REQUEST_ID)
  const load = { kind: 'request', id: DEMO_REQUEST_ID }
  await world.api(session, 'POST', '/api/reveals', { load, companyId: CARRIERS.sidorov, why: 'call' })
  const { frame } = await world.visitPage(CAST.director, 'offers')
  await frame.getByRole('button', { name: 'Показы телефонов' }).click()
  expect(await frame.locator('[data-reveal]').first().innerText()).toMatch(/ИП Сидоров[^]*для звонка/)
})

test('somebody of another department is told in words that the page is not for him', async () => {
  const visit = await world.visitPage(CAST.hr, 'offers')
  expect(await visit.frame.locator('main').innerText()).toContain('нет права')
})
