import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from '../../cli/demo/browser.ts'
import { buildWidgets } from '../support/widget-fixture/built-widgets.ts'
import { startWidgetFixture, type WidgetFixture } from '../support/widget-fixture/server.ts'
import { fetchedBeforeFirstRow, markFirstRow } from '../support/widget-fixture/transferred.ts'

let built: Awaited<ReturnType<typeof buildWidgets>>
let browser: Browser
let fixture: WidgetFixture
let context: BrowserContext
let page: Page
let complaints: string[]

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
  context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
  })
  page = await context.newPage()
  complaints = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
})
afterEach(async () => {
  await context.close()
  await fixture.close()
})

interface Opening {
  scenario?: string
  language?: 'ru' | 'en'
  widget?: string
}

/** Opens the tab in its portal page and waits until the skeleton has given way. */
async function open({ scenario = 'usual', language = 'ru', widget = 'carriers' }: Opening = {}): Promise<Frame> {
  await page.goto(`${fixture.portalUrl}/?widget=${widget}&scenario=${scenario}&language=${language}`)
  const frame = page.frames().find((one) => one.name().includes('fixture-sid'))!
  await frame.waitForSelector('main')
  return frame
}

/** Opens the tab and returns while its data is still on the way. */
async function openSkeleton(): Promise<Frame> {
  await page.goto(`${fixture.portalUrl}/?scenario=usual`, { waitUntil: 'commit' })
  const inside = page.frameLocator('iframe')
  await inside.locator('.bones').waitFor()
  return page.frames().find((one) => one.name().includes('fixture-sid'))!
}

const row = (frame: Frame, companyId: number) => frame.locator(`[data-company="${companyId}"]`)
const rowIds = (frame: Frame) =>
  frame.$$eval('[data-company]', (rows) => rows.map((one) => Number((one as HTMLElement).dataset['company'])))
const askedOfPortal = () =>
  page.evaluate(() => (window as unknown as { asked: { command: string; params: Record<string, string> }[] }).asked)
const sentTo = (path: string) => fixture.api.received.filter((one) => one.path.startsWith(path))

test('the first rows cost at most 220 kB and 12 requests, all of them to us, and nothing violates the page’s policy', async () => {
  await markFirstRow(page)
  const frame = await open()
  await row(frame, 501).waitFor()
  const files = await fetchedBeforeFirstRow(frame)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  console.table(files.map((file) => ({ file: file.url.replace(fixture.appUrl, ''), bytes: file.bytes })))
  console.log(`first row: ${bytes} bytes in ${files.length} requests`)
  expect(files.length).toBeGreaterThan(3)
  expect(files.length).toBeLessThanOrEqual(12)
  expect(bytes).toBeGreaterThan(60_000)
  expect(bytes).toBeLessThanOrEqual(220_000)
  expect(files.filter(({ url }) => !url.startsWith(fixture.appUrl))).toEqual([])
  await page.waitForTimeout(500)
  expect(complaints).toEqual([])
})

test('the skeleton stands while the data is on its way, and nothing jumps when the rows come', async () => {
  fixture.bootDelayMs = 700
  const frame = await openSkeleton()
  expect(await frame.locator('main').count()).toBe(0)
  const skeleton = await frame.locator('.bones-list').boundingBox()
  await row(frame, 501).waitFor()
  const list = await frame.locator('.carriers-list-card').boundingBox()
  expect(Math.abs(list!.y - skeleton!.y)).toBeLessThan(40)
})

test('the keyboard walks the list, opens a row, and gives the focus back', async () => {
  const frame = await open()
  const keys = page.keyboard
  await frame.locator('.toolbar-title').click()
  await keys.press('j')
  await keys.press('ArrowDown')
  await expect.poll(() => row(frame, 502).getAttribute('aria-selected')).toBe('true')
  await keys.press('Enter')
  await frame.getByText('Почему он в списке').waitFor()
  expect(await frame.locator('.details-reasons li').allInnerTexts()).toHaveLength(3)
  await keys.press('Escape')
  await frame.locator('.details').waitFor({ state: 'detached' })
  await keys.press('/')
  await keys.type('кузнецова')
  expect(await rowIds(frame)).toEqual([506])
  await keys.press('ArrowDown')
  await expect.poll(() => row(frame, 506).evaluate((element) => element === document.activeElement)).toBe(true)
  await keys.press('p')
  await frame.getByLabel('Ставка').waitFor()
  await keys.press('Escape')
  await frame.locator('.offer').waitFor({ state: 'detached' })
  await keys.press('Escape')
  expect((await rowIds(frame)).length).toBe(8)
})

