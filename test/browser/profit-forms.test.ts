import ExcelJS from 'exceljs'
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CAST, WON_ORDER_ID } from '../../sandbox/seeds/cast.ts'
import type { PortalStore } from '../../server/store/database.ts'
import { writeSetting } from '../../server/store/settings.ts'
import { runningOrder } from '../support/running-order.ts'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'

const TAB = /^\s*(Рентабельность|Profitability)\s*$/

let world: CardWorld
let store: PortalStore
/** An order on its way whose manager the sales head leads. */
let runningId: number
beforeAll(async () => {
  world = await startCardWorld()
  store = (await world.context.api.openRoom(world.sandbox.memberId))!.store
  runningId = await runningOrder(store)
}, 240_000)
afterEach(() => world?.goHome())
afterAll(() => world?.close())

test('a director adds an expense, a sum that is none is named, and the margin falls by it', async () => {
  const { frame } = await world.visit(CAST.director, 'order', WON_ORDER_ID, { tab: TAB })
  const margin = async () =>
    Number(
      (await frame.locator('.glance-margin').innerText())
        .replaceAll(/[^\d,−-]/g, '')
        .replace('−', '-')
        .replace(',', '.'),
    )
  const before = await margin()
  await frame.getByRole('button', { name: 'Изменить расходы' }).click()
  await frame.getByRole('button', { name: 'Добавить расход' }).click()
  await frame.getByRole('textbox', { name: 'Сумма, ₽' }).last().fill('много')
  await frame.getByRole('button', { name: 'Сохранить' }).click()
  await frame.getByText('В одной из строк нет суммы', { exact: false }).waitFor()
  await frame.getByRole('textbox', { name: 'Сумма, ₽' }).last().fill('3500,50')
  await frame.getByRole('combobox', { name: 'НДС' }).last().click()
  await frame.getByRole('option', { name: 'без НДС', exact: true }).click()
  await frame.getByRole('combobox', { name: 'План или факт' }).last().click()
  await frame.getByRole('option', { name: 'факт', exact: true }).click()
  await frame.getByRole('button', { name: 'Сохранить' }).click()
  await expect.poll(margin).toBeCloseTo(before - 3500.5, 2)
})

test('what a carrier may ask is told in every VAT form, the one of the card marked', async () => {
  const { frame } = await world.visit(CAST.director, 'order', WON_ORDER_ID, { tab: TAB })
  await frame.getByText('Какая ставка перевозчика оставит столько же').click()
  const rows = frame.locator('.prices tbody').first().locator('tr')
  expect(await rows.count()).toBeGreaterThanOrEqual(6)
  expect(await frame.locator('.prices tr[data-current]').count()).toBe(1)
  await frame.locator('input[name=share]').fill('15,5')
  await frame.locator('input[name=share]').press('Tab')
  await frame.getByText('Не больше, чтобы осталось 15,5 %').waitFor()
})

test('a manager asks, the head allows by one press in the order, and both read it there', async () => {
  await writeSetting(store, 'minimumShare', 0.99)
  await writeSetting(store, 'guests', ['manager'])
  const manager = await world.visit(CAST.manager, 'order', runningId, { tab: TAB })
  await manager.frame.getByPlaceholder('Почему так (необязательно)').fill('Постоянный клиент')
  await manager.frame.getByRole('button', { name: 'Согласовать маржу' }).click()
  await manager.frame.getByText('разрешить маржу ниже минимальной', { exact: false }).waitFor()
  expect(await manager.frame.getByRole('button', { name: 'Разрешить' }).count()).toBe(0)
  const head = await world.visit(CAST.salesHead, 'order', runningId, { tab: TAB })
  await head.frame.getByText('«Постоянный клиент»').waitFor()
  await head.frame.getByRole('button', { name: 'Разрешить' }).click()
  await head.frame.getByText('Маржа ниже минимальной разрешена', { exact: false }).waitFor()
  await writeSetting(store, 'minimumShare', null)
  await writeSetting(store, 'guests', [])
})

