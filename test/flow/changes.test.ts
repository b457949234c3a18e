import { afterEach, expect, test } from 'vitest'
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/server.ts'
import { CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import type { SchemaMap } from '../../server/portal/schema-map.ts'
import { readLoadRow } from '../../server/store/load-reader.ts'
import { readMeta } from '../../server/store/meta.ts'
import type { PortalStore } from '../../server/store/database.ts'
import { REIS_APP, startReisSide, type ReisSide } from '../support/reis-side.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close()
})

interface World {
  sandbox: Sandbox
  reis: ReisSide
  store: PortalStore
  map: SchemaMap
  /** A change made by a person in the portal's own pages. */
  change(method: string, params: Record<string, unknown>): Promise<unknown>
  /** The portal has told what it had to tell, and we have followed it. */
  settled(): Promise<void>
}

async function fitted(options: Partial<SandboxOptions> = {}): Promise<World> {
  const limits = { perSecond: Infinity }
  const sandbox = await startSandbox({ seed: 'small', today: '2026-11-23', app: REIS_APP, limits, ...options })
  opened.push(sandbox)
  const reis = await startReisSide({ sandboxes: [sandbox] })
  opened.push(reis)
  await reis.firstContact(sandbox)
  await reis.installer.start(sandbox.memberId)
  sandbox.portal.finishInstall()
  const settled = async () => {
    await sandbox.portal.idle()
    await reis.receiver.idle()
  }
  await settled()
  const store = await reis.stores.of(sandbox.memberId)
  const map = (await readMeta<SchemaMap>(store, 'schemaMap'))!
  const caller = { kind: 'webhook', userId: CAST.admin } as never
  const change = async (method: string, params: Record<string, unknown>) =>
    (await sandbox.portal.call(caller, method, params)).result
  return { sandbox, reis, store, map, change, settled }
}

const demo = (map: SchemaMap) => ({ entityTypeId: map.processes.request.entityTypeId, id: DEMO_REQUEST_ID })

test('a change in the portal arrives through the offline queue and is acknowledged', async () => {
  const { sandbox, reis, store, map, change, settled } = await fitted()
  const cargo = map.processes.request.fields.CARGO!.name
  await change('crm.item.update', { ...demo(map), useOriginalUfNames: 'Y', fields: { [cargo]: 'сахар в мешках' } })
  await settled()
  await reis.changes.drain(sandbox.memberId)
  expect(await readLoadRow(store, 'request', DEMO_REQUEST_ID)).toMatchObject({ cargo: 'сахар в мешках' })
  expect(sandbox.portal.state.offline.list()).toEqual([])
})

test('something created and something deleted in the portal come and go in the copy', async () => {
  const { sandbox, reis, store, map, change, settled } = await fitted()
  const { entityTypeId, fields } = map.processes.offer
  const made = (await change('crm.item.add', {
    entityTypeId,
    useOriginalUfNames: 'Y',
    fields: { title: 'Новое предложение', [fields.RATE!.name]: '98000|RUB', [fields.CARRIER!.name]: 12 },
  })) as { item: { id: number } }
  await settled()
  await reis.changes.drain(sandbox.memberId)
  const offer = () => store.selectFrom('offer').selectAll().where('id', '=', made.item.id).executeTakeFirst()
  expect(await offer()).toMatchObject({ rateMinor: 9_800_000, companyId: 12 })
  await change('crm.item.delete', { entityTypeId, id: made.item.id })
  await settled()
  await reis.changes.drain(sandbox.memberId)
  expect(await offer()).toBeUndefined()
})

test('where the plan has no queue, online events do the same', async () => {
  const { sandbox, store, map, change, settled } = await fitted({ features: { offlineQueue: false } })
  expect(await readMeta(store, 'changesFrom')).toBe('events')
  const { entityTypeId, fields } = map.processes.request
  const target = { entityTypeId, id: DEMO_REQUEST_ID }
  await change('crm.item.update', { ...target, useOriginalUfNames: 'Y', fields: { [fields.CARGO!.name]: 'мебель' } })
  await settled()
  expect(await readLoadRow(store, 'request', DEMO_REQUEST_ID)).toMatchObject({ cargo: 'мебель' })
  await change('crm.item.delete', target)
  await settled()
  expect(await readLoadRow(store, 'request', DEMO_REQUEST_ID)).toBeNull()
  expect(await store.selectFrom('changeHint').selectAll().execute()).toEqual([])
  expect(sandbox.portal.state.offline.list()).toEqual([])
})

