import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { callAs, post, startListener, startTiny } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'
import { exampleLayout } from '../support/working-requests-timeline.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startTiny()
})

afterAll(() => sandbox.close())

const ask = (method: string, params: Record<string, unknown>, userId: number = tiny.admin) =>
  callAs(sandbox, userId, method, params)

const owner = { ownerTypeId: tiny.leads, ownerId: 5 }
const drawn = { ...owner, fields: { originatorId: 'reis', originId: 'key-1' }, layout: exampleLayout }

async function add(more: Record<string, unknown> = {}): Promise<number> {
  const answer = await ask('crm.activity.configurable.add', { ...drawn, ...more })
  expect(answer.body).toMatchObject({ result: { activity: { id: expect.any(Number) } } })
  return (answer.body.result as { activity: { id: number } }).activity.id
}

test('what an application draws is found again by the key of its own', async () => {
  const id = await add()
  const found = await ask('crm.activity.list', { filter: { ORIGINATOR_ID: 'reis', ORIGIN_ID: 'key-1' } })
  expect(found.body).toMatchObject({
    result: [{ ID: String(id), PROVIDER_ID: 'CONFIGURABLE_REST_APP', PROVIDER_TYPE_ID: 'CONFIGURABLE' }],
    total: 1,
  })
  const read = await ask('crm.activity.configurable.get', { id })
  expect(read.body.result).toMatchObject({ activity: { ownerId: 5, layout: exampleLayout } })
})

test('a webhook draws nothing: the method needs an application', async () => {
  const refused = await post(`${sandbox.webhookUrl}crm.activity.configurable.add`, drawn)
  expect(refused).toMatchObject({ status: 400, body: { error: 'ERROR_WRONG_CONTEXT' } })
})

const withFooter = (buttons: Record<string, unknown>) => ({ ...exampleLayout, footer: { buttons } })
const button = { title: 'Да', type: 'primary', action: { type: 'restEvent', id: 'yes' } }

test.each([
  ['no layout', { layout: {} }, 'ERROR_EMPTY_LAYOUT'],
  ['no icon', { layout: { ...exampleLayout, icon: undefined } }, 'FIELD_IS_REQUIRED'],
  ['a key of its own', { layout: { ...exampleLayout, colour: 'red' } }, 'FIELD_IS_REDUNDANT'],
  ['a button of an unknown type', { layout: withFooter({ a: { ...button, type: 'link' } }) }, 'ENUM_FIELD'],
  ['three buttons', { layout: withFooter({ a: button, b: button, c: button }) }, 'TOO_MANY_ITEMS'],
  ['a button with a key in Russian', { layout: withFooter({ да: button }) }, 'KEY_CONTAIN_WRONG_SYMBOLS'],
  ['a language nobody speaks', { layout: withFooter({ a: { ...button, title: { xx: 'a' } } }) }, 'WRONG_LANG'],
  ['a mark nobody has made', { fields: { badgeCode: 'none' } }, 'WRONG_FIELD_VALUE'],
  ['nobody to answer for it', { fields: { responsibleId: 99 } }, 'WRONG_FIELD_VALUE'],
  [
    'a deadline for what came from outside',
    { fields: { isIncomingChannel: 'Y', deadline: '2030-01-01' } },
    'INCOMING_ACTIVITY_CAN_NOT_BE_WITH_DEADLINE',
  ],
  ['a card that is not there', { ownerId: 77 }, 'OWNER_NOT_FOUND'],
])('a drawn activity with %s is refused', async (_what, more, code) => {
  const refused = await ask('crm.activity.configurable.add', { ...drawn, ...more })
  expect(refused).toMatchObject({ status: 400, body: { error: code } })
})

test('an activity is read by who sees the card, and changed by who may change it', async () => {
  const request = { ownerTypeId: tiny.requests, ownerId: 2 }
  const id = await add(request)
  expect((await ask('crm.activity.configurable.get', { id }, tiny.manager)).status).toBe(200)
  const change = await ask('crm.activity.configurable.update', { id, ...drawn }, tiny.manager)
  expect(change.body.error).toBe('ACCESS_DENIED')
  const hidden = await add()
  expect((await ask('crm.activity.configurable.get', { id: hidden }, tiny.logist)).body.error).toBe('ACCESS_DENIED')
  const list = await ask('crm.activity.list', { filter: { OWNER_TYPE_ID: tiny.leads, OWNER_ID: 5 } }, tiny.logist)
  expect(list.body).toMatchObject({ result: [], total: 0 })
})

