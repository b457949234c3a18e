import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../sandbox/server.ts'
import { createMapWatch, type MapWatch } from '../../server/install/watch-map.ts'
import { createLog } from '../../server/log.ts'
import type { ProcessName, SchemaMap } from '../../server/portal/schema-map.ts'
import { readMeta } from '../../server/store/meta.ts'
import { REIS_APP, startReisSide, type ReisSide } from '../support/reis-side.ts'

let sandbox: Sandbox
let reis: ReisSide
let watch: MapWatch
let remapped = 0

beforeAll(async () => {
  const limits = { perSecond: Infinity }
  sandbox = await startSandbox({ seed: 'mogutin-own', scale: 0.01, today: '2026-11-23', app: REIS_APP, limits })
  reis = await startReisSide({ sandboxes: [sandbox] })
  await reis.firstContact(sandbox)
  await reis.installer.start(sandbox.memberId)
  watch = createMapWatch({ open: reis.open, onChanged: () => (remapped += 1), log: createLog('silent') })
})
afterAll(async () => {
  await reis?.close()
  await sandbox?.close()
})

const mapNow = async () => (await readMeta<SchemaMap>(await reis.stores.of(sandbox.memberId), 'schemaMap'))!
const notices = () =>
  sandbox.portal.calls
    .read()
    .calls.flatMap((call) => call.commands ?? [call.method])
    .filter((method) => method.startsWith('im.notify')).length

async function fieldId(name: string, process: ProcessName = 'offer'): Promise<number> {
  const { client, map } = await reis.open(sandbox.memberId)
  const entityId = `CRM_${map.processes[process].typeId}`
  const answer = await client.call<{ fields: { id: string; fieldName: string }[] }>('userfieldconfig.list', {
    moduleId: 'crm',
    filter: { entityId, fieldName: name },
  })
  return Number(answer.result.fields.find((field) => field.fieldName === name)!.id)
}

test('a portal that is what its map says raises nothing and is written to not at all', async () => {
  sandbox.portal.calls.clear()
  expect(await watch.look(sandbox.memberId)).toEqual([])
  expect([notices(), remapped]).toEqual([0, 0])
})

test('a portal that only fails to say what its fields are loses none of them', async () => {
  const before = await mapNow()
  for (const fault of [
    { kind: 'batch-partial', method: 'crm.item.fields' } as const,
    { kind: 'operation-limit', method: 'crm.item.fields' } as const,
    { kind: 'refusal', method: 'crm.item.fields', status: 403, code: 'ACCESS_DENIED' } as const,
  ]) {
    sandbox.portal.faults.set({ faults: [fault] })
    await watch.look(sandbox.memberId).catch(() => undefined)
    sandbox.portal.faults.set({ faults: [] })
    expect(await mapNow()).toEqual(before)
  }
  expect(await watch.look(sandbox.memberId)).toEqual([])
})

test('a field deleted in the portal leaves the map alone; the administrator is told once, the rest works on', async () => {
  const before = await mapNow()
  const { COMMENT, ...rest } = before.processes.offer.fields
  const { client } = await reis.open(sandbox.memberId)
  await client.call('userfieldconfig.delete', { moduleId: 'crm', id: await fieldId(COMMENT!.name) })
  sandbox.portal.calls.clear()
  expect(await watch.look(sandbox.memberId)).toEqual([
    { code: 'field_gone', stops: false, process: 'offer', of: 'COMMENT', what: 'Примечание', now: null },
  ])
  expect((await mapNow()).processes).toEqual({
    ...before.processes,
    offer: { ...before.processes.offer, fields: rest },
  })
  expect([notices(), remapped]).toEqual([1, 1])
  expect(await watch.look(sandbox.memberId)).toHaveLength(1)
  expect([notices(), remapped]).toEqual([1, 1])
})

test('a field that is called otherwise is still read, and the new name is told', async () => {
  const { client, map } = await reis.open(sandbox.memberId)
  const { name } = map.processes.offer.fields.RATE!
  await client.call('userfieldconfig.update', {
    moduleId: 'crm',
    id: await fieldId(name),
    field: { editFormLabel: { ru: 'Цена подрядчика', en: 'Цена подрядчика' } },
  })
  const problems = await watch.look(sandbox.memberId)
  expect(problems.find((one) => one.code === 'field_renamed')).toMatchObject({
    of: 'RATE',
    what: 'Ставка',
    now: 'Цена подрядчика',
  })
  expect((await mapNow()).processes.offer.fields.RATE?.name).toBe(name)
})

