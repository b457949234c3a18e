import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../sandbox/server.ts'
import { CARRIERS, CAST, DEMO_REQUEST_ID, STOPS_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import type { StoredStop } from '../../server/store/schema.ts'
import { readAsOf } from '../../server/store/meta.ts'
import { findPortal } from '../../server/store/portals.ts'
import { readImportPages } from '../../server/store/import-pages.ts'
import { runImport } from '../../server/sync/import.ts'
import type { PortalCopy } from '../../server/sync/portal-copy.ts'
import { relearnPlace } from '../../server/sync/relearn-place.ts'
import { teachPlace } from '../../server/store/taught-places.ts'
import { laneOf } from '../support/lanes.ts'
import { REIS_APP, startReisSide, type ReisSide } from '../support/reis-side.ts'

const TODAY = '2026-11-23'
let sandbox: Sandbox
let reis: ReisSide
let copy: PortalCopy

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'small', today: TODAY, app: REIS_APP, limits: { perSecond: Infinity } })
  reis = await startReisSide({ sandboxes: [sandbox] })
  await reis.firstContact(sandbox)
  await reis.installer.start(sandbox.memberId)
  copy = await reis.open(sandbox.memberId)
})
afterAll(async () => {
  await reis?.close()
  await sandbox?.close()
})

const countOf = (entityTypeId: number) =>
  sandbox.portal
    .call({ kind: 'webhook', userId: CAST.admin } as never, 'crm.item.list', { entityTypeId })
    .then((answer) => answer.total!)

test('every item of the portal has its row', async () => {
  const { store, map } = copy
  const rows = async (table: 'company' | 'contact' | 'lead' | 'deal' | 'offer' | 'carrier') =>
    (await store.selectFrom(table).select('id').execute()).length
  const loads = async (kind: 'request' | 'order') =>
    (await store.selectFrom('load').select('id').where('kind', '=', kind).execute()).length
  const { processes } = map
  expect({
    lead: await rows('lead'),
    deal: await rows('deal'),
    contact: await rows('contact'),
    company: await rows('company'),
    request: await loads('request'),
    order: await loads('order'),
    offer: await rows('offer'),
    carrier: await rows('carrier'),
  }).toEqual({
    lead: await countOf(1),
    deal: await countOf(2),
    contact: await countOf(3),
    company: await countOf(4),
    request: await countOf(processes.request.entityTypeId),
    order: await countOf(processes.order.entityTypeId),
    offer: await countOf(processes.offer.entityTypeId),
    carrier: await countOf(processes.carrier.entityTypeId),
  })
  expect((await store.selectFrom('user').select('id').execute()).length).toBe(sandbox.portal.users.list().length)
  expect(await readAsOf(store)).not.toBeNull()
})

test('whoever looks later sees what the import brought', async () => {
  const { steps } = await reis.installer.state(sandbox.memberId)
  const step = steps.find((one) => one.step === 'import')!
  expect(step).toMatchObject({ state: 'done', found: 0, secondsLeft: 0 })
  expect(step.entities!.every((one) => one.rows === one.total)).toBe(true)
  expect(step.created).toBe(step.entities!.reduce((sum, one) => sum + one.rows, 0))
})

test('what a card says stands in the row in our own words', async () => {
  const { store } = copy
  const load = (id: number) =>
    store.selectFrom('load').selectAll().where('kind', '=', 'request').where('id', '=', id).executeTakeFirstOrThrow()
  const demo = await load(DEMO_REQUEST_ID)
  expect(demo).toMatchObject({ stage: 'SEARCH', semantics: 'P', bodies: '["tent"]', weightKg: 20000 })
  expect(demo.fromPlaceId).toBe(524901)
  expect(demo.clientRateMinor).toBeGreaterThan(0)
  expect(demo.clientRateCurrency).toBe('RUB')
  const stops = JSON.parse((await load(STOPS_REQUEST_ID)).stops) as StoredStop[]
  expect(stops.map((stop) => stop.action)).toEqual(['load', 'load', 'unload', 'unload', 'unload'])

  const carrier = await store
    .selectFrom('carrier')
    .selectAll()
    .where('companyId', '=', CARRIERS.volgaTrans)
    .executeTakeFirstOrThrow()
  const vehicles = await store.selectFrom('vehicle').selectAll().where('carrierId', '=', carrier.id).execute()
  expect(vehicles.length).toBeGreaterThan(0)
  expect(vehicles.every((vehicle) => vehicle.body !== null && vehicle.capacityKg! >= 1000)).toBe(true)
  const directions = await store.selectFrom('direction').selectAll().where('carrierId', '=', carrier.id).execute()
  expect(directions.some((one) => one.bothWays === 1 && one.fromPlaceId !== null && one.toPlaceId !== null)).toBe(true)
  const stopped = await store
    .selectFrom('carrier')
    .select('state')
    .where('companyId', '=', CARRIERS.kamskiyPut)
    .executeTakeFirst()
  expect(stopped?.state).toBe('stop')
})

