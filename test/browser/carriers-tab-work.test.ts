import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CARRIERS, CAST, AMBIGUOUS_REQUEST_ID, DEMO_ORDER_ID, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { enterFrame, PATIENCE_MS, type Visit } from '../support/card-visit.ts'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'
import { lastDigits, portalFacts, unparted } from '../support/portal-facts.ts'

const SOON = { timeout: PATIENCE_MS }

let world: CardWorld
let portal: ReturnType<typeof portalFacts>
beforeAll(async () => {
  world = await startCardWorld()
  portal = portalFacts(world)
})
afterAll(() => world?.close())
afterEach(() => world?.goHome())

/** Two logists look at the same request, each in a browser session of his own. */
async function colleagues(): Promise<[Visit, Visit]> {
  const pair = await Promise.all(
    [CAST.logist, CAST.secondLogist].map((person) => world.visit(person, 'request', DEMO_REQUEST_ID)),
  )
  await Promise.all(pair.map((visit) => visit.listening()))
  return pair as [Visit, Visit]
}

/** Every text the carrier's state has shown, in the order of appearance. */
async function noteStates(visit: Visit, companyId: number): Promise<() => Promise<string[]>> {
  await visit.frame.evaluate((id) => {
    const seen: string[] = []
    const look = () => {
      const text = document.querySelector(`[data-company="${id}"] .state`)?.textContent ?? ''
      if (seen.at(-1) !== text) seen.push(text)
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
    Object.assign(window, { seenStates: seen })
  }, companyId)
  return () => visit.frame.evaluate(() => (window as unknown as { seenStates: string[] }).seenStates)
}

test('what one logist hears on the phone a colleague sees at once, and who heard it', async () => {
  const [mine, his] = await colleagues()
  await mine.outcome(CARRIERS.okaExpress, 'Не дозвонился')
  for (const visit of [mine, his])
    await visit
      .row(CARRIERS.okaExpress)
      .getByText(/не дозвонились \d\d:\d\d/)
      .waitFor()
  await his.row(CARRIERS.okaExpress).locator('.cell-vehicle').click()
  await his.frame.locator('.details').getByText('Алексей Иванов: не дозвонились').waitFor()
  expect(await his.rowIds()).toContain(CARRIERS.okaExpress)
})

test('a carrier who is busy goes down for this load, for both, and the base in the portal learns when and where he is free', async () => {
  const [mine, his] = await colleagues()
  await mine.outcome(CARRIERS.himtrans, 'Занят до…')
  await mine.frame.getByRole('button', { name: 'через 7 дней' }).click()
  const day = await mine.frame.getByLabel('До какого дня').inputValue()
  await mine.frame.getByLabel('Где освободится').fill('Самара')
  await mine.frame.getByRole('button', { name: 'Записать', exact: true }).click()
  const short = `${day.slice(8)}.${day.slice(5, 7)}`
  for (const visit of [mine, his]) {
    await visit.row(CARRIERS.himtrans).getByText(`занят до ${short}`, { exact: true }).waitFor()
    await visit.frame.getByRole('button', { name: 'Порядок изменился' }).click()
    await expect.poll(visit.rowIds, SOON).not.toContain(CARRIERS.himtrans)
    await visit.openVetoed()
    await visit.row(CARRIERS.himtrans).getByText(`Занят до ${short}`, { exact: true }).waitFor()
  }
  const { FREE_PLACE, FREE_ON } = world.map.processes.carrier.fields
  await expect.poll(async () => (await portal.baseEntry(CARRIERS.himtrans))[FREE_PLACE!.name], SOON).toBe('Самара')
  expect(String((await portal.baseEntry(CARRIERS.himtrans))[FREE_ON!.name])).toMatch(new RegExp(`^${day}`))
})

test('a press on the phone gives the portal one number to call, leaves one record, and no number in the page', async () => {
  const [mine, his] = await colleagues()
  await mine.row(CARRIERS.sidorov).getByRole('button', { name: 'Позвонить: ИП Сидоров' }).click()
  const phone = lastDigits(await portal.phoneOf(CARRIERS.sidorov))
  expect(phone).toHaveLength(10)
  await mine.page.locator('.call-card-number').waitFor()
  const calls = await mine.page.evaluate(
    () => (window as unknown as { sandboxCalls: { target: string }[] }).sandboxCalls,
  )
  expect(calls.map(({ target }) => lastDigits(target))).toEqual([phone])
  await his.row(CARRIERS.sidorov).getByText('Алексей Иванов звонит').waitFor()
  await mine.row(CARRIERS.sidorov).getByText('вы звоните').waitFor()
  const room = await world.context.api.openRoom(world.sandbox.memberId)
  const reveals = await room!.store.selectFrom('reveal').selectAll().execute()
  expect(reveals).toMatchObject([
    { userId: CAST.logist, companyId: CARRIERS.sidorov, loadKind: 'request', loadId: DEMO_REQUEST_ID, why: 'call' },
  ])
  const values = await mine.frame.$$eval('input', (inputs) => inputs.map((input) => input.value).join(' '))
  expect(unparted((await mine.frame.content()) + values).includes(phone)).toBe(false)
  await mine.frame.getByRole('menuitem', { name: 'Дорого' }).click()
  await his.row(CARRIERS.sidorov).getByText('дорого', { exact: true }).waitFor()
})

/** Walks by Tab until the focus is where the frame says. */
async function tabUntil(visit: Visit, isThere: () => boolean): Promise<void> {
  for (let presses = 0; presses < 40 && !(await visit.frame.evaluate(isThere)); presses++) {
    await visit.page.keyboard.press('Tab')
    // From one document to another the focus takes a moment; a drawn frame knows where it is.
    for (const place of [visit.page.mainFrame(), visit.frame])
      await place.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => drawn(true))))
  }
  expect(await visit.frame.evaluate(isThere)).toBe(true)
}

