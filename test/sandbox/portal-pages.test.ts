import { afterAll, beforeAll, expect, test } from 'vitest'
import { startHostPage } from '../support/host-page.ts'
import type { HostPage } from '../support/host-page.ts'
import { tiny } from '../support/tiny-seed.ts'

const LIST = `/crm/type/${tiny.requests}/list/`
const card = (id: number): string => `/crm/type/${tiny.requests}/details/${id}/`
const HOSTILE = '<img src=x onerror="window.hacked=1">"\'</script>'

let host: HostPage

beforeAll(async () => {
  host = await startHostPage()
})
afterAll(() => host?.close())

test('the menu names the CRM’s kinds, smart processes by their own titles, and the application', async () => {
  const page = await host.open('/')
  const entries = await page.locator('.menu-text').allTextContents()
  const kinds = ['Лиды', 'Сделки', 'Компании', 'Запрос', 'Предложение перевозчика']
  expect(entries).toEqual([...kinds, 'Аналитика', 'Статистика звонков', 'Рейс'])
  expect(await page.textContent('.portal-title')).toBe('Рейс-Тест')
})

test('a list shows stage, client and responsible, newest first, and finds by name and by number', async () => {
  const page = await host.open(LIST)
  expect(await page.locator('[data-item]').count()).toBe(12)
  const first = page.locator('[data-item]').first()
  expect(await first.getAttribute('data-item')).toBe('12')
  expect(await first.textContent()).toMatch(/Запрос 12\s+Успешно\s+АО «Клиент»\s+ИС/)
  await page.fill('.list-search input', '7')
  await page.press('.list-search input', 'Enter')
  await expect.poll(() => page.locator('[data-item]').count()).toBe(1)
  await page.fill('.list-search input', 'запрос 1')
  await page.press('.list-search input', 'Enter')
  await expect.poll(() => page.locator('[data-item]').count()).toBe(4)
  await page.fill('.list-search input', 'такого нет')
  await page.press('.list-search input', 'Enter')
  await expect.poll(() => page.locator('.list-empty').textContent()).toContain('Ничего не найдено')
})

test('a card names its fields in Russian and shows what a person reads, not codes', async () => {
  const page = await host.open(card(3))
  const field = (name: string) => page.locator(`[data-field="${name}"]`)
  expect(await field('UF_CRM_7_BODY').textContent()).toMatch(/Кузов\s+тент, рефрижератор/)
  expect(await field('UF_CRM_7_TARGET_RATE').textContent()).toMatch(/Целевая ставка\s+50\s003\s₽/)
  expect(await field('UF_CRM_7_LOAD_FROM_AT').textContent()).toContain('27.11.2025 08:00')
  expect(await field('companyId').textContent()).toContain('АО «Клиент»')
  expect(await field('parentId1').textContent()).toContain('Звонок с сайта')
  expect(await field('assignedById').textContent()).toContain('Анна Лебедева')
  expect(await page.locator('.stage-bar .chevron').first().textContent()).toContain('Новый')
})

test('what the person may not see is named a hidden item, and a card he may not see says so', async () => {
  const page = await host.open(card(3), tiny.logist)
  expect(await page.locator('[data-field="parentId1"]').textContent()).toContain('Скрытый элемент')
  const denied = await host.open('/crm/lead/details/5/', tiny.logist)
  expect(await denied.textContent('.notice')).toContain('Доступ запрещён')
  const missing = await host.open(card(999))
  expect(await missing.textContent('.notice')).toContain('Ничего не найдено')
})

test('hostile names and comments stay text in lists, cards and notifications', async () => {
  await host.rest(tiny.admin, 'crm.item.update', { entityTypeId: tiny.requests, id: 2, fields: { title: HOSTILE } })
  const fields = { ENTITY_ID: 2, ENTITY_TYPE: `dynamic_${tiny.requests}`, COMMENT: `[b]${HOSTILE}[/b]` }
  await host.rest(tiny.admin, 'crm.timeline.comment.add', { fields })
  const page = await host.open(card(2))
  expect(await page.textContent('#pagetitle')).toBe(HOSTILE)
  expect(await page.textContent('.entry-comment b')).toBe(HOSTILE)
  await page.goto(host.sandbox.url + LIST)
  expect(await page.textContent('[data-item="2"] .col-title')).toContain(HOSTILE)
  await page.goto(`${host.sandbox.url}${LIST}?q=${encodeURIComponent(HOSTILE)}`)
  expect(await page.inputValue('.list-search input')).toBe(HOSTILE)
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
})

test('a press on a stage moves the item with that person’s right, and a refusal is said aloud', async () => {
  const stageOf = async () => {
    const { item } = (await host.rest(tiny.admin, 'crm.item.get', { entityTypeId: tiny.requests, id: 5 })) as {
      item: { stageId: string }
    }
    return item.stageId
  }
  const page = await host.open(card(5), tiny.manager)
  await page.click('[data-stage="DT1036_10:SEARCH"]')
  await expect.poll(stageOf).toBe('DT1036_10:SEARCH')
  await expect.poll(() => page.locator('.chevron[aria-current]').textContent()).toContain('Поиск перевозчика')
  const stranger = await host.open(card(6), tiny.manager)
  await stranger.click('[data-stage="DT1036_10:SEARCH"]')
  await expect.poll(() => stranger.locator('.toast-error').count()).toBe(1)
})

