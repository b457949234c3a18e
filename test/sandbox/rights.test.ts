import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { callAs, sdkFor, startTiny, testApp } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startTiny()
})

afterAll(() => sandbox.close())

const ids = async (userId: number, entityTypeId: number): Promise<number[]> => {
  const { body } = await callAs(sandbox, userId, 'crm.item.list', { entityTypeId, select: ['id'] })
  return (body.result as { items: { id: number }[] }).items.map((item) => item.id)
}

test('a department sees its own people’s requests, an unrestricted one sees all', async () => {
  await sandbox.portal.call({ kind: 'user', userId: tiny.admin }, 'crm.item.update', {
    entityTypeId: tiny.requests,
    id: 12,
    fields: { assignedById: tiny.logist },
  })
  expect(await ids(tiny.manager, tiny.requests)).toHaveLength(11)
  expect(await ids(tiny.logist, tiny.requests)).toHaveLength(12)
})

test('an item out of reach is refused by the official SDK’s error, and is missing from lists', async () => {
  const reading = sdkFor(sandbox, tiny.logist).actions.v2.call.make({
    method: 'crm.item.get',
    params: { entityTypeId: tiny.leads, id: 5 },
    requestId: 'hidden',
  })
  await expect(reading).rejects.toMatchObject({ code: 'ACCESS_DENIED', status: 400 })
  expect(await ids(tiny.logist, tiny.leads)).toEqual([])
  expect(await ids(tiny.manager, tiny.leads)).toEqual([5])
})

test('reading wider than writing: a colleague’s request opens and cannot be changed', async () => {
  const params = { entityTypeId: tiny.requests, id: 2 }
  expect((await callAs(sandbox, tiny.manager, 'crm.item.get', params)).status).toBe(200)
  const change = await callAs(sandbox, tiny.manager, 'crm.item.update', { ...params, fields: { title: 'Моё' } })
  expect(change).toMatchObject({ status: 400, body: { error: 'ACCESS_DENIED' } })
  expect((await callAs(sandbox, tiny.manager, 'crm.item.delete', params)).body.error).toBe('ACCESS_DENIED')
})

test('totals count only what the user may see', async () => {
  const { body } = await callAs(sandbox, tiny.logist, 'crm.item.list', { entityTypeId: tiny.leads })
  expect(body.total).toBe(0)
})

test('who cannot see a card can neither read nor write its timeline', async () => {
  const owner = { ENTITY_ID: 5, ENTITY_TYPE: 'lead' }
  const list = await callAs(sandbox, tiny.logist, 'crm.timeline.comment.list', { filter: owner })
  expect(list.status).toBe(400)
  const add = await callAs(sandbox, tiny.logist, 'crm.timeline.comment.add', { fields: { ...owner, COMMENT: 'x' } })
  expect(add.body.error).toBe('ACCESS_DENIED')
})

test.each([
  ['crm.type.add', { fields: { title: 'Мой процесс' } }, 'ACCESS_DENIED'],
  ['placement.bind', { PLACEMENT: 'LEFT_MENU', HANDLER: 'https://reis.example/' }, 'ACCESS_DENIED'],
  ['event.offline.get', { clear: 0 }, 'ACCESS_DENIED'],
  ['app.option.set', { options: { a: 1 } }, 'AccessException'],
])('%s works for an administrator only', async (method, params, code) => {
  expect((await callAs(sandbox, tiny.manager, method, params)).body.error).toBe(code)
  expect((await callAs(sandbox, tiny.admin, method, params)).status).toBe(200)
})

test('a method outside the application’s scopes is refused, and its placements do not exist', async () => {
  sandbox.portal.registerApp({ ...testApp, scope: ['placement'] })
  const refused = await callAs(sandbox, tiny.admin, 'crm.item.get', { entityTypeId: tiny.requests, id: 1 })
  expect(refused).toMatchObject({ status: 403, body: { error: 'insufficient_scope' } })
  const place = await callAs(sandbox, tiny.admin, 'placement.bind', {
    PLACEMENT: 'CRM_LEAD_DETAIL_TAB',
    HANDLER: 'https://reis.example/',
  })
  expect(place.body.error).toBe('ERROR_PLACEMENT_NOT_FOUND')
  expect((await callAs(sandbox, tiny.admin, 'profile')).status).toBe(200)
  sandbox.portal.registerApp(testApp)
})

test('a dismissed employee’s token is worth nothing', async () => {
  sandbox.portal.state.people.setActive(tiny.salesHead, false)
  expect((await callAs(sandbox, tiny.salesHead, 'profile')).body.error).toBe('user_access_error')
  sandbox.portal.state.people.setActive(tiny.salesHead, true)
})
