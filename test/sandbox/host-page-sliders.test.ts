import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { appFrame, heard, say, startHostPage } from '../support/host-page.ts'
import type { HostPage } from '../support/host-page.ts'
import { tiny } from '../support/tiny-seed.ts'

const TAB = `CRM_DYNAMIC_${tiny.requests}_DETAIL_TAB`
const CARD = `/crm/type/${tiny.requests}/details/1/`

let host: HostPage

beforeAll(async () => {
  host = await startHostPage()
  await host.bind(TAB, 'Перевозчики', 'Carriers')
})
afterAll(() => host?.close())

/** Opens the card and presses the application's tab. */
async function openTab(): Promise<Page> {
  const page = await host.open(CARD, tiny.logist)
  await page.click(`[data-code="${TAB}"]`)
  return page
}

test('openPath lays the card of another item over the page and answers when it is closed', async () => {
  const page = await openTab()
  const frame = await appFrame(page, '.tab-app')
  const closed = frame.evaluate(async () => {
    const url = window.b24.slider.getUrl('/crm/company/details/2/')
    return window.b24.slider.openPath(url, 900)
  })
  const slider = page.frameLocator('.slider iframe')
  expect(await slider.locator('#pagetitle').textContent()).toBe('ООО «Волга-Транс»')
  expect(await slider.locator('.left-menu, .top-bar').count()).toBe(0)
  expect((await page.locator('.slider-panel').boundingBox())!.width).toBeLessThanOrEqual(900)
  await page.keyboard.press('Escape')
  expect(await closed).toEqual({ isOpenAtNewWindow: false, isClose: true })
  expect(await page.locator('.slider').count()).toBe(0)
})

test('a path outside the portal’s list is refused', async () => {
  const frame = await appFrame(await openTab(), '.tab-app')
  await say(frame, 'openPath:{"path":"/rest/user.get"}:K1')
  await expect.poll(() => heard(frame)).toContain('K1:{"result":"error","errorCode":"PATH_NOT_AVAILABLE"}')
})

test('a card in a slider takes no press before its script can answer it, so that none is lost', async () => {
  const page = await host.open(`/crm/type/${tiny.requests}/list/`, tiny.logist)
  let scriptMayCome = () => {}
  const held = new Promise<void>((resolve) => (scriptMayCome = resolve))
  await page.route('**/card.js*', async (route) => {
    await held
    await route.continue()
  })
  await page.click('[data-item="1"] .col-title a')
  const card = page.frameLocator('.slider iframe')
  const tab = card.locator(`[data-code="${TAB}"]`)
  await tab.waitFor()
  expect(await page.locator('.slider-loader').isVisible()).toBe(true)
  const pressed = tab.click()
  scriptMayCome()
  await pressed
  await card.locator('.tab-app iframe').waitFor()
  expect(await page.locator('.slider-loader').count()).toBe(0)
})

test('sliders stack: a tab inside a slider opens the next one over both, and the last closes first', async () => {
  const page = await host.open(`/crm/type/${tiny.requests}/list/`, tiny.logist)
  await page.click('[data-item="1"] .col-title a')
  expect(new URL(page.url()).pathname).toBe(CARD)
  const card = await (await page.waitForSelector('.slider iframe')).contentFrame()
  await card!.click(`[data-code="${TAB}"]`)
  const frame = await appFrame(card!, '.tab-app')
  expect(await frame.evaluate(() => String(window.b24.placement.options['URI']))).toContain('IFRAME=Y')
  const closed = frame.evaluate(() => window.b24.slider.openPath(window.b24.slider.getUrl('/crm/company/details/3/')))
  await expect.poll(() => page.locator('.slider').count()).toBe(2)
  await page.locator('.slider-close').last().click()
  expect(await closed).toMatchObject({ isClose: true })
  expect(await page.locator('.slider').count()).toBe(1)
  await page.locator('.slider-close').click()
  expect(new URL(page.url()).pathname).toBe(`/crm/type/${tiny.requests}/list/`)
})

test('openApplication opens the application’s own page in a slider with the options given, and it closes itself', async () => {
  const page = await openTab()
  const frame = await appFrame(page, '.tab-app')
  const closed = frame.evaluate(() =>
    window.b24.slider.openSliderAppPage({ tripId: 15, bx24_width: 640, bx24_title: 'Рейс 15' }),
  )
  const inner = await appFrame(page, '.slider-app')
  const seen = await inner.evaluate(() => ({
    placement: window.b24.placement.placement,
    options: window.b24.placement.options,
  }))
  expect(seen).toEqual({ placement: 'DEFAULT', options: { tripId: '15', URI: CARD } })
  expect(await page.title()).toBe('Рейс 15')
  expect((await page.locator('.slider-panel').boundingBox())!.width).toBe(640)
  expect(await inner.evaluate(() => window.b24.getAppSid())).not.toBe(
    await frame.evaluate(() => window.b24.getAppSid()),
  )
  await inner.evaluate(() => void window.b24.slider.closeSliderAppPage().catch(() => undefined))
  await closed
  expect(await page.locator('.slider').count()).toBe(0)
})
