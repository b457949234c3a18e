import { afterAll, beforeAll, expect, test } from 'vitest'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.close())

test('a day of work with everything going wrong leaves no token, no secret and no phone in the log', async () => {
  const session = await world.session(CAST.logist, 'request', DEMO_REQUEST_ID)
  const phone = '+79161234567'
  const offer = {
    key: 'press-that-is-looked-for-in-logs',
    load: { kind: 'request', id: DEMO_REQUEST_ID },
    companyId: CARRIERS.sidorov,
    rate: { minor: 8_750_000, currency: 'RUB' },
    vat: '22',
    term: null,
    body: null,
    capacityKg: null,
    vehiclePlate: null,
    trailerPlate: null,
    driverName: 'Сергей',
    driverPhone: phone,
    availableFromOn: null,
    validUntilAt: null,
    comment: `звонить на ${phone}`,
  }
  world.sandbox.portal.faults.set({
    faults: [
      { kind: 'cut-after', method: 'crm.*', times: 2 },
      { kind: 'server-error', method: 'crm.*', times: 2 },
      { kind: 'token-expired', times: 2 },
      { kind: 'refusal', method: 'crm.timeline.comment.add', status: 400, code: 'SOMETHING_NEW', times: 1 },
    ],
  })
  await world.api(session, 'POST', '/api/offers', offer)
  await world.api(session, 'POST', '/api/offers', { ...offer, key: 'short', driverPhone: phone })
  await world.api(session, 'POST', '/api/reveals', { load: offer.load, companyId: CARRIERS.sidorov, why: 'call' })
  await world.openCard(CAST.manager, 'request', DEMO_REQUEST_ID)
  for (let look = 0; look < 6; look += 1) {
    world.pass({ seconds: 70 })
    await world.settle().catch(() => undefined)
  }
  const logged = world.logged()
  expect(logged.length).toBeGreaterThan(500)
  expect(logged).not.toContain('9161234567')
  expect(logged).not.toContain(session.token)
  const phones = world.sandbox.portal.state.db
    .prepare('SELECT DISTINCT normal FROM multifield')
    .pluck()
    .all() as string[]
  const told = phones.filter((one) => one.length >= 10 && logged.includes(one.slice(-10)))
  expect(told).toEqual([])
  const tokens = world.sandbox.portal.state.db.prepare('SELECT access FROM token').pluck().all() as string[]
  expect(tokens.length).toBeGreaterThan(0)
  expect(tokens.filter((token) => logged.includes(token))).toEqual([])
  expect(logged).not.toContain('the-secret-of-the-app-in-tests')
}, 60_000)