test('a finding leads to the card it is mended in, and a setting to the settings of the page', async () => {
  await store
    .updateTable('load')
    .set({ carrierRateCurrency: 'USD', loadFromAt: '2026-11-02T06:00:00.000Z', unloadByAt: null, unloadedAt: null })
    .where('kind', '=', 'order')
    .where('id', '=', runningId)
    .execute()
  const visit = await world.visit(CAST.director, 'order', runningId, { tab: TAB })
  await visit.frame.getByText('курса валюты на день услуги', { exact: false }).waitFor()
  await visit.frame.getByRole('button', { name: 'Внести курс' }).first().click()
  const slider = (await (await visit.page.waitForSelector('.slider iframe')).contentFrame())!
  const settings = (await (await slider.waitForSelector('iframe.app-frame')).contentFrame())!
  await settings.getByText('Как считать и кому показывать').waitFor()
  await settings.getByText('Наши юрлица и формы оплаты').waitFor()
  const rates = settings.locator('form', { hasText: 'Внести курс за день' })
  await rates.getByRole('button', { name: /^USD за / }).click()
  await rates.locator('input[name=rate]').fill('много')
  await rates.getByRole('button', { name: 'Внести курс' }).click()
  await rates.getByText('Укажите рубли за одну единицу', { exact: false }).waitFor()
  await rates.locator('input[name=rate]').fill('92,4512')
  await rates.getByRole('button', { name: 'Внести курс' }).click()
  await rates.locator('.rate-history', { hasText: '92,4512 ₽' }).waitFor()
  expect(await rates.getByText('Рейсы, которые ждут курса').count()).toBe(0)
  expect(await settings.getByRole('button', { name: 'Настройки' }).getAttribute('aria-current')).toBe('page')
})

test('a director says how an entity was taxed since when, and which one a payment form stands for', async () => {
  const { frame } = await world.visitPage(CAST.director, 'profit-report')
  await frame.getByRole('button', { name: 'Настройки' }).click()
  const form = frame.locator('form', { hasText: 'Наши юрлица и формы оплаты' })
  await form.getByRole('button', { name: 'Выбрать режим' }).first().click()
  await form.getByRole('button', { name: 'Сохранить юрлица' }).click()
  await form.getByText('Выберите налоговый режим в каждом периоде', { exact: false }).waitFor()
  await form
    .getByRole('combobox', { name: /^Налоговый режим/ })
    .first()
    .click()
  await frame.getByRole('option', { name: 'УСН, НДС 5 %', exact: true }).click()
  await form.locator('input[type=date]').first().fill('2026-07-01')
  await form.getByRole('button', { name: 'Сохранить юрлица' }).click()
  await form.getByText('Сохранено').waitFor()
  const kept = await store
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'ownEntities')
    .executeTakeFirstOrThrow()
  expect(kept.value).toContain('"regime":"simplified_5"')
  expect(kept.value).toContain('"sinceOn":"2026-07-01"')
})

test('the file that is saved holds the sums that are on screen, by every grouping', async () => {
  const { page, frame } = await world.visitPage(CAST.director, 'profit-report')
  await frame.getByLabel('С какого дня').fill('2023-01-01')
  await frame.getByLabel('С какого дня').dispatchEvent('change')
  await expect.poll(() => frame.locator('.table-card .groups > tbody').count()).toBeGreaterThan(0)
  const names = [
    'По клиентам',
    'По перевозчикам',
    'По направлениям',
    'По логистам',
    'По менеджерам',
    'По нашим юрлицам',
  ]
  for (const name of names) {
    await frame.getByRole('combobox', { name: 'Разбивка' }).click()
    await frame.getByRole('option', { name }).click()
    await expect.poll(() => frame.locator('.desk-body[data-loading]').count()).toBe(0)
    await expect.poll(() => frame.getByRole('combobox', { name: 'Разбивка' }).innerText()).toContain(name)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      frame.getByRole('button', { name: 'В Excel' }).click(),
    ])
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(readFileSync(await file.path()) as never)
    const sheet = book.worksheets[0]!
    const cells: (string | number)[][] = []
    sheet.eachRow((row) => {
      const values: (string | number)[] = []
      row.eachCell({ includeEmpty: true }, (cell) =>
        values.push(typeof cell.value === 'number' ? cell.value : cell.text),
      )
      cells.push(values)
    })
    const total = await frame.locator('.totals-margin').innerText()
    const shown = Number(total.replaceAll(/[^\d−-]/g, '').replace('−', '-'))
    const numbers = cells.flat().filter((value) => typeof value === 'number')
    expect(
      numbers.some((value) => Math.abs(value - shown) <= 0.5),
      `${name}: ${shown}`,
    ).toBe(true)
  }
})

test('the page opens from the analytics menu of CRM as from the left menu', async () => {
  const { page } = await world.visitPage(CAST.director, 'profit-report')
  await page.goto(`${world.sandbox.url}/report/analytics/`)
  await page.locator('[data-code="CRM_ANALYTICS_MENU"]').first().click()
  const frame = (await (await page.waitForSelector('.report-body iframe.app-frame')).contentFrame())!
  await frame.getByText('чистая маржа, без НДС').or(frame.getByText('За этот период рейсов нет')).first().waitFor()
  expect(await frame.locator('.filters').count()).toBe(1)
})
