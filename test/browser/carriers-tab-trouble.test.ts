import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { PATIENCE_MS, type Visit } from '../support/card-visit.ts'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'
import { portalFacts } from '../support/portal-facts.ts'

let world: CardWorld
let portal: ReturnType<typeof portalFacts>
beforeAll(async () => {
  world = await startCardWorld()
  portal = portalFacts(world)
})
afterAll(() => world?.close())
afterEach(() => world?.goHome())

const openDemo = (person: number = CAST.logist) => world.visit(person, 'request', DEMO_REQUEST_ID)

/** Does something that loads the frame anew, and waits for what the new page shows. */
async function reloaded(visit: Visit, reload: () => void): Promise<void> {
  await visit.frame.evaluate(() => Object.assign(window, { isOldPage: true }))
  await visit.frame.evaluate(reload)
  await visit.frame.waitForFunction(() => !('isOldPage' in window) && document.querySelector('main') !== null)
}

/** The tab is not only drawn but works. */
async function canRecord(visit: Visit, companyId: number): Promise<void> {
  await visit.outcome(companyId, 'Не дозвонился')
  await visit
    .row(companyId)
    .getByText(/не дозвонились \d\d:\d\d/)
    .waitFor()
  await expect
    .poll(() => attemptsOn(companyId), { timeout: PATIENCE_MS })
    .toContainEqual({ result: 'no_answer', byUserId: CAST.logist })
}

async function attemptsOn(companyId: number) {
  const room = await world.context.api.openRoom(world.sandbox.memberId)
  const made = room!.store.selectFrom('attempt').select(['result', 'byUserId']).where('companyId', '=', companyId)
  return made.execute()
}

test('a reload of the frame shows the list again', async () => {
  const visit = await openDemo()
  const before = await visit.rowIds()
  await reloaded(visit, () => location.reload())
  expect(await visit.rowIds()).toEqual(before)
  await canRecord(visit, CARRIERS.sidorov)
})

test('a frame loaded anew without the portal’s form boots through the portal’s page', async () => {
  const visit = await openDemo()
  const before = (await visit.rowIds()).toSorted((a, b) => a - b)
  const asked = visit.page.waitForRequest((request) => request.url().endsWith('/api/session'))
  await reloaded(visit, () => location.replace(location.href))
  await asked
  expect((await visit.rowIds()).toSorted((a, b) => a - b)).toEqual(before)
  await canRecord(visit, CARRIERS.himtrans)
})

test('while the portal is silent, who opened the card before has the copy and its hour, others a sentence; an offer waits and arrives once', async () => {
  const visit = await openDemo()
  world.sandbox.portal.faults.set({ down: true })
  await world.context.drain(world.sandbox.memberId).catch(() => undefined)
  await reloaded(visit, () => location.reload())
  await visit.frame.getByText(/Портал сейчас не отвечает\. Показаны данные на \d\d:\d\d/).waitFor()
  expect(await visit.rowIds()).toContain(CARRIERS.okaExpress)

  const other = await openDemo(CAST.secondLogist)
  expect(await other.frame.getByRole('alert').innerText()).toContain('Портал сейчас не отвечает')
  expect(await other.received()).not.toContain('companyId')

  const row = visit.row(CARRIERS.okaExpress)
  await row.getByRole('button', { name: 'Предложить' }).click()
  await visit.frame.getByLabel('Ставка').fill('84 000')
  await visit.frame.getByLabel('Ставка').press('Control+Enter')
  await row.getByText(/84\s000\s₽ · записывается/).waitFor()

  const before = await portalBack()
  await expect
    .poll(
      async () => {
        world.pass({ seconds: 70 })
        await world.settle()
        return row.locator('.state').innerText()
      },
      { timeout: PATIENCE_MS, interval: 500 },
    )
    .toContain('записано')
  const rate = world.map.processes.offer.fields.RATE!.name
  const offers = await portal.offers('request', DEMO_REQUEST_ID, CARRIERS.okaExpress)
  expect(offers.filter((item) => String(item[rate]).startsWith('84000'))).toHaveLength(1)
  expect(await portal.comments('request', DEMO_REQUEST_ID)).toHaveLength(before + 1)
})

/** How many comments the request has when the portal answers again. */
async function portalBack(): Promise<number> {
  world.sandbox.portal.faults.clear()
  return (await portal.comments('request', DEMO_REQUEST_ID)).length
}

test('a card left open for more than an hour goes on without a word', async () => {
  const visit = await openDemo()
  world.pass({ minutes: 61 })
  const renewed = visit.page.waitForRequest((request) => request.url().endsWith('/api/session'))
  await canRecord(visit, CARRIERS.hostile)
  expect((await renewed).method()).toBe('POST')
  // The browser itself writes down the refusal that made the widget ask for a new session.
  expect(visit.complaints.splice(0)).toEqual([expect.stringContaining('401')])
})

test('a frame whose token has died meanwhile is loaded anew with a fresh one', async () => {
  const visit = await openDemo()
  world.pass({ minutes: 61 })
  await reloaded(visit, () => location.reload())
  expect(await visit.rowIds()).toContain(CARRIERS.okaExpress)
})
