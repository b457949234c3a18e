import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { captureDesk, capture, known, load, priced } from '../support/capture-desk.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let desk: ReturnType<typeof captureDesk>
beforeAll(async () => {
  world = await startWorld()
  desk = captureDesk(world)
})
afterAll(() => world?.close())
beforeEach(() => world.sandbox.portal.faults.clear())

test('a driver’s papers and number stay in the portal: none are in our file, the log, or the page, once they are written', async () => {
  const visit = await desk.onCompany(CARRIERS.himtrans)
  const driver = {
    driverName: 'Илья Громов',
    driverPhone: '8 916 765-43-21',
    driverLicence: '9913 765432',
    vehiclePaper: 'XTC53229R57654321',
  }
  const { key } = await desk.sent(
    visit,
    capture({ ...priced(driver), action: 'executor' }, { carrier: known(CARRIERS.himtrans) }),
  )
  expect(await visit.write(key)).toMatchObject({ state: 'done' })
  const { DRIVER_LICENCE, VEHICLE_PAPER } = world.map.processes.offer.fields
  expect(await desk.offerBy(key)).toMatchObject({
    [DRIVER_LICENCE!.name]: '99 13 765432',
    [VEHICLE_PAPER!.name]: 'XTC53229R57654321',
  })
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  const kept = [
    await store.selectFrom('writeChain').selectAll().execute(),
    await store.selectFrom('writeStep').selectAll().execute(),
    await store.selectFrom('offer').selectAll().execute(),
    (await desk.onCompany(CARRIERS.himtrans)).start,
  ]
  for (const place of [...kept.map((rows) => JSON.stringify(rows)), world.logged()])
    expect(place.replaceAll(/[\s()+-]/g, '')).not.toMatch(/765432|XTC53229|9167654321/)
})

test('while the portal is silent, in a draft and in the Carriers tab’s own form, a driver’s papers lie sealed on the disk', async () => {
  const visit = await desk.onCompany(CARRIERS.himtrans)
  const driver = {
    driverName: 'Олег Панин',
    driverPhone: '8 917 555-66-77',
    driverLicence: '9914 222333',
    vehiclePaper: 'XTC53229R57000777',
  }
  const draft = { licence: driver.driverLicence, driverPhone: driver.driverPhone }
  const tab = await world.session(CAST.logist, 'request', DEMO_REQUEST_ID)
  const { status } = await world.api(visit.session, 'PUT', '/api/capture-drafts', { callId: null, draft })
  expect([status, (await desk.onCompany(CARRIERS.himtrans)).start.draft]).toEqual([204, draft])
  expect(onDisk()).not.toMatch(PANINS)
  world.sandbox.portal.faults.set({ down: true })
  const input = capture({ ...priced(driver), action: 'executor' }, { carrier: known(CARRIERS.himtrans) })
  expect((await visit.post(input)).status).toBe(202)
  expect((await world.api(tab, 'POST', '/api/offers', offerOfTab(driver.driverPhone))).status).toBe(202)
  expect(onDisk()).not.toMatch(PANINS)
  world.sandbox.portal.faults.clear()
  for (let look = 0; look < 6; look++) {
    world.pass({ seconds: 90 })
    await world.settle()
  }
  const { DRIVER_LICENCE, DRIVER_PHONE } = world.map.processes.offer.fields
  expect(await desk.offerBy(input.key)).toMatchObject({
    [DRIVER_LICENCE!.name]: '99 14 222333',
    [DRIVER_PHONE!.name]: '+79175556677',
  })
  expect(onDisk()).not.toMatch(PANINS)
})
const PANINS = /9914 ?222333|99 14 222333|XTC53229R57000777|9175556677|917 555-66-77/
const offerOfTab = (driverPhone: string) => ({
  key: 'an-offer-with-a-driver-in-it-1',
  load,
  companyId: CARRIERS.sidorov,
  rate: { minor: 8_600_000, currency: 'RUB' },
  vat: '22',
  term: null,
  body: 'tent',
  capacityKg: 20_000,
  vehiclePlate: null,
  trailerPlate: null,
  driverName: 'Олег Панин',
  driverPhone,
  availableFromOn: null,
  validUntilAt: null,
  comment: null,
})
/** All bytes of the server’s files, as whoever finds the disk would read them. */
const onDisk = () => {
  const folder = world.context.config.dataFolder
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('')
}
