import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Frame, Page } from 'playwright-core'
import { appFrame, startHostPage } from '../support/host-page.ts'
import type { HostPage } from '../support/host-page.ts'
import { tiny } from '../support/tiny-seed.ts'

const CODE = `CRM_DYNAMIC_${tiny.requests}_DETAIL_ACTIVITY`
const CARD = `/crm/type/${tiny.requests}/details/1/`

let host: HostPage

beforeAll(async () => {
  host = await startHostPage()
})
afterEach(async () => {
  await host.rest(tiny.admin, 'placement.unbind', { PLACEMENT: CODE })
  for (const context of host.browser.contexts()) await context.close()
})
afterAll(() => host?.close())

/** A card with the application's button pressed, and the application that draws by the portal's own means. */
async function builtIn(more: Record<string, string> = {}): Promise<{ page: Page; frame: Frame }> {
  await host.bind(CODE, 'Предложение', 'Offer', { useBuiltInInterface: 'Y', ...more })
  const page = await host.open(CARD, tiny.manager)
  await page.click(`[data-code="${CODE}"]`)
  return { page, frame: await appFrame(page, '.hidden-frame') }
}

const call = (frame: Frame, command: string, params: Record<string, unknown> = {}) =>
  frame.evaluate(([name, given]) => window.b24.placement.call(name, given), [command, params] as const)

/** Binds a callback the way the SDK does, past the 900 ms in which it takes any answer for an acknowledgement. */
async function bind(frame: Frame, command: string, only: string | null = null): Promise<() => Promise<unknown[]>> {
  await frame.evaluate(
    async ([name, id]) => {
      const told: unknown[] = []
      Object.assign(window, { [`told_${name}`]: told })
      await window.b24.placement.callCustomBind(name, id, (data) => told.push(data))
    },
    [command, only] as const,
  )
  return () => frame.evaluate((name) => (window as unknown as Record<string, unknown[]>)[`told_${name}`]!, command)
}

const form = {
  blocks: {
    note: { type: 'text', properties: { value: 'Первая\nвторая', multiline: true, bold: true, color: 'danger' } },
    city: { type: 'input', properties: { title: 'Город', value: 'Казань' } },
    kind: { type: 'dropdownMenu', properties: { values: { offer: 'предложение', executor: 'исполнитель' } } },
    about: {
      type: 'section',
      properties: {
        type: 'warning',
        blocks: { hidden: { type: 'text', visible: false, properties: { value: 'скрыто' } } },
      },
    },
    more: { type: 'link', properties: { text: 'Подробнее', action: { type: 'layoutEvent', value: 'more' } } },
  },
  primaryButton: { title: 'Сохранить', state: 'disabled' },
  secondaryButton: { title: 'Отмена' },
}

test('without the portal’s interface the button opens the application in a slider, told the item’s number', async () => {
  await host.bind(CODE, 'Предложение', 'Offer')
  const page = await host.open(CARD, tiny.manager)
  await page.click(`[data-code="${CODE}"]`)
  const frame = await appFrame(page, '.slider-app')
  expect(await frame.evaluate(() => window.b24.placement.options)).toEqual({ ID: '1', URI: CARD })
  expect(await frame.evaluate(() => window.b24.placement.getInterface())).toEqual({
    command: ['reloadData'],
    event: [],
  })
  await frame.evaluate(async (entityTypeId) => {
    const fields = { title: 'Запрос один' }
    await window.b24.actions.v2.call.make({ method: 'crm.item.update', params: { entityTypeId, id: 1, fields } })
    await window.b24.placement.call('reloadData')
  }, tiny.requests)
  await expect.poll(() => page.textContent('#pagetitle')).toBe('Запрос один')
})

test('with it the application runs hidden, is told the item in another spelling, and has commands for drawing', async () => {
  const { page, frame } = await builtIn()
  expect(await page.locator('.hidden-frame iframe').isVisible()).toBe(false)
  const options = { entityTypeId: '1036', entityId: '1', useBuiltInInterface: 'Y', URI: CARD }
  expect(JSON.parse(host.app.openings.at(-1)!.body['PLACEMENT_OPTIONS']!)).toEqual(options)
  const { command } = (await frame.evaluate(() => window.b24.placement.getInterface())) as { command: string[] }
  expect(command.toSorted()).toEqual([
    'bindEntityUpdateCallback',
    'bindLayoutEventCallback',
    'bindPrimaryButtonClickCallback',
    'bindSecondaryButtonClickCallback',
    'bindValueChangeCallback',
    'finish',
    'lock',
    'reloadData',
    'setLayout',
    'setLayoutItemState',
    'setPrimaryButtonState',
    'setSecondaryButtonState',
    'unlock',
  ])
})

