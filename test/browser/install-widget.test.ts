import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from '../../cli/demo/browser.ts'
import { buildWidgets } from '../support/widget-fixture/built-widgets.ts'
import { installStates } from '../support/widget-fixture/install-states.ts'
import { startWidgetFixture, type WidgetFixture } from '../support/widget-fixture/server.ts'

let built: Awaited<ReturnType<typeof buildWidgets>>
let browser: Browser
let fixture: WidgetFixture
let page: Page

beforeAll(async () => {
  built = await buildWidgets()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await built?.remove()
})
beforeEach(async () => {
  fixture = await startWidgetFixture(built.folder)
  page = await browser.newPage({ viewport: { width: 1000, height: 800 } })
})
afterEach(async () => {
  await page.close()
  await fixture.close()
})

async function open(state: string, language = 'ru'): Promise<Frame> {
  await page.goto(`${fixture.portalUrl}/?widget=install&scenario=install-${state}&language=${language}`)
  const frame = page.frames().find((one) => one.name().includes('fixture-sid'))!
  await frame.waitForSelector('main')
  return frame
}
const commands = () =>
  page.evaluate(() => (window as unknown as { asked: { command: string }[] }).asked.map((one) => one.command))

test('an administrator starts the setup, watches it, and the portal is told at the end', async () => {
  const frame = await open('new')
  const panel = frame.locator('.dry-run')
  await panel.getByText('Предложения перевозчиков: поля (2)').waitFor()
  expect(fixture.api.received.map(({ path }) => path)).not.toContain('/api/install/start')
  await frame.getByRole('button', { name: 'Начать настройку' }).click()
  await frame.getByText('7 350 из 12 000').waitFor()
  await frame.getByText('осталось около 2 минут').waitFor()
  expect(await commands()).not.toContain('setInstallFinish')
  fixture.api.push(installStates(new Date())['finished']!)
  await frame.getByRole('heading', { name: 'Готово' }).waitFor()
  await expect.poll(commands).toContain('setInstallFinish')
  await frame.getByText('Вкладка «Перевозчики» стоит в карточках').waitFor()
})

test('a stopped setup says what failed and goes on from there', async () => {
  const frame = await open('failed')
  expect(await frame.getByRole('alert').innerText()).toContain('placement.bind: access denied')
  await frame.getByRole('button', { name: 'Продолжить' }).click()
  await frame.getByText('Настраиваем портал').waitFor()
  expect(fixture.api.received.map(({ path }) => path)).toContain('/api/install/start')
})

test('a user the server lets no further is told where the app works', async () => {
  await page.goto(`${fixture.portalUrl}/?widget=install&scenario=refused-no_right`)
  const body = page.frameLocator('iframe').locator('body')
  await expect.poll(() => body.innerText()).toContain('перейдите на вкладку «Перевозчики»')
})

test('whoever is no administrator is told whom to ask, and can start nothing', async () => {
  const frame = await open('guest')
  await frame.getByText('может администратор портала').waitFor()
  expect(await frame.getByRole('button').count()).toBe(0)
})

test('a setup in progress shows where it is when the page is opened again', async () => {
  const frame = await open('running')
  await frame.getByRole('progressbar').waitFor()
  expect(await frame.locator('.step--done').count()).toBe(6)
})

test('the guess is shown with what stands in the fields, and a choice is kept at once', async () => {
  const frame = await open('new')
  const offer = frame.locator('[data-process=offer]')
  await offer.getByText('Поля: найдено').waitFor()
  await offer.getByRole('button', { name: 'Показать поля и стадии' }).click()
  await offer.locator('[data-field=RATE]').getByText('85 000 руб. с НДС · 92,5 т.р.').waitFor()
  await offer.locator('[data-field=COMMENT]').getByRole('combobox').click()
  await frame.getByRole('option', { name: 'Нет такого поля' }).click()
  await frame.locator('.dry-run').getByText('Комментарий').waitFor()
  const put = fixture.api.received.findLast((one) => one.method === 'PUT')!.body as {
    processes: { offer: { fields: Record<string, string> } }
  }
  expect(put.processes.offer.fields.COMMENT).toBe('none')
  await offer.locator('[data-field=PAYMENT_FORM]').getByRole('button').click()
  await offer.getByText('УСН с НДС 7%').waitFor()
})

test('what cannot be so is said in red at the top, and the setup waits', async () => {
  fixture.api.mapProblems = [
    { code: 'field_gone', stops: false, process: 'offer', of: 'RATE', what: 'Ставка', now: null },
  ]
  const frame = await open('new')
  await frame.getByText('поле «Ставка» удалено из портала').waitFor()
  const order = frame.locator('[data-process=order]')
  await order.getByRole('combobox').first().click()
  await frame.getByRole('option', { name: 'Расчёты перевозок' }).click()
  await frame.getByRole('alert').getByText('уже выбран для другой строки').waitFor()
  expect(await frame.getByRole('button', { name: 'Начать настройку' }).isDisabled()).toBe(true)
})

test('settings are chosen on their tab, in the words of the person who reads', async () => {
  const frame = await open('finished', 'en')
  await frame.getByRole('tab', { name: 'Settings' }).click()
  const margin = frame.locator('[data-setting=minimumShare]')
  await margin.getByRole('textbox').fill('7.5')
  await margin.getByRole('textbox').press('Enter')
  await margin.getByText('Saved').waitFor()
  expect(fixture.api.received.findLast((one) => one.method === 'PUT')!.body).toEqual({
    key: 'minimumShare',
    value: 0.075,
  })
  await margin.getByRole('textbox').fill('700')
  await margin.getByRole('textbox').press('Enter')
  await margin.getByText('A number from -100 to 100').waitFor()
})
