import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { callAs, startTiny } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startTiny()
})

afterAll(() => sandbox.close())

const ask = (method: string, params: Record<string, unknown>, userId: number = tiny.admin) =>
  callAs(sandbox, userId, method, params)

const lead = { ownerTypeId: tiny.leads, ownerId: 5 }

async function comment(text: string, userId: number = tiny.admin): Promise<number> {
  const fields = { ENTITY_ID: 5, ENTITY_TYPE: 'lead', COMMENT: text }
  return Number((await ask('crm.timeline.comment.add', { fields }, userId)).body.result)
}

async function line(userId: number = tiny.manager): Promise<number> {
  const fields = { entityTypeId: tiny.leads, entityId: 5, title: 'Рейс', text: 'Вышла', iconCode: 'info' }
  const answer = await ask('crm.timeline.logmessage.add', { fields }, userId)
  return (answer.body.result as { logMessage: { id: number } }).logMessage.id
}

test('a line of the timeline needs a card one may change, a title, a text and a picture', async () => {
  const fields = { entityTypeId: tiny.leads, entityId: 5, title: 'Рейс', text: 'Вышла', iconCode: 'info' }
  expect((await ask('crm.timeline.logmessage.add', { fields: { ...fields, text: '' } })).body.error).toBe('100')
  expect((await ask('crm.timeline.logmessage.add', { fields: { ...fields, entityId: 99 } })).body.error).toBe(
    'OWNER_NOT_FOUND',
  )
  expect((await ask('crm.timeline.logmessage.add', { fields }, tiny.logist)).body.error).toBe('ACCESS_DENIED')
})

test('a line is taken away by its author or an administrator', async () => {
  const id = await line(tiny.admin)
  expect((await ask('crm.timeline.logmessage.delete', { id }, tiny.manager)).body.error).toBe('REMOVING_DISABLED')
  expect((await ask('crm.timeline.logmessage.delete', { id })).body.result).toBe(true)
  expect((await ask('crm.timeline.logmessage.get', { id })).body.error).toBe('NOT_FOUND')
})

test('comments and lines never share a number', async () => {
  expect(new Set([await comment('a'), await line(), await comment('b'), await line()]).size).toBe(4)
})

test('a comment bound to another card is read there too, and leaves it again', async () => {
  const id = await comment('Общий')
  const fields = { OWNER_ID: id, ENTITY_ID: 3, ENTITY_TYPE: `dynamic_${tiny.requests}` }
  expect((await ask('crm.timeline.bindings.bind', { fields })).body.result).toBe(true)
  expect((await ask('crm.timeline.bindings.bind', { fields })).body.error_description).toBe('Binding already exists.')
  const onRequest = async () => {
    const filter = { ENTITY_ID: 3, ENTITY_TYPE: `dynamic_${tiny.requests}` }
    return ((await ask('crm.timeline.comment.list', { filter })).body.result as { COMMENT: string }[]).map(
      (row) => row.COMMENT,
    )
  }
  expect(await onRequest()).toEqual(['Общий'])
  await ask('crm.timeline.bindings.unbind', { fields })
  expect(await onRequest()).toEqual([])
  const own = { fields: { OWNER_ID: id, ENTITY_ID: 5, ENTITY_TYPE: 'lead' } }
  expect((await ask('crm.timeline.bindings.unbind', own)).body.error_description).toBe('Binding is not found.')
})

test('a record has one note, and the next takes its place', async () => {
  const at = { ...lead, itemType: 1, itemId: await comment('С заметкой') }
  await ask('crm.timeline.note.save', { ...at, text: 'Раз' })
  await ask('crm.timeline.note.save', { ...at, text: 'Два' }, tiny.manager)
  expect((await ask('crm.timeline.note.get', at)).body.result).toMatchObject({
    text: 'Два',
    createdById: tiny.admin,
    updatedById: tiny.manager,
  })
  expect((await ask('crm.timeline.note.save', { ...at, itemId: 9999, text: 'x' })).body.error).toBe('NOT_FOUND')
})

test('three records are pinned to a card and no more', async () => {
  const ids = [await comment('1'), await comment('2'), await comment('3'), await line()]
  const answers = []
  for (const id of ids) answers.push((await ask('crm.timeline.item.pin', { id, ...lead })).body.error)
  expect(answers).toEqual([undefined, undefined, undefined, 0])
  await ask('crm.timeline.item.unpin', { id: ids[0], ...lead })
  expect((await ask('crm.timeline.item.pin', { id: ids[3], ...lead })).status).toBe(200)
})