/** Chooses an option below the current one of an opened list; waits after each press until the list has followed. */
async function arrowDownTo(visit: Visit, option: string): Promise<void> {
  const highlighted = visit.frame.locator('[role=option][data-highlighted]')
  for (;;) {
    const current = await highlighted.innerText()
    if (current === option) break
    await visit.page.keyboard.press('ArrowDown')
    await expect.poll(() => highlighted.innerText(), SOON).not.toBe(current)
  }
  await visit.page.keyboard.press('Enter')
  // The closed list gives the focus back to its field.
  await expect.poll(() => visit.frame.evaluate(() => document.activeElement?.role), SOON).toBe('combobox')
}

test('an offer is made by keyboard alone and stands in the portal, signed by the logist', async () => {
  const visit = await world.visit(CAST.logist, 'request', DEMO_REQUEST_ID, { beforeTab: true })
  const { keyboard } = visit.page
  await visit.tab.focus()
  await keyboard.press('Enter')
  const frame = await enterFrame(visit)
  const states = await noteStates(visit, CARRIERS.hostile)
  // From the portal's own tabs straight into the search of ours.
  await tabUntil(visit, () => document.hasFocus() && document.activeElement?.matches('[type=search]') === true)
  await keyboard.type('рога')
  await keyboard.press('Enter')
  await keyboard.press('p')
  await frame.getByLabel('Ставка').waitFor()
  await keyboard.type('87 500')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await arrowDownTo(visit, 'с НДС 5 %')
  await tabUntil(visit, () => {
    const { activeElement } = document
    return activeElement instanceof HTMLInputElement && activeElement.labels?.[0]?.textContent === 'Комментарий'
  })
  await keyboard.type('встанет в семь утра')
  world.sandbox.portal.faults.set({ latencyMs: 250 })
  await keyboard.press('Control+Enter')
  await visit.row(CARRIERS.hostile).getByText('записано').waitFor()
  expect((await states()).join(' → ')).toMatch(/записывается.* → [^→]*записано/)
  world.sandbox.portal.faults.clear()

  const offers = await portal.offers('request', DEMO_REQUEST_ID, CARRIERS.hostile)
  const { fields, stages } = world.map.processes.offer
  const made = offers.filter((item) => /^87500(\.00)?\|RUB$/.test(String(item[fields.RATE!.name])))
  expect(made).toHaveLength(1)
  expect(made[0]).toMatchObject({
    createdBy: CAST.logist,
    stageId: stages.RECEIVED,
    [fields.CARRIER!.name]: CARRIERS.hostile,
    [fields.PAYMENT_FORM!.name]: fields.PAYMENT_FORM!.elements!['5'],
    [fields.COMMENT!.name]: 'встанет в семь утра',
  })
  const comment = (await portal.comments('request', DEMO_REQUEST_ID))[0]!
  expect(Number(comment.AUTHOR_ID)).toBe(CAST.logist)
  expect(comment.COMMENT).toMatch(/Ставка: 87\s500\s₽ с НДС 5 %[^]*Комментарий: встанет в семь утра/)
})

/** Fills the form of a carrier; it is sent by the test. */
async function fillOffer(visit: Visit, companyId: number, rate: string): Promise<void> {
  await visit.row(companyId).getByRole('button', { name: 'Предложить' }).click()
  await visit.frame.getByLabel('Ставка').fill(rate)
}