test('a comment written on the card stands in its timeline under the writer’s name', async () => {
  const page = await host.open(card(7), tiny.manager)
  await page.fill('.comment-text', 'Клиент ждёт [b]до обеда[/b]')
  await page.click('.comment-form button')
  const entry = page.locator('.entry-comment').first()
  await expect.poll(() => entry.textContent()).toContain('Клиент ждёт до обеда')
  expect(await entry.textContent()).toContain('Анна Лебедева')
  expect(await page.inputValue('.comment-text')).toBe('')
})

test('an open card follows what happens elsewhere, and the bell counts what was not yet seen', async () => {
  const page = await host.open(card(9), tiny.manager)
  const fields = { ENTITY_ID: 9, ENTITY_TYPE: `dynamic_${tiny.requests}`, COMMENT: 'Есть машина' }
  await host.rest(tiny.logist, 'crm.timeline.comment.add', { fields })
  await host.rest(tiny.logist, 'im.notify.personal.add', { USER_ID: tiny.manager, MESSAGE: 'Новое [b]предложение[/b]' })
  await expect.poll(() => page.textContent('[data-live="timeline"]'), { timeout: 5000 }).toContain('Есть машина')
  await expect.poll(() => page.textContent('[data-unread]'), { timeout: 5000 }).toBe('1')
  await page.click('[data-bell]')
  await expect.poll(() => page.textContent('.popup-bell')).toContain('Новое предложение')
  expect(await page.isHidden('[data-unread]')).toBe(true)
  await page.reload()
  await expect.poll(() => page.isHidden('[data-unread]')).toBe(true)
})

test('the signed-in person is switched in the top bar', async () => {
  const page = await host.open(LIST, tiny.admin)
  await page.click('[data-user-switch]')
  await page.fill('.popup-search', 'логистика')
  await expect.poll(() => page.locator('.person-row:visible').count()).toBe(1)
  await page.click(`[data-user-id="${tiny.logist}"]`)
  await expect.poll(() => page.textContent('.user-name')).toBe('Пётр Иванов')
  await page.goto(host.sandbox.url + card(3))
  expect(await page.textContent('.user-name')).toBe('Пётр Иванов')
})

test('two windows of one browser may show two people, and each acts as its own', async () => {
  const first = await host.open(`${card(11)}?as=${tiny.manager}`)
  const second = await first.context().newPage()
  await second.goto(`${host.sandbox.url}${card(11)}?as=${tiny.salesHead}`)
  expect(await second.textContent('.user-name')).toBe('Игорь Соколов')
  await first.fill('.comment-text', 'Пишу из первого окна')
  await first.click('.comment-form button')
  const entry = first.locator('.entry-comment').first()
  await expect.poll(() => entry.textContent()).toContain('Пишу из первого окна')
  expect(await entry.textContent()).toContain('Анна Лебедева')
})

test('the portal speaks English when asked and remembers it', async () => {
  const page = await host.open(LIST)
  await page.click('.language:not([aria-current])')
  expect(await page.textContent('.grid')).toContain('Responsible')
  await page.goto(host.sandbox.url + card(3))
  expect(await page.textContent('.tabs')).toContain('General')
})

test('the children of an item are listed in a tab of its card', async () => {
  const created = await host.rest(tiny.admin, 'crm.item.add', {
    entityTypeId: tiny.offers,
    fields: { title: 'Волга-Транс, 90 000', [`parentId${tiny.requests}`]: 4 },
  })
  expect(created).toBeTruthy()
  const page = await host.open(card(4))
  await page.click(`[data-tab="relation_${tiny.offers}"]`)
  await expect.poll(() => page.textContent(`[data-panel="relation_${tiny.offers}"]`)).toContain('Волга-Транс, 90 000')
})

test('nothing is wider than the window, from a narrow one to a wide one', async () => {
  for (const width of [900, 1280, 1920])
    for (const path of [LIST, card(3)]) {
      const page = await host.open(path, tiny.admin, { width, height: 900 })
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0)
      await page.context().close()
    }
})

test('the address of one funnel’s list leads to the list, and one that leads nowhere says so in the portal’s own page', async () => {
  const open = (path: string) => fetch(`${host.sandbox.url}${path}`, { headers: { accept: 'text/html' } })
  const list = await open('/crm/deal/kanban/category/0/')
  expect(new URL(list.url).pathname).toBe('/crm/deal/list/')
  const lost = await open('/crm/no/such/page/')
  expect(lost.status).toBe(404)
  expect(await lost.text()).toContain('Ничего не найдено')
  expect(await (await fetch(`${host.sandbox.url}/crm/no/such/page/`)).text()).toBe('404 Not Found')
})
