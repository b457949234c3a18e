import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readBoot } from '../../cli/demo/portal-pages.ts'
import type { Boot } from '../../contract/session.ts'
import { CARRIERS, CAST, DEMO_ORDER_ID, DEMO_REQUEST_ID, REEFER_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import type { Visit } from '../support/card-visit.ts'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'
import { portalFacts, unparted } from '../support/portal-facts.ts'

let world: CardWorld
let portal: ReturnType<typeof portalFacts>
let phones: string[]
beforeAll(async () => {
  world = await startCardWorld()
  portal = portalFacts(world)
  phones = await portal.phones()
})
afterAll(() => world?.close())
afterEach(() => world?.goHome())

/** What the server put into the page itself. */
async function bootOf(visit: Visit): Promise<Extract<Boot, { state: 'carriers' }>> {
  const boot = readBoot<Boot>(await visit.received())
  if (boot.state !== 'carriers') throw new Error(`The card opened as ${boot.state}`)
  return boot
}

async function fullPhonesIn(visit: Visit): Promise<string[]> {
  const seen = unparted((await visit.frame.content()) + (await visit.received()))
  return phones.filter((phone) => seen.includes(phone))
}

const CARDS = [
  ['request', DEMO_REQUEST_ID],
  ['order', DEMO_ORDER_ID],
] as const

test.each(CARDS)(
  'on the card of a %s a logist sees who could take the load, best first, each with reason, sources and a masked phone, and no client rate',
  async (kind, id) => {
    const visit = await world.visit(CAST.logist, kind, id)
    const { rows } = (await bootOf(visit)).answer
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.map((row) => row.score)).toEqual(rows.map((row) => row.score).toSorted((a, b) => b - a))
    expect(await visit.rowIds()).toEqual(rows.map((row) => row.companyId))
    for (const { companyId } of rows) {
      const row = visit.row(companyId)
      expect(await row.locator('.row-why').innerText()).toMatch(/\S+ \S+/)
      for (const badge of await row.locator('.source').allInnerTexts())
        expect(badge).toMatch(/^(База|Предложения|Рейсы|В пути) [1-9]\d*$/)
      expect(await row.locator('.source').count()).toBeGreaterThan(0)
      expect(await row.locator('.phone-button').innerText()).toMatch(/^\+\d \d{3} •••-••-\d\d$/)
    }
    expect(phones.length).toBeGreaterThan(50)
    expect(await fullPhonesIn(visit)).toEqual([])
    expect(await visit.received()).not.toContain('clientRate')
    expect(await visit.frame.locator('.load').innerText()).toContain('Целевая ставка')
    expect(await visit.frame.content()).not.toContain('Ставка клиента')
  },
)

test.each(CARDS)('on the card of a %s its manager sees the client’s rate too', async (kind, id) => {
  const card = await portal.card(kind, id)
  const visit = await world.visit(Number(card['assignedById']), kind, id)
  const rate = Number.parseFloat(String(card[world.map.processes[kind].fields.CLIENT_RATE!.name]))
  expect(rate).toBeGreaterThan(1000)
  const strip = unparted(await visit.frame.locator('.load-money').innerText())
  expect(strip).toContain(`Ставкаклиента${rate}₽`)
  expect(await fullPhonesIn(visit)).toEqual([])
})

test('who may read the order but does not deal with carriers gets a sentence and no data', async () => {
  for (const person of [CAST.office, CAST.accountant]) {
    const visit = await world.visit(person, 'order', DEMO_ORDER_ID)
    expect(await visit.frame.getByRole('alert').innerText()).toContain('нет права')
    expect(await visit.received()).not.toMatch(/companyId|"load"|₽/)
    expect(await visit.frame.locator('[data-company]').count()).toBe(0)
  }
})

test.each(CARDS)('whom the portal does not show the %s has no tab, and we are not asked', async (kind, id) => {
  const visit = await world.visit(CAST.hr, kind, id, { beforeTab: true })
  await visit.page.getByText('Доступ запрещён').waitFor()
  expect(await visit.tab.count()).toBe(0)
  expect([...visit.origins]).toEqual([world.sandbox.url])
  expect(visit.complaints.splice(0)).toEqual([expect.stringContaining('403')])
})

test('who cannot take the load stays in sight below, with the reason', async () => {
  const visit = await world.visit(CAST.logist, 'request', DEMO_REQUEST_ID)
  const above = await visit.rowIds()
  await visit.openVetoed()
  for (const [companyId, reason] of [
    [CARRIERS.kamskiyPut, 'В стоп-листе'],
    [CARRIERS.dorogin, 'В стоп-листе: Сорвал две загрузки подряд'],
    [CARRIERS.zavolzhye, /Работа с ним приостановлена до \d\d\.\d\d/],
    [CARRIERS.molchanov, 'Нет телефона'],
    [CARRIERS.volgaTrans, 'Нужен кузов тент, у него рефрижератор'],
    [CARRIERS.severnyTent, 'Просил больше к нему не обращаться'],
  ] as const) {
    await visit.row(companyId).getByText(reason).first().waitFor()
    expect(above).not.toContain(companyId)
  }
  await visit.row(CARRIERS.kamskiyPut).locator('.cell-vehicle').click()
  await visit.frame.locator('.details-vetoes').getByText('Не прошёл проверку безопасности').waitFor()
})