test('finished orders and offers make the lanes of their carriers, and the sums equal those of the rows', async () => {
  const { store } = copy
  const lanes = await store.selectFrom('carrierLane').selectAll().execute()
  expect(lanes.length).toBeGreaterThan(5)
  for (const lane of lanes) {
    const expected = await laneOf(store, lane)
    expect(lane).toMatchObject({
      trips: expected.trips,
      offers: expected.offers,
      lastTripAt: expected.lastTripAt,
      lastOfferAt: expected.lastOfferAt,
    })
    expect(lane.tripSum).toBeCloseTo(expected.tripSum, 6)
    expect(lane.offerSum).toBeCloseTo(expected.offerSum, 6)
  }
})

test('people with their departments and phones of companies are there for those who ask', async () => {
  const { store } = copy
  const logist = await store.selectFrom('user').selectAll().where('id', '=', CAST.logist).executeTakeFirstOrThrow()
  expect(JSON.parse(logist.departmentIds)).not.toEqual([])
  const phones = await store.selectFrom('phone').selectAll().where('ownerId', '=', CARRIERS.volgaTrans).execute()
  expect(phones.some((phone) => phone.ownerKind === 'company' && phone.value.startsWith('+7'))).toBe(true)
  const silent = await store.selectFrom('phone').selectAll().where('ownerId', '=', CARRIERS.molchanov).execute()
  expect(silent.filter((phone) => phone.ownerKind === 'company')).toEqual([])
})

test('an import killed midway goes on after the last page it wrote and reads nothing twice', async () => {
  const reference = await copy.store.selectFrom('offer').selectAll().orderBy('id').execute()
  const second = await startReisSide({ sandboxes: [sandbox] })
  try {
    await second.firstContact(sandbox)
    const portal = (await findPortal(second.registry, sandbox.memberId))!
    const store = await second.stores.of(sandbox.memberId)
    const places = await second.placesOf(sandbox.memberId)
    const client = second.clients.forUser(portal, CAST.admin, 'import')
    const half: PortalCopy = { memberId: sandbox.memberId, client, map: copy.map, store, places }
    const killer = new AbortController()
    const killed = runImport(half, {
      now: Date.now,
      signal: killer.signal,
      onProgress(progress) {
        const offers = progress.entities.find((one) => one.entity === 'offer')!
        if (offers.rows > 0) killer.abort(new Error('killed'))
      },
    })
    await expect(killed).rejects.toThrow('killed')
    const page = (await readImportPages(store)).get('offer')!
    expect(page.finishedAt).toBeNull()
    expect(page.rows).toBeGreaterThan(0)
    expect(page.rows).toBe((await store.selectFrom('offer').select('id').execute()).length)

    sandbox.portal.calls.clear()
    const seen: number[] = []
    const progress = await runImport(half, { now: Date.now, onProgress: (one) => seen.push(one.secondsLeft ?? -1) })
    expect(progress.entities.every((one) => one.rows === one.total)).toBe(true)
    expect(progress.secondsLeft).toBe(0)
    expect(await store.selectFrom('offer').selectAll().orderBy('id').execute()).toEqual(reference)
    const lanes = (database: typeof store) =>
      database
        .selectFrom('carrierLane')
        .selectAll()
        .orderBy('fromPlaceId')
        .orderBy('toPlaceId')
        .orderBy('companyId')
        .execute()
    const counted = (rows: Awaited<ReturnType<typeof lanes>>) =>
      rows.map(({ tripSum: _t, offerSum: _o, ...rest }) => rest)
    expect(counted(await lanes(store))).toEqual(counted(await lanes(copy.store)))
    const lists = sandbox.portal.calls.read().calls.flatMap((call) => call.commands ?? [])
    const pagesLeft = (entity: string, rowsBefore: number) =>
      Math.floor((progress.entities.find((one) => one.entity === entity)!.rows - rowsBefore) / 50) + 1
    // Two totals, what was left of the offers, the carriers; no entity that was finished.
    expect(lists.length).toBeLessThanOrEqual(2 + pagesLeft('offer', page.rows) + pagesLeft('carrier', 0))
  } finally {
    await second.close()
  }
})

test('a text nobody could place is placed everywhere once a person has taught it', async () => {
  const { store, places } = copy
  const unknown = await store
    .selectFrom('load')
    .selectAll()
    .where('fromPlaceId', 'is', null)
    .where('loadText', 'is not', null)
    .executeTakeFirstOrThrow()
  const text = unknown.loadText!
  await teachPlace(store, { text, placeId: 524901, byUserId: CAST.logist, at: '2026-11-23T09:00:00.000Z' })
  expect(await relearnPlace(store, places, `  ${text.toUpperCase()} `)).toBeGreaterThan(0)
  const after = await store
    .selectFrom('load')
    .select('fromPlaceId')
    .where('kind', '=', unknown.kind)
    .where('id', '=', unknown.id)
    .executeTakeFirst()
  expect(after?.fromPlaceId).toBe(524901)
})
