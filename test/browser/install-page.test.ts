import ExcelJS from 'exceljs'
import { afterEach, expect, test } from 'vitest'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import type { SchemaMap } from '../../server/portal/schema-map.ts'
import { readMeta } from '../../server/store/meta.ts'
import { PATIENCE_MS, type Visit } from '../support/card-visit.ts'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'
import { PLAIN_OFFER } from '../support/plain-offer.ts'
import { plantRequest } from '../support/plant-request.ts'

const PATIENT = { timeout: PATIENCE_MS }
let world: CardWorld
afterEach(async () => {
  await world?.goHome()
  await world?.close()
})

/** The portal loads its page anew once an app is installed: whatever frame stands there now. */
const app = (visit: Visit) => visit.page.frameLocator('iframe.app-frame')
const press = (visit: Visit, name: string) => app(visit).getByRole('button', { name }).click()
const openTab = (visit: Visit, name: string) => app(visit).getByRole('tab', { name }).click()
const writes = () =>
  world.sandbox.portal.calls
    .read()
    .calls.flatMap((call) => call.commands ?? [call.method])
    .filter((method) => /\.(add|update|delete|bind|unbind)(\?|$)/.test(method))

/** An administrator reads what will be done, presses the one button, and waits for the end. */
async function setUp(): Promise<Visit> {
  const visit = await world.visitApp(CAST.admin)
  await app(visit).locator('.dry-run').waitFor()
  expect(writes()).toEqual([])
  await press(visit, 'Начать настройку')
  await app(visit).getByRole('heading', { name: 'Готово' }).waitFor()
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  world.map = (await readMeta<SchemaMap>(store, 'schemaMap'))!
  return visit
}

test.each(['mogutin', 'mogutin-own'] as const)(
  'in a portal with processes (%s) the page walks from the guess and the dry run to cards that open, and on to its other tabs',
  async (seed) => {
    world = await startCardWorld({ seed, scale: 0.01, bare: true })
    const first = await world.visitApp(CAST.admin)
    const { frame } = first
    await frame.locator('[data-process=offer]').getByText('Поля: найдено').waitFor()
    const dryRun = await frame.locator('.dry-run').innerText()
    for (const part of ['Создадим', 'Вкладки, кнопки и страницы', 'Подписки на изменения', 'Роботы', 'Компании'])
      expect(dryRun).toContain(part)
    const visit = await setUp()
    await expect.poll(() => world.sandbox.portal.placements('LEFT_MENU').length, PATIENT).toBeGreaterThan(0)

    await openTab(visit, 'Поля портала')
    await app(visit).getByText('Ничего: всё нужное уже есть.').waitFor()
    await openTab(visit, 'Параметры')
    await app(visit).locator('[data-setting]').first().waitFor()
    await openTab(visit, 'Записи')
    await app(visit).getByText('В очереди пусто').waitFor()
    await openTab(visit, 'База из файла')
    await app(visit).getByRole('button', { name: 'Выбрать файл' }).waitFor()

    const card = await world.visit(CAST.logist, 'request', DEMO_REQUEST_ID)
    await card.frame.locator('[data-company]').first().waitFor()
  },
)

const HEADERS = ['Название', 'Телефон', 'Тоннаж', 'Кузов', 'Направления', 'Город']
const GOOD = ['ООО Новая Ока', '8 (916) 555-44-33', '20', 'тент', 'Москва — Казань', 'Казань']
const BAD = ['ООО Плохая строка', 'тел. у Маши', '', '', '', '']

