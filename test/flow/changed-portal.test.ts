import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../sandbox/server.ts'
import { createMapWatch, type MapWatch } from '../../server/install/watch-map.ts'
import { createLog } from '../../server/log.ts'
import type { SchemaMap } from '../../server/portal/schema-map.ts'
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

async function fieldId(name: string): Promise<number> {
  const { client, map } = await reis.open(sandbox.memberId)
  const entityId = `CRM_${map.processes.offer.typeId}`
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