test('an offer typed in a hurry is sent once however often it is pressed, and the row goes to «записано»', async () => {
  const frame = await open()
  await row(frame, 501).getByRole('button', { name: 'Предложить' }).click()
  await frame.getByLabel('Ставка').fill('85')
  await frame.getByRole('button', { name: 'Записать предложение' }).click()
  await frame.getByText('Тысячи пишутся с «к»').waitFor()
  expect(sentTo('/api/offers')).toEqual([])
  await frame.getByLabel('Ставка').fill('85к')
  await frame.getByRole('button', { name: 'Записать предложение' }).dblclick()
  await row(frame, 501).getByText('записывается').waitFor()
  await row(frame, 501).getByText('85 000 ₽ · записано').waitFor({ timeout: 15_000 })
  const sent = sentTo('/api/offers').map(({ body }) => body as { key: string; rate: { minor: number } })
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
  expect(sent[0]!.rate).toEqual({ minor: 8_500_000, currency: 'RUB' })
})

test('a failed save says what is safe, closing the form keeps what was typed, and the next press uses the same key', async () => {
  const frame = await open()
  await row(frame, 501).getByRole('button', { name: 'Предложить' }).click()
  await frame.getByLabel('Ставка').fill('85к')
  fixture.api.fail = { path: '/api/offers', code: 'portal_unreachable', status: 502 }
  await frame.getByRole('button', { name: 'Записать предложение' }).click()
  await frame.getByText('Ничего не потеряно').first().waitFor()
  await page.keyboard.press('Escape')
  await frame.locator('.offer').waitFor({ state: 'detached' })
  await row(frame, 501).getByRole('button', { name: 'Предложить' }).click()
  expect(await frame.getByLabel('Ставка').inputValue()).toBe('85к')
  await frame.getByRole('button', { name: 'Записать предложение' }).click()
  await row(frame, 501).getByText('записывается').waitFor()
  expect(sentTo('/api/offers').length).toBe(2)
  const keys = sentTo('/api/offers').map(({ body }) => (body as { key: string }).key)
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
})

test('when an earlier press did arrive with another price, that is said, and the next press is an offer of its own', async () => {
  const frame = await open()
  await row(frame, 501).getByRole('button', { name: 'Предложить' }).click()
  await frame.getByLabel('Ставка').fill('86к')
  const fields = [{ path: 'key', message: 'already used' }]
  fixture.api.fail = { path: '/api/offers', code: 'bad_input', status: 400, fields }
  await frame.getByRole('button', { name: 'Записать предложение' }).click()
  await frame.getByText('Прошлое нажатие уже записано').first().waitFor()
  await frame.getByRole('button', { name: 'Записать предложение' }).click()
  await row(frame, 501).getByText('записывается').waitFor()
  const keys = sentTo('/api/offers').map(({ body }) => (body as { key: string }).key)
  expect(new Set(keys).size).toBe(2)
})

test('a refused write is shown with its reason', async () => {
  fixture.api.refuseWrites = true
  const frame = await open()
  await row(frame, 501).getByRole('button', { name: 'Предложить' }).click()
  await frame.getByLabel('Ставка').fill('90 000')
  await frame.getByLabel('Ставка').press('Control+Enter')
  await expect.poll(() => row(frame, 501).innerText(), { timeout: 15_000 }).toContain('не записано: карточку удалили')
})

test('a call goes through the portal’s telephony, the number is never in the page, and the caller is seen', async () => {
  const frame = await open()
  await row(frame, 501).getByRole('button', { name: 'Позвонить: ООО «Волга-Транс»' }).click()
  await row(frame, 501).getByText('вы звоните').waitFor()
  const asked = await askedOfPortal()
  expect(asked.find(({ command }) => command === 'imPhoneTo')?.params['phone']).toBe('+79171234542')
  expect(await frame.content()).not.toContain('9171234542')
  expect(sentTo('/api/reveals').map(({ body }) => body)).toMatchObject([{ companyId: 501, why: 'call' }])
  await frame.getByRole('menuitem', { name: 'Занят до…' }).click()
  await frame.getByRole('button', { name: 'через 3 дня' }).click()
  await frame.getByRole('button', { name: 'Записать', exact: true }).click()
  await row(frame, 501)
    .getByText(/занят до \d\d\.\d\d/)
    .waitFor()
  expect(sentTo('/api/attempts').map(({ body }) => (body as { result: string }).result)).toEqual([
    'calling',
    'busy_until',
  ])
})