test('the responsible manager has one notice of a load, brought up to date by the next offer', async () => {
  const [mine, his] = await colleagues()
  const managerId = Number((await portal.card('request', DEMO_REQUEST_ID))['assignedById'])
  const notices = () => portal.notices(managerId, `REIS|OFFER|request|${DEMO_REQUEST_ID}`)
  await fillOffer(mine, CARRIERS.okaExpress, '81 000')
  await mine.frame.getByRole('button', { name: 'Записать предложение' }).click()
  await expect
    .poll(
      () =>
        notices()
          .map((one) => one.message)
          .join(),
      SOON,
    )
    .toMatch(/Ока-Экспресс.*81\s000/)
  expect(notices()).toHaveLength(1)
  await fillOffer(his, CARRIERS.hostile, '79 000')
  await his.frame.getByLabel('Ставка').press('Control+Enter')
  await expect
    .poll(
      () =>
        notices()
          .map((one) => one.message)
          .join(),
      SOON,
    )
    .toMatch(/79\s000[^]*Всего предложений: \d+/)
  expect(notices()).toHaveLength(1)
  // What one has offered the other sees without asking.
  await his
    .row(CARRIERS.okaExpress)
    .getByText(/81\s000/)
    .waitFor()
  const manager = await world.visit(managerId, 'request', DEMO_REQUEST_ID, { beforeTab: true })
  await manager.page.locator('[data-bell]').click()
  await manager.page.getByText('Всего предложений').first().waitFor()
})

test('a double press makes one offer, on the order of a permanent client too', async () => {
  const visit = await world.visit(CAST.logist, 'order', DEMO_ORDER_ID)
  const companyId = (await visit.rowIds())[0]!
  const before = (await portal.offers('order', DEMO_ORDER_ID, companyId)).length
  const comments = (await portal.comments('order', DEMO_ORDER_ID)).length
  await fillOffer(visit, companyId, '43к')
  if ((await visit.frame.getByLabel('НДС').innerText()).trim() === '') {
    await visit.frame.getByLabel('НДС').click()
    await visit.frame.getByRole('option', { name: 'без НДС' }).click()
  }
  await visit.frame.getByRole('button', { name: 'Записать предложение' }).dblclick()
  await visit.row(companyId).getByText('записано').waitFor()
  await world.settle()
  expect(await portal.offers('order', DEMO_ORDER_ID, companyId)).toHaveLength(before + 1)
  expect(await portal.comments('order', DEMO_ORDER_ID)).toHaveLength(comments + 1)
})

const question = (visit: Visit, text: string) => visit.frame.getByRole('group', { name: `«${text}»` })

test('towns of one name are asked about once; the next request with the same words knows them', async () => {
  const visit = await world.visit(CAST.logist, 'request', AMBIGUOUS_REQUEST_ID)
  expect(await visit.rowIds()).toEqual([])
  await question(visit, 'Ростов').getByRole('button', { name: 'Ростов-на-Дону' }).click()
  await question(visit, 'Ростов').waitFor({ state: 'detached' })
  await question(visit, 'Киров').getByRole('button', { name: 'Киров Кировская область' }).click()
  await question(visit, 'Киров').waitFor({ state: 'detached' })
  await visit.frame.locator('.load-distance').waitFor()
  const next = await portal.addRequest('Ростов', 'Киров', CAST.manager)
  const colleague = await world.visit(CAST.secondLogist, 'request', next)
  expect(await colleague.frame.getByRole('group').count()).toBe(0)
  expect(await colleague.frame.locator('.load-route h1').innerText()).toMatch(/Ростов-на-Дону\s*→\s*Киров/)
})

test('a place nobody knows is found by typing, and the list appears', async () => {
  const place = 'площадка Зюряк у Лукича'
  const visit = await world.visit(CAST.logist, 'request', await portal.addRequest(place, 'Казань', CAST.manager))
  expect(await visit.rowIds()).toEqual([])
  await question(visit, place).getByRole('combobox').fill('Москва')
  await visit.frame
    .getByRole('option', { name: /^Москва/ })
    .first()
    .click()
  await question(visit, place).waitFor({ state: 'detached' })
  await expect.poll(visit.rowIds, SOON).toContain(CARRIERS.sidorov)
  const next = await world.visit(CAST.logist, 'request', await portal.addRequest(place, 'Казань', CAST.manager))
  expect(await next.rowIds()).toContain(CARRIERS.sidorov)
})