test('the portal draws what the application asks for, and tells it what is typed, chosen and pressed', async () => {
  const { page, frame } = await builtIn()
  expect(await call(frame, 'setLayout', form)).toEqual({ result: 'success' })
  expect(await page.locator('[data-block="note"]').innerText()).toBe('Первая\nвторая')
  expect(await page.locator('[data-block="hidden"]').isVisible()).toBe(false)
  expect(await page.inputValue('[data-block="kind"] select')).toBe('offer')
  const [values, city, events] = await Promise.all([
    bind(frame, 'bindValueChangeCallback', 'kind'),
    bind(frame, 'bindSecondaryButtonClickCallback'),
    bind(frame, 'bindLayoutEventCallback'),
  ])
  await page.fill('[data-block="city"] input', 'Самара')
  await page.selectOption('[data-block="kind"] select', 'executor')
  await page.click('text=Подробнее')
  await page.click('text=Отмена')
  await expect.poll(values).toEqual([{ id: 'kind', value: 'executor' }])
  await expect.poll(events).toEqual([{ id: 'more', value: 'more' }])
  await expect.poll(city).toEqual([{}])
})

test('a block and a button change without the rest, and what was typed stays', async () => {
  const { page, frame } = await builtIn()
  await call(frame, 'setLayout', form)
  await page.fill('[data-block="city"] input', 'Самара')
  expect(await call(frame, 'setLayoutItemState', { id: 'hidden', visible: true })).toEqual({ result: 'success' })
  expect(await page.locator('[data-block="hidden"]').innerText()).toBe('скрыто')
  await call(frame, 'setLayoutItemState', { id: 'city', properties: { errorText: 'Такого города нет' } })
  expect(await page.inputValue('[data-block="city"] input')).toBe('Самара')
  expect(await page.textContent('.layout-error')).toBe('Такого города нет')
  expect(await page.isDisabled('.layout-foot .button-main')).toBe(true)
  await call(frame, 'setPrimaryButtonState', { state: 'normal' })
  expect(await page.isDisabled('.layout-foot .button-main')).toBe(false)
  expect(await call(frame, 'setLayoutItemState', { id: 'nobody', visible: true })).toEqual({
    result: 'error',
    errors: ['item not found'],
  })
})

test('a layout with faults is not shown and every fault is named', async () => {
  const { page, frame } = await builtIn()
  const blocks = { one: { type: 'video' }, two: { type: 'lineOfBlocks', properties: { blocks: {} } } }
  expect(await call(frame, 'setLayout', { blocks })).toEqual({
    result: 'error',
    errors: ['blocks.one: unknown block type video', 'blocks.two.blocks: at least one block is needed'],
  })
  expect(await page.locator('.layout').count()).toBe(0)
})

test('a link in the interface opens the portal’s card or the application’s own page', async () => {
  const { page, frame } = await builtIn()
  const blocks = {
    company: {
      type: 'link',
      properties: { text: 'Компания', action: { type: 'redirect', value: '/crm/company/details/2/' } },
    },
    bad: { type: 'link', properties: { text: 'Злая', action: { type: 'redirect', value: 'javascript:alert(1)' } } },
    app: {
      type: 'link',
      properties: {
        text: 'Настроить',
        action: { type: 'openRestApp', value: { mode: 'setup' }, sliderParams: { width: 700 } },
      },
    },
  }
  await call(frame, 'setLayout', { blocks })
  expect(await page.getAttribute('text=Злая', 'href')).toBe('#')
  await page.click('.layout >> text=Компания')
  expect(await page.frameLocator('.slider iframe').locator('#pagetitle').textContent()).toBe('ООО «Волга-Транс»')
  await page.keyboard.press('Escape')
  await page.click('text=Настроить')
  const inner = await appFrame(page, '.slider-app')
  expect(await inner.evaluate(() => window.b24.placement.options)).toMatchObject({
    mode: 'setup',
    entityTypeId: '1036',
    entityId: '1',
  })
})

test('the interface locks, hears that the item was saved, and finish leads back to the comment', async () => {
  const { page, frame } = await builtIn()
  await call(frame, 'setLayout', form)
  const updates = await bind(frame, 'bindEntityUpdateCallback')
  await frame.evaluate(() => void window.b24.placement.call('lock'))
  await page.waitForSelector('.activity-pane.is-locked')
  await frame.evaluate(() => void window.b24.placement.call('unlock'))
  await page.waitForSelector('.activity-pane:not(.is-locked)')
  await page.click('[data-stage="DT1036_10:SEARCH"]')
  await expect.poll(updates).toEqual([{}])
  await frame.evaluate(() => void window.b24.placement.call('finish'))
  await page.waitForSelector('.comment-form:not([hidden])')
  expect(await page.locator('.activity-pane').isVisible()).toBe(false)
  await page.click(`[data-code="${CODE}"]`)
  expect(await page.locator('.layout').isVisible()).toBe(true)
})

test('a new button greets everybody once', async () => {
  await host.bind(CODE, 'Предложение', 'Offer', {
    useBuiltInInterface: 'Y',
    newUserNotificationTitle: 'Новая кнопка',
    newUserNotificationText: 'Предложение перевозчика записывается здесь',
  })
  const page = await host.open(CARD, tiny.manager)
  expect(await page.textContent('.greeting')).toContain('Новая кнопка')
  await page.click('.greeting-close')
  await page.reload()
  await page.waitForSelector(`[data-code="${CODE}"]`)
  expect(await page.locator('.greeting').count()).toBe(0)
})