test('what was taken from the queue and never acknowledged is taken again after a restart', async () => {
  const { sandbox, reis, store, map, change } = await fitted()
  const admin = await reis.open(sandbox.memberId)
  const cargo = map.processes.request.fields.CARGO!.name
  await change('crm.item.update', { ...demo(map), useOriginalUfNames: 'Y', fields: { [cargo]: 'кафель' } })
  // Somebody took the event and was killed before he wrote the row.
  await admin.client.call('event.offline.get', { clear: 0 })
  const restarted = await startReisSide({ sandboxes: [sandbox] })
  opened.push(restarted)
  await restarted.firstContact(sandbox)
  const again = await restarted.stores.of(sandbox.memberId)
  for (const key of ['schemaMap', 'changesFrom'] as const) {
    const value = JSON.stringify(await readMeta(store, key))
    await again.insertInto('meta').values({ key, value }).execute()
  }
  await restarted.changes.drain(sandbox.memberId)
  expect(await readLoadRow(again, 'request', DEMO_REQUEST_ID)).toMatchObject({ cargo: 'кафель' })
  expect(sandbox.portal.state.offline.list()).toEqual([])
})

test('what events never told of is found by comparing: changes, newcomers and deletions', async () => {
  const { sandbox, reis, store, map, change, settled } = await fitted()
  const { request, offer } = map.processes
  await change('crm.item.update', {
    ...demo(map),
    useOriginalUfNames: 'Y',
    fields: { [request.fields.CARGO!.name]: 'стекло' },
  })
  const gone = await store.selectFrom('offer').select('id').orderBy('id').executeTakeFirstOrThrow()
  await change('crm.item.delete', { entityTypeId: offer.entityTypeId, id: gone.id })
  const fields = { title: 'Пришло мимо событий' }
  const made = (await change('crm.item.add', { entityTypeId: request.entityTypeId, fields })) as {
    item: { id: number }
  }
  sandbox.portal.state.offline.removeAll()
  await settled()
  expect((await readLoadRow(store, 'request', DEMO_REQUEST_ID))?.cargo).not.toBe('стекло')

  const result = await reis.reconciler.run(sandbox.memberId)
  expect(result.find((one) => one.entity === 'offer')).toMatchObject({ gone: 1, missing: 0 })
  expect(result.find((one) => one.entity === 'request')!.changed).toBeGreaterThanOrEqual(2)
  expect(await readLoadRow(store, 'request', DEMO_REQUEST_ID)).toMatchObject({ cargo: 'стекло' })
  expect(await readLoadRow(store, 'request', made.item.id)).toMatchObject({ title: 'Пришло мимо событий' })
  expect(await store.selectFrom('offer').select('id').where('id', '=', gone.id).executeTakeFirst()).toBeUndefined()
  const again = await reis.reconciler.run(sandbox.memberId)
  expect(again.every((one) => one.gone === 0 && one.missing === 0)).toBe(true)
})

test('what changed while the portal was being fitted is caught up when the installation is finished', async () => {
  const sandbox = await startSandbox({
    seed: 'small',
    today: '2026-11-23',
    app: REIS_APP,
    limits: { perSecond: Infinity },
  })
  opened.push(sandbox)
  const reis = await startReisSide({ sandboxes: [sandbox] })
  opened.push(reis)
  await reis.firstContact(sandbox)
  await reis.installer.start(sandbox.memberId)
  const store = await reis.stores.of(sandbox.memberId)
  const map = (await readMeta<SchemaMap>(store, 'schemaMap'))!
  const cargo = map.processes.request.fields.CARGO!.name
  const caller = { kind: 'webhook', userId: CAST.admin } as never
  const params = { ...demo(map), useOriginalUfNames: 'Y', fields: { [cargo]: 'за минуту до конца' } }
  await sandbox.portal.call(caller, 'crm.item.update', params)
  sandbox.portal.finishInstall()
  await sandbox.portal.idle()
  await reis.receiver.idle()
  expect(await readLoadRow(store, 'request', DEMO_REQUEST_ID)).toMatchObject({ cargo: 'за минуту до конца' })
})