test('what a colleague does is seen at once, also after the stream was cut', async () => {
  const frame = await open()
  await expect.poll(() => fixture.api.listeners()).toBe(1)
  const attempt = {
    key: 'colleague-1',
    companyId: 501,
    result: 'calling' as const,
    byUserId: 12,
    byName: 'Иванов',
    at: new Date().toISOString(),
    until: null,
    comment: null,
  }
  fixture.api.push({ kind: 'attempt', attempt })
  await row(frame, 501).getByText('Иванов звонит').waitFor()
  fixture.api.cut()
  await expect.poll(() => sentTo('/api/loads/request/15/carriers').length, { timeout: 10_000 }).toBeGreaterThan(0)
})

test('a carrier who does not run the lane keeps its line until the new order is asked for, and is never lost', async () => {
  const frame = await open()
  await frame.locator('[data-outcome="501"]').click()
  await frame.getByRole('menuitem', { name: 'Сюда не возит' }).click()
  await frame.getByText('Порядок изменился').click()
  expect(await rowIds(frame)).not.toContain(501)
  await frame.getByText('Не подходят').click()
  expect(await rowIds(frame)).toContain(501)
})

test('the company opens in the portal’s slider', async () => {
  const frame = await open()
  await frame.getByRole('button', { name: 'ООО «Волга-Транс»', exact: true }).click()
  await expect
    .poll(async () => (await askedOfPortal()).find(({ command }) => command === 'openPath')?.params['path'])
    .toContain('/crm/company/details/501/')
})

test('an unknown place is chosen once, here, and the list follows', async () => {
  const frame = await open({ scenario: 'place' })
  await frame.getByText('Мест с названием «Киров» несколько').waitFor()
  await frame.getByRole('button', { name: 'Киров Калужская область' }).click()
  await frame.getByText('Мест с названием «Киров» несколько').waitFor({ state: 'detached' })
  expect(sentTo('/api/places').map(({ body }) => body)).toMatchObject([{ text: 'Киров', placeId: 548410 }])
})

test('the frame grows to its content but never taller than a screen', async () => {
  const frame = await open({ scenario: 'long' })
  await row(frame, 1000).waitFor()
  await expect
    .poll(async () => (await askedOfPortal()).findLast(({ command }) => command === 'resizeWindow')?.params['height'])
    .toBe(640)
})

test('after a reload the tab boots through the portal', async () => {
  const frame = await open({ scenario: 'reload' })
  await row(frame, 501).waitFor()
  expect(sentTo('/api/session').map(({ body }) => body)).toMatchObject([
    { widget: 'carriers', memberId: 'fixture-member', accessToken: 'fixture-access', placementOptions: { ID: '15' } },
  ])
})

test('an ended session is renewed without a word', async () => {
  const frame = await open()
  await row(frame, 501).waitFor()
  fixture.api.token = 'token-2'
  await frame.locator('[data-outcome="501"]').click()
  await frame.getByRole('menuitem', { name: 'Дорого' }).click()
  await row(frame, 501).getByText('дорого').waitFor()
  await expect.poll(() => sentTo('/api/attempts').length).toBe(2)
  expect(sentTo('/api/session').map(({ body }) => body)).toMatchObject([{ accessToken: 'fixture-access-2' }])
})

test('outside a portal the page says where to open it', async () => {
  await page.goto(`${fixture.appUrl}/w/carriers?LANG=ru`)
  await expect.poll(() => page.innerText('body')).toContain('открывается из карточки в Битрикс24')
})

test('each refusal is a sentence', async () => {
  for (const [code, sentence] of [
    ['no_right', 'нет права'],
    ['not_installed', 'ещё не настроено'],
    ['portal_unreachable', 'не отвечает'],
  ]) {
    const frame = await open({ scenario: `refused-${code}` })
    expect(await frame.getByRole('alert').innerText()).toContain(sentence)
  }
})

test('a dark page is dark before its script has run', async () => {
  fixture.bootDelayMs = 1500
  await page.addInitScript(() => localStorage.setItem('reis-theme', 'dark'))
  const frame = await openSkeleton()
  expect(await frame.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(23, 23, 23)')
})

test('nothing is cut off or runs out of the page at 900 px, in either language', async () => {
  await page.setViewportSize({ width: 900, height: 900 })
  for (const language of ['ru', 'en'] as const) {
    const frame = await open({ scenario: 'full', language })
    await row(frame, 501).waitFor()
    expect(await frame.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    const overlaps = await frame.$$eval('.row', (rows) =>
      rows.flatMap((one) => {
        const cells = [...one.children].map((cell) => cell.getBoundingClientRect())
        return cells.slice(1).filter((cell) => cell.right > one.getBoundingClientRect().right + 1)
      }),
    )
    expect(overlaps).toEqual([])
  }
})