test('a field made anew with another type is neither read nor written, and every other field of its process still is', async () => {
  const { client, map } = await reis.open(sandbox.memberId)
  const { name, label } = map.processes.offer.fields.CAPACITY_KG!
  const entityId = `CRM_${map.processes.offer.typeId}`
  await client.call('userfieldconfig.delete', { moduleId: 'crm', id: await fieldId(name) })
  await client.call('userfieldconfig.add', {
    moduleId: 'crm',
    field: { entityId, fieldName: name, userTypeId: 'date', editFormLabel: { ru: label, en: label } },
  })
  const before = await mapNow()
  const problems = await watch.look(sandbox.memberId)
  expect(problems.find((one) => one.of === 'CAPACITY_KG')).toMatchObject({ code: 'field_retyped', now: 'date' })
  const { CAPACITY_KG: _gone, ...rest } = before.processes.offer.fields
  expect((await mapNow()).processes.offer.fields).toEqual(rest)
  expect(await reis.reconciler.run(sandbox.memberId)).not.toEqual([])
})

test('an element deleted from a list is told by what it meant; another with its meaning is written instead', async () => {
  const { client, map } = await reis.open(sandbox.memberId)
  const field = map.processes.order.fields.CLIENT_PAYMENT_FORM!
  const [lost, ours] = Object.entries(field.meanings!)[0]!
  const id = await fieldId(field.name, 'order')
  const { result } = await client.call<{ field: { enum: { id: number; value: string }[] } }>('userfieldconfig.get', {
    moduleId: 'crm',
    id,
  })
  const [gone] = result.field.enum.filter((one) => Number(one.id) === Number(lost))
  await client.call('userfieldconfig.update', { moduleId: 'crm', id, field: { enum: [{ ...gone, del: 'Y' }] } })
  const problems = await watch.look(sandbox.memberId)
  expect(problems.find((one) => one.code === 'element_gone')).toMatchObject({
    process: 'order',
    of: 'CLIENT_PAYMENT_FORM',
    now: ours,
  })
  const after = (await mapNow()).processes.order.fields.CLIENT_PAYMENT_FORM!
  expect(after.meanings).toEqual(Object.fromEntries(Object.entries(field.meanings!).filter(([one]) => one !== lost)))
  expect(Object.values(after.elements!)).not.toContain(Number(lost))
  // It has left the map, and is told until somebody has looked at it.
  expect((await watch.look(sandbox.memberId)).filter((one) => one.code === 'element_gone')).toHaveLength(1)
})

test('a stage deleted from a funnel is told, cards are moved there no more, and all other stages keep their meaning', async () => {
  const { client, map } = await reis.open(sandbox.memberId)
  const { entityTypeId, categoryId, stages, stageMeanings } = map.processes.request
  const lost = stages.PAUSE!
  const ENTITY_ID = `DYNAMIC_${entityTypeId}_STAGE_${categoryId}`
  const rows = await client.call<{ ID: string; STATUS_ID: string }[]>('crm.status.list', { filter: { ENTITY_ID } })
  const { result } = await client.call<{ items: { id: number }[] }>('crm.item.list', {
    entityTypeId,
    select: ['id'],
    filter: { '=stageId': lost },
  })
  expect(result.items.length).toBeLessThan(50)
  for (const { id } of result.items)
    await client.call('crm.item.update', { entityTypeId, id, fields: { stageId: stages.SEARCH } })
  await client.call('crm.status.delete', { id: rows.result.find((one) => one.STATUS_ID === lost)!.ID })
  const problems = await watch.look(sandbox.memberId)
  expect(problems.find((one) => one.code === 'stage_gone')).toMatchObject({ process: 'request', of: 'PAUSE' })
  const after = (await mapNow()).processes.request
  const { PAUSE: _gone, ...rest } = stages
  expect(after.stages).toEqual(rest)
  const { [lost]: _meant, ...meanings } = stageMeanings!
  expect(after.stageMeanings).toEqual(meanings)
})

test('a process deleted from the portal keeps what was read of it, and the others are followed as before', async () => {
  const { client, map, store } = await reis.open(sandbox.memberId)
  const { carrier, offer } = map.processes
  const known = await store.selectFrom('carrier').select('id').execute()
  expect(known.length).toBeGreaterThan(0)
  for (const { id } of known) await client.call('crm.item.delete', { entityTypeId: carrier.entityTypeId, id })
  await client.call('crm.type.delete', { id: carrier.typeId })
  // What the queue tells of its deleted cards cannot be read any more and holds nothing up.
  await reis.changes.drain(sandbox.memberId)
  const problems = await watch.look(sandbox.memberId)
  expect(problems.find((one) => one.code === 'process_gone')).toMatchObject({ process: 'carrier' })
  const { result } = await client.call<{ item: { id: number } }>('crm.item.add', {
    entityTypeId: offer.entityTypeId,
    fields: { title: 'Ставка после удаления процесса' },
  })
  const reconciled = await reis.reconciler.run(sandbox.memberId)
  expect(reconciled.map(({ entity }) => entity)).not.toContain('carrier')
  const row = await store.selectFrom('offer').select('id').where('id', '=', result.item.id).executeTakeFirst()
  expect(row?.id).toBe(result.item.id)
  expect(await store.selectFrom('carrier').select('id').execute()).toEqual(known)
})
