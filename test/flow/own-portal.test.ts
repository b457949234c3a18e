import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../sandbox/server.ts'
import { makeMogutin } from '../../sandbox/seeds/mogutin.ts'
import { OWN_CARRIER, OWN_OFFER, OWN_ORDER, OWN_REQUEST } from '../../sandbox/seeds/own/processes.ts'
import type { SeedItem } from '../../sandbox/seeds/seed.ts'
import { createMapDesk, type MapDesk } from '../../server/install/map-desk.ts'
import type { SchemaMap } from '../../server/portal/schema-map.ts'
import { readMeta } from '../../server/store/meta.ts'
import { REIS_APP, startReisSide, type ReisSide } from '../support/reis-side.ts'

const TODAY = '2026-11-23'
const SCALE = 0.03
let sandbox: Sandbox
let reis: ReisSide
let desk: MapDesk

beforeAll(async () => {
  const limits = { perSecond: Infinity }
  sandbox = await startSandbox({ seed: 'mogutin-own', scale: SCALE, today: TODAY, app: REIS_APP, limits })
  reis = await startReisSide({ sandboxes: [sandbox] })
  await reis.firstContact(sandbox)
  desk = createMapDesk(reis)
})
afterAll(async () => {
  await reis?.close()
  await sandbox?.close()
})

const writes = () =>
  sandbox.portal.calls
    .read()
    .calls.flatMap((call) => call.commands ?? [call.method])
    .filter((method) => /\.(add|update|delete|bind|unbind|set)(\?|$)/.test(method))

test('a look at a grown portal says what it is taken for and what would be made, and writes nothing', async () => {
  const { map, dryRun, survey, isChosen } = await desk.look(sandbox.memberId, 'ru')
  expect(writes()).toEqual([])
  expect(isChosen).toBe(false)
  expect(Object.values(map.processes).map((one) => one.entityTypeId)).toEqual(
    [OWN_REQUEST, OWN_ORDER, OWN_OFFER, OWN_CARRIER].map((one) => one.entityTypeId),
  )
  expect(dryRun.problems.filter((one) => one.stops)).toEqual([])
  expect(dryRun.create.filter((one) => one.what === 'process' || one.what === 'stage')).toEqual([])
  expect(dryRun.create.filter((one) => one.what === 'field').map(({ process, titles }) => [process, titles])).toEqual([
    ['offer', ['Вид', 'Действует до']],
  ])
  expect(dryRun.read.map(({ entity, title }) => [entity, title])).toEqual([
    ['request', 'Расчёты перевозок'],
    ['order', 'Рейсы'],
    ['offer', 'Ставки подрядчиков'],
    ['carrier', 'Подрядчики: транспорт'],
    ['company', 'Компании'],
    ['contact', 'Контакты'],
    ['lead', 'Лиды'],
    ['deal', 'Сделки'],
    ['people', 'Сотрудники и отделы'],
  ])
  expect(dryRun.missing.map(({ process, of }) => `${process} ${of}`)).toContain('order EXPENSES')
  const rate = survey.processes.offer!.fields.find((field) => field.name === map.processes.offer.fields.RATE)
  expect(rate).toMatchObject({ label: 'Ставка', type: 'string' })
  expect(rate!.samples[0]).toMatch(/\d/)
  expect(JSON.stringify(survey)).not.toMatch(/\+7\d{10}/)
})

test('a setup with another dry run than the last one is refused: the portal may have changed', async () => {
  await expect(desk.approve(sandbox.memberId, '0'.repeat(32), 'ru')).rejects.toThrow('once more')
})

