import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { callAs, startListener, startTiny, type Listener } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox
let listener: Listener

beforeEach(async () => {
  sandbox = await startTiny()
  listener = await startListener()
})

afterEach(async () => {
  await sandbox.close()
  await listener.close()
})

const admin = (method: string, params: Record<string, unknown> = {}) => callAs(sandbox, tiny.admin, method, params)

const rename = (userId: number, id: number, title: string, more: Record<string, unknown> = {}) =>
  callAs(sandbox, userId, 'crm.item.update', { entityTypeId: tiny.requests, id, fields: { title }, ...more })

interface Offline {
  process_id: string | null
  events: { ID: string; EVENT_NAME: string; EVENT_DATA: unknown; MESSAGE_ID: string }[]
}

const take = async (params: Record<string, unknown> = {}): Promise<Offline> =>
  (await admin('event.offline.get', { clear: 0, ...params })).body.result as Offline

test('an online handler gets a form with ids, the application token and the actor’s own access', async () => {
  await admin('event.bind', { event: 'onCrmDynamicItemUpdate', handler: listener.url })
  sandbox.portal.finishInstall()
  await rename(tiny.manager, 1, 'Переименован')
  await sandbox.portal.idle()
  expect(listener.received).toHaveLength(1)
  const form = listener.received[0]
  expect(Object.fromEntries(form ?? [])).toMatchObject({
    event: 'ONCRMDYNAMICITEMUPDATE',
    'data[FIELDS][ID]': '1',
    'data[FIELDS][ENTITY_TYPE_ID]': '1036',
    'auth[application_token]': sandbox.portal.app?.applicationToken,
    'auth[member_id]': sandbox.memberId,
    'auth[client_endpoint]': `${sandbox.url}/rest/`,
  })
  expect(form?.has('auth[refresh_token]')).toBe(false)
  const me = await fetch(`${sandbox.url}/rest/profile?auth=${form?.get('auth[access_token]')}`)
  expect(await me.json()).toMatchObject({ result: { ID: String(tiny.manager) } })
})

test('nothing is told before the installation is finished', async () => {
  await admin('event.bind', { event: 'ONCRMDYNAMICITEMUPDATE', handler: listener.url })
  await admin('event.bind', { event: 'ONCRMDYNAMICITEMUPDATE', event_type: 'offline' })
  await rename(tiny.manager, 1, 'Рано')
  await sandbox.portal.idle()
  expect(listener.received).toHaveLength(0)
  expect((await take()).events).toEqual([])
})

test('a deal that changes its funnel is told as a change and as a move', async () => {
  const funnel = await admin('crm.category.add', { entityTypeId: tiny.deals, fields: { name: 'Постоянные' } })
  const { id } = (funnel.body.result as { category: { id: number } }).category
  const added = await admin('crm.item.add', { entityTypeId: tiny.deals, fields: { title: 'Сделка' } })
  const deal = (added.body.result as { item: { id: number } }).item
  for (const event of ['ONCRMDEALUPDATE', 'ONCRMDEALMOVETOCATEGORY'])
    await admin('event.bind', { event, handler: listener.url })
  sandbox.portal.finishInstall()
  const moved = await admin('crm.item.update', { entityTypeId: tiny.deals, id: deal.id, fields: { categoryId: id } })
  expect(moved.body.result).toMatchObject({ item: { categoryId: id, stageId: `C${id}:NEW`, stageSemanticId: 'P' } })
  await sandbox.portal.idle()
  expect(listener.received.map((form) => form.get('event')).sort()).toEqual([
    'ONCRMDEALMOVETOCATEGORY',
    'ONCRMDEALUPDATE',
  ])
  expect(listener.received[0]?.get('data[FIELDS][ID]')).toBe(String(deal.id))
})

test('a handler that fails is not tried again', async () => {
  await admin('event.bind', { event: 'ONCRMDYNAMICITEMUPDATE', handler: 'http://127.0.0.1:9/nobody' })
  sandbox.portal.finishInstall()
  await rename(tiny.manager, 1, 'В пустоту')
  await sandbox.portal.idle()
  expect(sandbox.portal.events.deliveries()).toEqual([{ event: 'ONCRMDYNAMICITEMUPDATE', status: 0 }])
})

test('the offline queue keeps the last state of an object once', async () => {
  await admin('event.bind', { event: 'ONCRMDYNAMICITEMUPDATE', event_type: 'offline' })
  sandbox.portal.finishInstall()
  await rename(tiny.manager, 1, 'Раз')
  await rename(tiny.manager, 1, 'Два')
  await rename(tiny.manager, 3, 'Три')
  const { events } = await take()
  expect(events.map((event) => event.EVENT_DATA)).toEqual([
    { FIELDS: { ID: 1, ENTITY_TYPE_ID: 1036 } },
    { FIELDS: { ID: 3, ENTITY_TYPE_ID: 1036 } },
  ])
})

