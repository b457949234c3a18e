/**
 * `npm run screenshots`: takes the pictures of the Market's card and of the guide anew, of real work in a portal of its
 * own on free ports. Options: `--scale 0.2`, `--only NAME`. Writes docs/market/*.jpg, 1280 × 720, Russian, light.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import {
  ADR_REQUEST_ID,
  CARRIERS,
  CAST,
  DEMO_REQUEST_ID,
  OVERSIZE_REQUEST_ID,
  PERMANENT_DEAL_ID,
  REEFER_REQUEST_ID,
} from '../sandbox/seeds/cast.ts'
import { launchBrowser } from './demo/browser.ts'
import { buildWidgets } from './demo/build.ts'
import { portalFacts } from './demo/check.ts'
import { installApp } from './demo/install.ts'
import { freePort } from './demo/processes.ts'
import { startWorld, type World } from './demo/world.ts'

/** The Market takes no larger pictures. */
const SIZE = { width: 1280, height: 720 }
const FOLDER = join('docs', 'market')
const WAIT_MS = 30_000

/** What a manager writes of loads that must be given up. */
const REFUSALS = [
  {
    id: ADR_REQUEST_ID,
    reason: 'не нашли машину',
    comment: 'Обзвонили всех с допуском на опасный груз, раньше среды никого',
  },
  {
    id: REEFER_REQUEST_ID,
    reason: 'не сошлись в цене',
    comment: 'Клиент требует скидку 20 %, с ней везём себе в убыток',
  },
  { id: OVERSIZE_REQUEST_ID, reason: 'сроки', comment: 'Разрешение на негабарит не успеваем получить' },
]

interface Picture {
  name: string
  as: number
  path: string
  /** The tab of the card to press first. */
  tab?: string
  /** The page of ours to press in the left menu first. */
  menu?: string
  /** What others do before. */
  after?: (browser: Browser) => Promise<void>
  /** Brings the frame to what is to be seen. */
  show: (frame: FrameLocator, page: Page) => Promise<unknown>
}

const { values } = parseArgs({
  options: { scale: { type: 'string', default: '0.2' }, only: { type: 'string' } },
})
const say = (text: string): void => void process.stderr.write(text)

const folder = mkdtempSync(join(tmpdir(), 'reis-pictures-'))
let world: World | undefined
try {
  say(`Widgets: ${await buildWidgets()}\n`)
  world = await startWorld({
    folder,
    portalPort: await freePort(),
    serverPort: await freePort(),
    seed: 'mogutin',
    scale: Number(values.scale),
    logLevel: 'warn',
  })
  await installApp(world.portalUrl, world.serverUrl, world.clientId, () => undefined)
  const browser = await launchBrowser()
  try {
    for (const picture of await pictures(world))
      if (values.only === undefined || values.only === picture.name) await take(browser, world, picture)
  } finally {
    await browser.close()
  }
} catch (error) {
  say(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  await world?.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function pictures({ portalUrl, clientId }: World): Promise<Picture[]> {
  const { requestTypeId } = await portalFacts(portalUrl)
  const card = (id: number) => `/crm/type/${requestTypeId}/details/${id}/`
  const request = card(DEMO_REQUEST_ID)
  const rows = (frame: FrameLocator) => frame.locator('[data-company]').first().waitFor()
  const app = `/marketplace/app/${clientId}/`
  return [
    { name: 'carriers', as: CAST.logist, path: request, tab: 'Перевозчики', show: rows },
    {
      name: 'offer',
      as: CAST.logist,
      path: request,
      tab: 'Перевозчики',
      async show(frame) {
        await rows(frame)
        await frame.getByRole('button', { name: 'Предложить' }).first().click()
        await frame.locator('form input').first().fill('87 500')
      },
    },
    {
      name: 'carrier-form',
      as: CAST.logist,
      path: `/crm/company/details/${CARRIERS.sidorov}/`,
      tab: 'Перевозчик',
      show: (frame) => frame.locator('form.capture-form').waitFor(),
    },
    {
      name: 'offers',
      as: CAST.manager,
      path: request,
      tab: 'Предложения',
      show: (frame) => frame.getByRole('columnheader', { name: 'Обходится нам' }).waitFor(),
    },
    {
      name: 'refusal',
      as: CAST.manager,
      path: request,
      tab: 'Отказ',
      show: (frame) => frame.locator('main').getByRole('button').first().waitFor(),
    },
    {
      name: 'refusals',
      as: CAST.salesHead,
      path: '/crm/deal/list/',
      menu: 'Отказы',
      async after(browser) {
        for (const { id, reason, comment } of REFUSALS) {
          const { page, frame } = await visit(browser, portalUrl, CAST.manager, card(id))
          await page.getByRole('tab', { name: 'Отказ', exact: true }).click()
          await frame.getByText(reason, { exact: true }).click()
          await frame.locator('textarea').fill(comment)
          await frame.getByRole('button', { name: 'Запросить отказ' }).click()
          await frame.getByText('ждёт решения').waitFor()
          await page.context().close()
        }
      },
      async show(frame, page) {
        await frame
          .locator('.queue-row')
          .nth(REFUSALS.length - 1)
          .waitFor()
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('Enter')
      },
    },
    {
      name: 'profitability',
      as: CAST.director,
      path: `/crm/deal/details/${PERMANENT_DEAL_ID}/`,
      tab: 'Рентабельность',
      show: (frame) => frame.getByText('Чистая маржа').first().waitFor(),
    },
    {
      name: 'profit-report',
      as: CAST.director,
      path: '/crm/deal/list/',
      menu: 'Рентабельность',
      show: (frame) => frame.locator('.table-card .groups tbody tr').first().waitFor(),
    },
    {
      name: 'settings',
      as: CAST.admin,
      path: app,
      async show(frame) {
        await frame.getByRole('tab', { name: 'Поля портала' }).click()
        await frame.locator('.dry-run').waitFor()
      },
    },
  ]
}

/** A person's own browser at a page of the portal, and the application's frame in it. */
async function visit(browser: Browser, portalUrl: string, userId: number, path: string) {
  const context = await browser.newContext({ viewport: SIZE, locale: 'ru-RU', timezoneId: 'Europe/Moscow' })
  context.setDefaultTimeout(WAIT_MS)
  await context.addCookies([{ name: 'sandbox_user', value: String(userId), url: portalUrl }])
  const page = await context.newPage()
  await page.goto(portalUrl + path)
  return { page, frame: page.frameLocator('iframe.app-frame') }
}

async function take(browser: Browser, { portalUrl }: World, picture: Picture): Promise<void> {
  await picture.after?.(browser)
  const { page, frame } = await visit(browser, portalUrl, picture.as, picture.path)
  if (picture.tab) await page.getByRole('tab', { name: picture.tab, exact: true }).click()
  if (picture.menu) await page.locator('.left-menu').getByText(picture.menu, { exact: true }).click()
  await picture.show(frame, page)
  // Numbers and heights settle, fonts are there.
  await page.evaluate(() => document.fonts.ready)
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.screenshot({ path: join(FOLDER, `${picture.name}.jpg`), type: 'jpeg', quality: 82 })
  say(`${picture.name}\n`)
  await page.context().close()
}
