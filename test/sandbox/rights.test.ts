import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccessRight } from '../../sandbox/state/people.ts'
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

const give = (right: Partial<AccessRight> & { holder: string }): void => {
  const all = { read: 'all', write: 'all', add: 'all', delete: 'all', moves: null } as const
  sandbox.portal.state.people.setRight({ entityTypeId: tiny.offers, ...all, ...right })
  sandbox.portal.rights.forget()
}

test('adding, changing and deleting are rights of their own', async () => {
  const item = { entityTypeId: tiny.offers, fields: { title: 'Предложение' } }
  const added = await callAs(sandbox, tiny.logist, 'crm.item.add', item)
  const { id } = (added.body.result as { item: { id: number } }).item
  give({ holder: 'D3', add: 'none', delete: 'none', write: 'own' })
  expect((await callAs(sandbox, tiny.logist, 'crm.item.add', item)).body.error).toBe('ACCESS_DENIED')
  const own = { entityTypeId: tiny.offers, id }
  expect((await callAs(sandbox, tiny.logist, 'crm.item.delete', own)).body.error).toBe('ACCESS_DENIED')
  const change = { ...own, fields: { title: 'Иначе' } }
  expect((await callAs(sandbox, tiny.logist, 'crm.item.update', change)).status).toBe(200)
  give({ holder: `U${tiny.logist}` })
  expect((await callAs(sandbox, tiny.logist, 'crm.item.add', item)).status).toBe(200)
})

test('who may not move to a stage is refused by REST and by the card alike, while the head may', async () => {
  const [lost, found] = ['DT1036_10:LOST', 'DT1036_10:SEARCH']
  give({ holder: 'D2', entityTypeId: tiny.requests, moves: [found] })
  give({ holder: 'H2', entityTypeId: tiny.requests })
  const move = (userId: number, stageId: string) =>
    callAs(sandbox, userId, 'crm.item.update', { entityTypeId: tiny.requests, id: 1, fields: { stageId } })
  expect((await move(tiny.manager, found)).status).toBe(200)
  expect(await move(tiny.manager, lost)).toMatchObject({
    status: 400,
    body: { error: '', error_description: 'Insufficient permissions to change the stage' },
  })
  const fields = { title: 'Сразу отказ', stageId: lost }
  const added = await callAs(sandbox, tiny.manager, 'crm.item.add', { entityTypeId: tiny.requests, fields })
  expect(added.status).toBe(400)
  const byHand = await fetch(`${sandbox.url}/sandbox/stage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ viewerId: tiny.manager, entityTypeId: tiny.requests, id: 1, stageId: lost }),
  })
  expect(await byHand.json()).toMatchObject({ error: expect.stringContaining('Недостаточно прав') })
  const stage = async () => {
    const { body } = await callAs(sandbox, tiny.admin, 'crm.item.get', { entityTypeId: tiny.requests, id: 1 })
    return (body.result as { item: { stageId: string } }).item.stageId
  }
  expect(await stage()).toBe(found)
  expect((await move(tiny.salesHead, lost)).status).toBe(200)
  expect((await move(tiny.admin, found)).status).toBe(200)
})
