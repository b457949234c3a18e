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