test('a frozen load turns it round: the reefer is on top, tents are below', async () => {
  const visit = await world.visit(CAST.logist, 'request', REEFER_REQUEST_ID)
  expect(await visit.rowIds()).toContain(CARRIERS.volgaTrans)
  await visit.openVetoed()
  await visit.row(CARRIERS.sidorov).getByText('Нужен кузов рефрижератор, у него тент').waitFor()
})

test('a hostile name is text, wherever it stands', async () => {
  const visit = await world.visit(CAST.logist, 'request', DEMO_REQUEST_ID)
  const row = visit.row(CARRIERS.hostile)
  expect(await row.locator('.row-company').innerText()).toBe(`<b>"Рога" & 'копыта'</b>`)
  await row.getByRole('button', { name: 'Предложить' }).click()
  expect(await visit.frame.getByRole('form').getAttribute('aria-label')).toContain(`<b>"Рога"`)
  await row.locator('[data-outcome]').click()
  await visit.frame.locator('.outcome-name').getByText('<b>').waitFor()
  expect(await visit.frame.locator('b', { hasText: 'Рога' }).count()).toBe(0)
})

test('the keyboard is enough: search, walk, open, close', async () => {
  const visit = await world.visit(CAST.logist, 'request', DEMO_REQUEST_ID)
  const { keyboard } = visit.page
  const focused = () => visit.frame.evaluate(() => Number((document.activeElement as HTMLElement).dataset['company']))
  const all = await visit.rowIds()
  await visit.frame.locator('.toolbar-title').click()
  for (const [key, position] of [
    ['j', 0],
    ['j', 1],
    ['j', 2],
    ['k', 1],
    ['ArrowDown', 2],
  ] as const) {
    await keyboard.press(key)
    await expect.poll(focused).toBe(all[position])
  }
  await keyboard.press('/')
  await keyboard.type('химт')
  expect(await visit.rowIds()).toEqual([CARRIERS.himtrans])
  await keyboard.press('Enter')
  await expect.poll(focused).toBe(CARRIERS.himtrans)
  await keyboard.press('Enter')
  await visit.frame.locator('.details').getByText('Почему он в списке').waitFor()
  expect(await visit.frame.locator('.details-reasons li').count()).toBeGreaterThan(1)
  await keyboard.press('Escape')
  await visit.frame.locator('.details').waitFor({ state: 'detached' })
  await keyboard.press('Escape')
  await expect.poll(visit.rowIds).toEqual(all)
})

test('a carrier’s name opens his company in the portal’s slider', async () => {
  const visit = await world.visit(CAST.logist, 'request', DEMO_REQUEST_ID)
  await visit.row(CARRIERS.sidorov).getByRole('button', { name: 'ИП Сидоров', exact: true }).click()
  await visit.page.waitForSelector('.slider iframe')
  const inside = visit.page.frameLocator('.slider iframe')
  expect(await inside.locator('#pagetitle').innerText()).toBe('ИП Сидоров')
})

test('in English nothing of the tab’s own is left in Russian', async () => {
  const visit = await world.visit(CAST.logist, 'request', DEMO_REQUEST_ID, { query: '?lang=en' })
  expect(await visit.frame.locator('html').getAttribute('lang')).toBe('en')
  const why = visit.row(CARRIERS.sidorov).locator('.row-why')
  expect(await why.innerText()).toMatch(/^\d+\strips Москва → Казань, the last /)
  await visit.openVetoed()
  await visit.row(CARRIERS.volgaTrans).getByText('Needs tilt, has reefer').waitFor()
  await visit.row(CARRIERS.sidorov).getByRole('button', { name: 'Propose' }).click()
  await visit.frame.getByRole('button', { name: 'Record the offer' }).waitFor()
  for (const part of ['.toolbar', '.rows-head', '.vetoed-head', '.offer', '.cell-action'])
    expect(await visit.frame.locator(part).first().innerText()).not.toMatch(/[а-яё]/i)
})

test('a reader’s dark theme holds, from the first paint of the next opening', async () => {
  const visit = await world.visit(CAST.logist, 'request', DEMO_REQUEST_ID)
  const lightness = () =>
    visit.frame.evaluate(() => {
      const colour = getComputedStyle(document.querySelector('.load')!).backgroundColor
      return Math.max(
        ...colour
          .match(/[\d.]+/g)!
          .slice(0, 3)
          .map(Number),
      )
    })
  expect(await lightness()).toBeGreaterThan(240)
  await visit.frame.getByRole('button', { name: 'Клавиши и оформление' }).click()
  await visit.frame.getByRole('radio', { name: 'Тёмное' }).click()
  await expect.poll(lightness).toBeLessThan(80)
  await visit.page.reload()
  await visit.openTab()
  expect(await lightness()).toBeLessThan(80)
})
