import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../sandbox/server.ts'
import { createMapDesk, type MapDesk } from '../../server/install/map-desk.ts'
import type { PortalMap } from '../../contract/portal-map.ts'
import { readMeta, writeMeta } from '../../server/store/meta.ts'
import type { PortalStore } from '../../server/store/database.ts'
import { REIS_APP, startReisSide, type ReisSide } from '../support/reis-side.ts'

let sandbox: Sandbox
let reis: ReisSide
let desk: MapDesk
let store: PortalStore

beforeAll(async () => {
  const limits = { perSecond: Infinity }
  sandbox = await startSandbox({ seed: 'mogutin-own', scale: 0.01, today: '2026-11-23', app: REIS_APP, limits })
  reis = await startReisSide({ sandboxes: [sandbox] })
  await reis.firstContact(sandbox)
  desk = createMapDesk(reis)
  await setUp()
  store = await reis.stores.of(sandbox.memberId)
})
afterAll(async () => {
  await reis?.close()
  await sandbox?.close()
})

async function setUp(change: (map: PortalMap) => PortalMap = (map) => map): Promise<void> {
  const { map } = await desk.look(sandbox.memberId, 'ru')
  const { dryRun } = await desk.choose(sandbox.memberId, change(structuredClone(map)), 'ru')
  await desk.approve(sandbox.memberId, dryRun.key, 'ru')
  const { state, steps } = await reis.installer.start(sandbox.memberId)
  expect(steps.filter((step) => step.problem)).toEqual([])
  expect(state).toBe('finished')
}

const withCarrier = (entityTypeId: number) => (map: PortalMap) => ({
  ...map,
  processes: { ...map.processes, carrier: { entityTypeId, fields: {}, elements: {}, stages: null } },
})
const ids = async (table: 'carrier' | 'offer') =>
  (await store.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id)
const inPortal = (entityTypeId: number) =>
  sandbox.portal.state.db
    .prepare('SELECT id FROM item WHERE entity_type_id = ? ORDER BY id')
    .pluck()
    .all(entityTypeId) as number[]

test('a process pointed elsewhere is emptied and read from there; every other part of the copy is left as it was', async () => {
  const { survey, map } = await desk.look(sandbox.memberId, 'ru')
  const chosen = new Set(Object.values(map.processes).map((one) => one.entityTypeId))
  const first = map.processes.carrier.entityTypeId!
  const other = survey.types.find((type) => !chosen.has(type.entityTypeId) && inPortal(type.entityTypeId).length > 0)!
  const offers = await ids('offer')
  expect(await ids('carrier')).toEqual(inPortal(first))

  await setUp(withCarrier(other.entityTypeId))
  expect(await ids('carrier')).toEqual(inPortal(other.entityTypeId))
  expect(await store.selectFrom('vehicle').select('carrierId').execute()).toEqual([])
  expect(await ids('offer')).toEqual(offers)

  await setUp(withCarrier(first))
  expect(await ids('carrier')).toEqual(inPortal(first))
  expect((await store.selectFrom('vehicle').select('carrierId').execute()).length).toBeGreaterThan(0)
})

test('a field pointed elsewhere is read anew in every row, also in those of years ago', async () => {
  const weights = async () =>
    (await store.selectFrom('offer').select('capacityKg').execute()).map((row) => row.capacityKg)
  expect((await weights()).some((weight) => weight !== null)).toBe(true)
  const known = (await desk.look(sandbox.memberId, 'ru')).map.processes.offer.fields.CAPACITY_KG!
  const withCapacity = (field: string) => (map: PortalMap) => {
    map.processes.offer.fields.CAPACITY_KG = field
    return map
  }
  await setUp(withCapacity('none'))
  expect((await weights()).every((weight) => weight === null)).toBe(true)
  await setUp(withCapacity(known))
  expect((await weights()).some((weight) => weight !== null)).toBe(true)
})

test('roles that somebody has given by hand outlive every later setup, also where nobody has chosen a map', async () => {
  const { survey } = await desk.look(sandbox.memberId, 'ru')
  const department = survey.departments.find((one) => one.parentId !== null)!
  const [person] = survey.people
  await setUp((map) => ({
    ...map,
    departments: { ...map.departments, [department.id]: 'security' },
    people: { [person!.id]: 'director' },
  }))
  const given = async () => [await readMeta(store, 'departmentRoles'), await readMeta(store, 'personRoles')]
  const before = await given()
  expect(before).toEqual([expect.objectContaining({ [department.id]: 'security' }), { [person!.id]: 'director' }])
  await reis.installer.start(sandbox.memberId)
  expect(await given()).toEqual(before)

  // As a portal that was fitted before maps were kept.
  await writeMeta(store, 'portalMap', null)
  const { map, isChosen } = await desk.look(sandbox.memberId, 'ru')
  expect([isChosen, map.departments[department.id], map.people]).toEqual([
    false,
    'security',
    { [person!.id]: 'director' },
  ])
  await reis.installer.start(sandbox.memberId)
  expect(await given()).toEqual(before)
})