test('an empty portal gets its processes, its tab says what to do, and its carrier base is filled from CSV and XLSX', async () => {
  world = await startCardWorld({ seed: 'empty', bare: true })
  const visit = await setUp()
  expect(world.sandbox.portal.types.list()).toHaveLength(4)
  const request = await plantRequest(world, CAST.manager)
  const before = await world.visit(CAST.manager, 'request', request)
  await before.frame.getByText('Пока никого не нашлось').waitFor()
  await before.frame.getByText('Добавьте перевозчика в базу').waitFor()

  await openTab(visit, 'База из файла')
  const csv = [HEADERS, GOOD, BAD].map((row) => row.join(';')).join('\n')
  await app(visit)
    .locator('input[type=file]')
    .setInputFiles({ name: 'база.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await app(visit).getByText('Строк: 2. Можно записать: 1. С ошибками: 1.').waitFor()
  await app(visit).getByText('Строка 3, Телефон').waitFor()
  expect(writes().filter((method) => method.startsWith('crm.item.add'))).toHaveLength(2)
  await press(visit, 'Записать перевозчиков: 1')
  await app(visit).getByText('Принято: 1').waitFor()
  await world.settle()

  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('База')
  sheet.addRows([HEADERS, ['ИП Волгин', '+7 927 111-22-33', 5, 'рефрижератор', 'Москва — Казань', 'Москва']])
  const buffer = Buffer.from(await book.xlsx.writeBuffer())
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await app(visit).locator('input[type=file]').setInputFiles({ name: 'ещё.xlsx', mimeType, buffer })
  await app(visit).getByText('Строк: 1. Можно записать: 1. С ошибками: 0.').waitFor()
  await press(visit, 'Записать перевозчиков: 1')
  await app(visit).getByText('Принято: 1').waitFor()
  await world.settle()

  const card = await world.visit(CAST.manager, 'request', request)
  await card.frame.getByText('ООО Новая Ока').first().waitFor()
  await card.frame.getByText('ИП Волгин').first().waitFor()
})

test('what the portal refused waits on its tab with the reason; it is sent again or let go, and nothing is written twice', async () => {
  world = await startCardWorld()
  const session = await world.session(CAST.logist, 'request', DEMO_REQUEST_ID)
  const companies = [CARRIERS.sidorov, CARRIERS.volgaTrans]
  world.sandbox.portal.faults.set({
    faults: [{ kind: 'refusal', method: 'crm.item.add', status: 400, code: 'ACCESS_DENIED', times: companies.length }],
  })
  for (const [index, companyId] of companies.entries()) {
    const key = `press-that-is-refused-${index}`
    expect((await world.api(session, 'POST', '/api/offers', { ...PLAIN_OFFER, companyId, key })).status).toBe(202)
    await world.settle()
  }
  world.sandbox.portal.faults.clear()

  const visit = await world.visitApp(CAST.admin)
  await openTab(visit, 'Записи')
  const rows = app(visit).locator('.write')
  await rows.nth(1).waitFor()
  expect(await rows.first().innerText()).toMatch(/Предложение\sперевозчика:\s.+\s+Не\sзаписано:\s.+/)
  await rows.first().getByRole('button', { name: 'Отправить ещё раз' }).click()
  await expect.poll(() => rows.count(), PATIENT).toBe(1)
  await rows.first().getByRole('button', { name: 'Убрать' }).click()
  await app(visit).getByText('Отклонённых записей нет').waitFor()
  await world.settle()
  const { items } = await world.rest<{ items: unknown[] }>('crm.item.list', {
    entityTypeId: world.map.processes.offer.entityTypeId,
    filter: { '@xmlId': ['press-that-is-refused-0', 'press-that-is-refused-1'] },
  })
  expect(items).toHaveLength(1)
})

test('an app that was removed and put back says that what was chosen is kept, and asks for it to be applied again', async () => {
  world = await startCardWorld()
  await world.sandbox.portal.uninstall()
  await world.context.idle()
  const visit = await world.visitApp(CAST.admin)
  await app(visit).getByText('прежний выбор и данные сохранены').waitFor()
  await press(visit, 'Начать настройку')
  await app(visit).getByRole('heading', { name: 'Готово' }).waitFor()
  const card = await world.visit(CAST.logist, 'request', DEMO_REQUEST_ID)
  await card.frame.locator('[data-company]').first().waitFor()
  expect(await card.rowIds()).not.toEqual([])
})

test('a right that is missing and a plan without a queue each meet a sentence before anything is written', async () => {
  world = await startCardWorld({
    seed: 'empty',
    bare: true,
    scope: ['crm', 'user', 'department', 'placement', 'userfieldconfig'],
    features: { offlineQueue: false },
  })
  const visit = await world.visitApp(CAST.admin)
  await app(visit).getByRole('alert').getByText('Приложению не дано право «im»').waitFor()
  await app(visit).getByText('Тариф портала не хранит очередь изменений').waitFor()
  await app(visit).getByText('Приложению не дано право на телефонию').waitFor()
  expect(await app(visit).getByRole('button', { name: 'Начать настройку' }).isDisabled()).toBe(true)
  expect(writes()).toEqual([])
})

test('whoever is no administrator is told where the app works for him, and whom to ask', async () => {
  world = await startCardWorld()
  const logist = await world.visitApp(CAST.logist)
  await app(logist).getByText('Откройте запрос или заявку и перейдите на вкладку «Перевозчики»').waitFor()
  await app(logist).getByText('это может сделать администратор портала').waitFor()
  expect(await app(logist).getByRole('button', { name: 'Применить' }).count()).toBe(0)
})
