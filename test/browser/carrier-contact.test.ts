import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { startCardWorld, type CardWorld } from '../support/card-world.ts'
import { portalFacts } from '../support/portal-facts.ts'

let world: CardWorld
beforeAll(async () => {
  world = await startCardWorld()
}, 180_000)
afterEach(() => world?.goHome())
afterAll(() => world?.close())

/** Somebody has opened what is known of the carrier. */
async function detailsOf(userId: number, companyId: number) {
  const visit = await world.visit(userId, 'request', DEMO_REQUEST_ID)
  await visit.row(companyId).click()
  const details = visit.frame.locator('.details')
  await details.locator('[data-write]').waitFor()
  return { ...visit, details }
}
const reveals = async () => {
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  return store.selectFrom('reveal').selectAll().execute()
}

test('a message goes through the portal’s own channel: its messenger opens with the dialogue, and no number is given', async () => {
  world.sandbox.portal.state.channels.sessions.add({
    code: 'whatsapp',
    line: 1,
    chatId: 4242,
    userCode: 'client-1',
    channelChat: 'chat-1',
    cards: [`COMPANY|${CARRIERS.himtrans}`],
  })
  const { page, details } = await detailsOf(CAST.logist, CARRIERS.himtrans)
  expect(await details.locator('[data-show-number]').count(), 'a logist calls and writes, and is shown no number').toBe(
    0,
  )
  await details.locator('[data-write]').press('Enter')
  await page.getByText('chat4242').waitFor()
  expect(await reveals()).toEqual([])
})

test('where the portal has no dialogue with him yet, his card opens, and it is said why', async () => {
  const { page, frame, details } = await detailsOf(CAST.logist, CARRIERS.sidorov)
  await details.locator('[data-write]').click()
  await frame.getByText('Чата с ним в портале ещё нет').first().waitFor()
  await page.locator(`iframe[src*="/crm/company/details/${CARRIERS.sidorov}/"]`).waitFor()
  expect(await reveals()).toEqual([])
})

test('a head is shown the whole number at one press, and it is on record who saw whose and why', async () => {
  const portal = portalFacts(world)
  const { details } = await detailsOf(CAST.logisticsHead, CARRIERS.sidorov)
  await details.locator('[data-show-number]').press('Enter')
  await details.locator('[data-number]').waitFor()
  const digits = (text: string) => text.replaceAll(/\D/g, '').slice(-10)
  expect(digits(await details.locator('[data-number]').innerText())).toBe(
    digits(await portal.phoneOf(CARRIERS.sidorov)),
  )
  expect(await reveals()).toMatchObject([
    { userId: CAST.logisticsHead, companyId: CARRIERS.sidorov, loadId: DEMO_REQUEST_ID, why: 'copy' },
  ])
})