test('the setup makes what the dry run said and nothing else, and reads every sum to the kopeck', async () => {
  const { dryRun } = await desk.look(sandbox.memberId, 'ru')
  await desk.approve(sandbox.memberId, dryRun.key, 'ru')
  sandbox.portal.calls.clear()
  const state = await reis.installer.start(sandbox.memberId)
  expect(state.steps.filter((step) => step.problem)).toEqual([])
  expect(state.state).toBe('finished')
  const made = writes().map((one) => one.split('?')[0])
  expect(
    made.filter(
      (one) => /type|status|item/.test(one!) && !one!.startsWith('userfieldconfig') && one !== 'crm.type.update',
    ),
  ).toEqual([])
  expect(made.filter((one) => one === 'userfieldconfig.add')).toHaveLength(2)

  // The same trade in the portal of our own default schema says what every row has to be.
  const plain = [...makeMogutin({ today: TODAY, scale: SCALE }).items]
  const store = await reis.stores.of(sandbox.memberId)
  const offers = await store.selectFrom('offer').selectAll().execute()
  const wanted = plain.filter((item) => item.entityTypeId === 1044)
  expect(offers).toHaveLength(wanted.length)
  const rateOf = (item: SeedItem) => item.fields.UF_CRM_7_RATE as string | undefined
  const wrong = wanted.filter((item) => {
    const row = offers.find((one) => one.id === item.id)!
    const rate = rateOf(item)
    return rate !== undefined && row.rateMinor !== Math.round(Number(rate.split('|')[0]) * 100)
  })
  expect(wrong.map((item) => [item.id, rateOf(item)])).toEqual([])
  expect(offers.filter((row) => row.vat === null)).toEqual([])

  const loads = await store.selectFrom('load').selectAll().execute()
  const order = plain.filter((item) => item.entityTypeId === 1040)
  const weights = order.filter((item) => {
    const row = loads.find((one) => one.kind === 'order' && one.id === item.id)!
    return row.weightKg !== Number(item.fields.UF_CRM_6_WEIGHT_KG)
  })
  expect(weights.map((item) => item.id)).toEqual([])
  expect(new Set(loads.filter((one) => one.kind === 'request').map((one) => one.stage))).toContain('SEARCH')
  const carriers = await store.selectFrom('carrier').selectAll().execute()
  expect(carriers.filter((one) => one.body === null)).toEqual([])
  expect(carriers.some((one) => one.state === 'stop')).toBe(true)
  const vehicles = await store.selectFrom('vehicle').selectAll().execute()
  expect(vehicles.filter((one) => one.body === null || one.capacityKg === null)).toEqual([])
})

test('the map goes out as a file and comes back as it was', async () => {
  const { map } = await desk.look(sandbox.memberId, 'ru')
  const before = await readMeta<SchemaMap>(await reis.stores.of(sandbox.memberId), 'schemaMap')
  const back = await desk.choose(sandbox.memberId, JSON.parse(JSON.stringify(map)) as typeof map, 'ru')
  expect(back.map).toEqual(map)
  await reis.installer.start(sandbox.memberId)
  expect(await readMeta<SchemaMap>(await reis.stores.of(sandbox.memberId), 'schemaMap')).toEqual(before)
})

test('a field of a wrong type, one used twice and a process chosen twice stop the setup, each with its reason', async () => {
  const { map } = await desk.look(sandbox.memberId, 'ru')
  const { offer, order } = map.processes
  const wrong = {
    ...map,
    processes: {
      ...map.processes,
      order: { ...order, entityTypeId: OWN_REQUEST.entityTypeId },
      offer: {
        ...offer,
        fields: { ...offer.fields, CARRIER: offer.fields.COMMENT!, DRIVER_PHONE: offer.fields.DRIVER_NAME! },
      },
    },
  }
  const { dryRun } = await desk.choose(sandbox.memberId, wrong, 'ru')
  expect(new Set(dryRun.problems.filter((one) => one.stops).map((one) => one.code))).toEqual(
    new Set(['process_twice', 'field_gone', 'field_twice', 'wrong_type', 'stage_gone']),
  )
  await expect(desk.approve(sandbox.memberId, dryRun.key, 'ru')).rejects.toThrow('cannot be so')
})