test('what is taken with clear 0 stays until it is acknowledged, and nobody else gets it meanwhile', async () => {
  await admin('event.bind', { event: 'ONCRMDYNAMICITEMUPDATE', event_type: 'offline' })
  sandbox.portal.finishInstall()
  await rename(tiny.manager, 1, 'Раз')
  await rename(tiny.manager, 3, 'Два')
  const first = await take()
  expect(first.process_id).toEqual(expect.any(String))
  expect((await take()).events).toEqual([])
  await rename(tiny.manager, 1, 'Снова')
  expect((await take()).events).toHaveLength(1)
  await admin('event.offline.clear', { process_id: first.process_id, id: [first.events[0]?.ID] })
  const again = await take({ process_id: first.process_id })
  expect(again.events.map((event) => event.ID)).toEqual([first.events[1]?.ID])
  await admin('event.offline.error', { process_id: first.process_id, message_id: [first.events[1]?.MESSAGE_ID] })
  const failed = await take({ error: 1 })
  expect(failed.events.map((event) => event.ID)).toEqual([first.events[1]?.ID])
})

test('by default reading the queue empties it', async () => {
  await admin('event.bind', { event: 'ONCRMDYNAMICITEMADD', event_type: 'offline' })
  sandbox.portal.finishInstall()
  await admin('crm.item.add', { entityTypeId: tiny.requests, fields: { title: 'Груз' } })
  const read = (await admin('event.offline.get')).body.result as Offline
  expect(read).toMatchObject({ process_id: null, events: [{ EVENT_NAME: 'ONCRMDYNAMICITEMADD' }] })
  expect((await admin('event.offline.list')).body).toMatchObject({ result: [], total: 0 })
})

test('a named queue does not repeat the changes made under its own name', async () => {
  const auth_connector = 'reis'
  await admin('event.bind', { event: 'ONCRMDYNAMICITEMUPDATE', event_type: 'offline', auth_connector })
  sandbox.portal.finishInstall()
  await rename(tiny.manager, 1, 'Сам', { auth_connector })
  expect((await take({ auth_connector })).events).toEqual([])
  await rename(tiny.manager, 1, 'Человек')
  expect((await take({ auth_connector })).events).toHaveLength(1)
})

test('one knock says there is something to fetch, and brings tokens that can be refreshed', async () => {
  await admin('event.bind', { event: 'ONCRMDYNAMICITEMUPDATE', event_type: 'offline' })
  await admin('event.bind', { event: 'ONOFFLINEEVENT', handler: listener.url, options: { minTimeout: 600 } })
  sandbox.portal.finishInstall()
  for (const id of [1, 3, 5, 7]) await rename(tiny.manager, id, 'Пачка')
  await sandbox.portal.idle()
  expect(listener.received.map((form) => form.get('event'))).toEqual(['ONOFFLINEEVENT'])
  expect(listener.received[0]?.get('auth[refresh_token]')).toEqual(expect.any(String))
})

test('a second subscription to the same thing is refused, and event.get shows the first', async () => {
  const binding = { event: 'ONCRMDEALADD', handler: listener.url }
  expect((await admin('event.bind', binding)).body.result).toBe(true)
  expect((await admin('event.bind', binding)).body.error).toBe('ERROR_CORE')
  expect((await admin('event.get')).body.result).toEqual([
    { event: 'ONCRMDEALADD', handler: listener.url, auth_type: '0', offline: 0 },
  ])
  expect((await admin('event.unbind', binding)).body.result).toEqual({ count: 1 })
  expect((await admin('event.bind', { event: 'ONNOTHING', handler: listener.url })).body.error).toBe(
    'ERROR_EVENT_NOT_FOUND',
  )
})

test('where the plan has no offline queue it is neither offered nor bound', async () => {
  const poor = await startTiny({ features: { offlineQueue: false } })
  const feature = await callAs(poor, tiny.admin, 'feature.get', { CODE: 'rest_offline_extended' })
  expect(feature.body.result).toEqual({ value: 'N' })
  const bound = await callAs(poor, tiny.admin, 'event.bind', { event: 'ONCRMDEALADD', event_type: 'offline' })
  expect(bound).toMatchObject({ status: 403, body: { error: 'ACCESS_DENIED' } })
  await poor.close()
})

test('installation and removal are told, the removal without any token, after which all tokens are dead', async () => {
  await admin('event.bind', { event: 'ONAPPINSTALL', handler: listener.url })
  await admin('event.bind', { event: 'ONAPPUNINSTALL', handler: listener.url })
  await admin('placement.bind', { PLACEMENT: 'CRM_LEAD_DETAIL_TAB', HANDLER: listener.url, TITLE: 'Перевозчики' })
  expect(sandbox.portal.placements('CRM_LEAD_DETAIL_TAB')).toEqual([])
  sandbox.portal.finishInstall()
  expect(sandbox.portal.placements('CRM_LEAD_DETAIL_TAB')).toMatchObject([{ title: { ru: 'Перевозчики' } }])
  const { accessToken } = sandbox.portal.issueToken(tiny.admin)
  await sandbox.portal.idle()
  await sandbox.portal.uninstall({ clean: true })
  const [installed, removed] = listener.received
  expect(installed?.get('auth[refresh_token]')).toEqual(expect.any(String))
  expect(removed?.get('event')).toBe('ONAPPUNINSTALL')
  expect(removed?.get('data[CLEAN]')).toBe('1')
  expect(removed?.has('auth[access_token]')).toBe(false)
  expect(sandbox.portal.placements('CRM_LEAD_DETAIL_TAB')).toEqual([])
  const answer = await fetch(`${sandbox.url}/rest/profile?auth=${accessToken}`)
  expect(answer.status).toBe(401)
})
