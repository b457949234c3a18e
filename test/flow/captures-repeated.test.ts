import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CARRIERS } from '../../sandbox/seeds/cast.ts'
import { captureDesk, capture, priced } from '../support/capture-desk.ts'
import { leadOf } from '../support/capture-visit.ts'
import { portalFacts } from '../support/portal-facts.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let portal: ReturnType<typeof portalFacts>
let desk: ReturnType<typeof captureDesk>
beforeAll(async () => {
  world = await startWorld()
  portal = portalFacts(world)
  desk = captureDesk(world)
})
afterAll(() => world?.close())
beforeEach(() => world.sandbox.portal.faults.clear())

test('a press while the portal is down is delivered whole when it is back, once', async () => {
  const leadId = await leadOf(world, await portal.phoneOf(CARRIERS.sidorov))
  const visit = await desk.onLead(leadId)
  world.sandbox.portal.faults.set({ down: true })
  const input = capture(priced())
  expect((await visit.post(input)).status).toBe(202)
  await world.context.deliver(world.sandbox.memberId)
  world.sandbox.portal.faults.clear()
  for (let look = 0; look < 6; look++) {
    world.pass({ seconds: 90 })
    await world.settle()
  }
  expect(await visit.write(input.key)).toMatchObject({ state: 'done' })
  await desk.offerBy(input.key)
  expect(
    (await desk.commentsOf('lead', leadId)).filter((text) => text.includes('Предложение по перевозке')),
  ).toHaveLength(1)
})

test('the same press twice is one; another under its key is refused', async () => {
  const visit = await desk.onCompany(CARRIERS.sidorov)
  const input = await desk.sent(visit, capture(priced()))
  expect((await visit.post(input)).status).toBe(200)
  const other = await visit.post({
    ...input,
    what: priced({ rate: { minor: 9_900_000, currency: 'RUB', per: 'trip' } }),
  })
  expect(other.status).toBe(400)
})

test('the same press that comes many times at once is one, and every time is told so', async () => {
  const visit = await desk.onCompany(CARRIERS.sidorov)
  for (let round = 0; round < 5; round++) {
    const input = capture(priced())
    const answers = await Promise.all(Array.from({ length: 6 }, () => visit.post(input)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 202])
  }
  await world.settle()
})