test('the older methods leave to the application what the application draws', async () => {
  const id = await add()
  expect((await ask('crm.activity.update', { id, fields: { SUBJECT: 'x' } })).body).toMatchObject({
    error: '',
    error_description: 'Use crm.activity.configurable.update for this activity provider',
  })
  expect((await ask('crm.activity.delete', { id })).body.result).toBe(true)
  expect((await ask('crm.activity.get', { id })).body.error_description).toBe('Activity is not found')
})

test('a to-do that is done stays as it is', async () => {
  const deadline = '2030-01-10T12:00:00+03:00'
  const added = await ask('crm.activity.todo.add', { ...owner, deadline, title: 'Позвонить' })
  const { id } = added.body.result as { id: number }
  expect((await ask('crm.activity.todo.updateColor', { ...owner, id, colorId: '77' })).body.error).toBe(
    'CAN_NOT_UPDATE_WRONG_COLOR_TODO',
  )
  await ask('crm.activity.todo.updateDescription', { ...owner, id, value: 'После обеда' })
  const read = await ask('crm.activity.get', { id })
  expect(read.body.result).toMatchObject({ PROVIDER_ID: 'CRM_TODO', DESCRIPTION: 'После обеда', DEADLINE: deadline })
  await ask('crm.activity.update', { id, fields: { COMPLETED: 'Y' } })
  const late = await ask('crm.activity.todo.updateDeadline', { ...owner, id, value: deadline })
  expect(late.body.error).toBe('CAN_NOT_UPDATE_COMPLETED_TODO')
  expect((await ask('crm.activity.todo.add', { ...owner, deadline: 'завтра' })).body.error).toBe(
    'WRONG_DATETIME_FORMAT',
  )
})

test('the application hears of the life of an activity', async () => {
  const listener = await startListener()
  sandbox.portal.finishInstall()
  for (const event of ['ONCRMACTIVITYADD', 'ONCRMACTIVITYUPDATE', 'ONCRMACTIVITYDELETE'])
    await ask('event.bind', { event, handler: listener.url })
  const id = await add()
  await ask('crm.activity.configurable.update', { id, ...drawn, fields: { completed: true } })
  await ask('crm.activity.delete', { id })
  await sandbox.portal.idle()
  expect(listener.received.map((form) => [form.get('event'), form.get('data[FIELDS][ID]')]).sort()).toEqual([
    ['ONCRMACTIVITYADD', String(id)],
    ['ONCRMACTIVITYDELETE', String(id)],
    ['ONCRMACTIVITYUPDATE', String(id)],
  ])
  await listener.close()
})

test('a record stands on several cards, but never on none', async () => {
  const id = await add()
  const request = { activityId: id, entityTypeId: tiny.requests, entityId: 1 }
  expect((await ask('crm.activity.binding.add', request)).body.result).toBe(true)
  expect((await ask('crm.activity.binding.add', request)).body.error).toBe('ACTIVITY_IS_ALREADY_BOUND')
  const lead = { activityId: id, entityTypeId: tiny.leads, entityId: 5 }
  await ask('crm.activity.binding.delete', lead)
  expect((await ask('crm.activity.binding.delete', lead)).body.error).toBe('BINDING_NOT_FOUND')
  expect((await ask('crm.activity.binding.delete', request)).body.error).toBe('LAST_BINDING_CANNOT_BE_DELETED')
  const onRequest = await ask('crm.activity.list', {
    filter: { BINDINGS: [{ OWNER_TYPE_ID: tiny.requests, OWNER_ID: 1 }] },
  })
  expect(onRequest.body).toMatchObject({ result: [{ ID: String(id) }] })
})

test('a card that is deleted takes its timeline along', async () => {
  const made = await ask('crm.item.add', { entityTypeId: tiny.leads, fields: { title: 'Ненадолго' } })
  const { id } = (made.body.result as { item: { id: number } }).item
  const activity = await add({ ownerId: id })
  const line = await ask('crm.timeline.logmessage.add', {
    fields: { entityTypeId: tiny.leads, entityId: id, title: 'a', text: 'b', iconCode: 'info' },
  })
  await ask('crm.item.delete', { entityTypeId: tiny.leads, id })
  expect((await ask('crm.activity.configurable.get', { id: activity })).body.error).toBe('NOT_FOUND')
  const { logMessage } = line.body.result as { logMessage: { id: number } }
  expect((await ask('crm.timeline.logmessage.get', { id: logMessage.id })).body.error).toBe('NOT_FOUND')
})
