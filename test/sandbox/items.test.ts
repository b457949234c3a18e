import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { post, startTiny } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox
let clock = Date.parse('2025-11-24T09:00:00Z')

beforeAll(async () => {
  sandbox = await startTiny({ now: () => clock })
})

afterAll(() => sandbox.close())

const call = (method: string, params: Record<string, unknown>) => post(`${sandbox.webhookUrl}${method}`, params)

async function add(fields: Record<string, unknown>, entityTypeId: number = tiny.requests) {
  const answer = await call('crm.item.add', { entityTypeId, useOriginalUfNames: 'Y', fields })
  return { ...answer, item: (answer.body.result as { item?: Record<string, unknown> } | undefined)?.item ?? {} }
}

test('a new request stands on the first stage, is assigned to whoever made it, and carries the server’s zone', async () => {
  const { item } = await add({ title: 'Новый груз', xmlId: 'reis-1', UF_CRM_7_LOAD_FROM_AT: '2025-11-27T05:00:00Z' })
  expect(item).toMatchObject({
    title: 'Новый груз',
    xmlId: 'reis-1',
    stageId: 'DT1036_10:NEW',
    categoryId: 10,
    assignedById: tiny.admin,
    createdTime: '2025-11-24T12:00:00+03:00',
    UF_CRM_7_LOAD_FROM_AT: '2025-11-27T08:00:00+03:00',
    entityTypeId: tiny.requests,
  })
})

test('values are kept in the portal’s own spellings, whatever they came in', async () => {
  const { item } = await add({
    UF_CRM_7_LOADING_ALL: 1,
    UF_CRM_7_TARGET_RATE: '12500.50|RUB',
    UF_CRM_7_BODY: ['101', 102],
    UF_CRM_7_WEIGHT_KG: '20000',
    UF_CRM_7_NEXT_CONTACT_ON: '01.12.2025',
    opened: 'Y',
    parentId1: '5',
  })
  expect(item).toMatchObject({
    UF_CRM_7_LOADING_ALL: 'Y',
    UF_CRM_7_TARGET_RATE: '12500.50|RUB',
    UF_CRM_7_BODY: [101, 102],
    UF_CRM_7_WEIGHT_KG: 20_000,
    UF_CRM_7_NEXT_CONTACT_ON: '2025-12-01T03:00:00+03:00',
    opened: 'Y',
    parentId1: 5,
  })
})

test('a field the type does not have is ignored without a word', async () => {
  const { status, item } = await add({ title: 'Груз', ufCrm7Wheels: 6, UF_CRM_7_WHEELS: 6, id: 77_777 })
  expect(status).toBe(200)
  expect(item['id']).not.toBe(77_777)
  expect(JSON.stringify(item)).not.toContain('WHEELS')
})

test.each([
  ['a stage of another funnel', { stageId: 'DT1040_12:NEW' }],
  ['an element the enumeration does not have', { UF_CRM_7_BODY: [999] }],
  ['money without a currency', { UF_CRM_7_TARGET_RATE: '12500' }],
  ['a weight that is no number', { UF_CRM_7_WEIGHT_KG: 'двадцать тонн' }],
  ['a day that does not exist', { UF_CRM_7_NEXT_CONTACT_ON: '2025-02-30' }],
  ['a company that does not exist', { companyId: 999 }],
  ['a parent that does not exist', { parentId1: 999 }],
  ['a person who does not exist', { assignedById: 999 }],
])('%s is refused as a bad value', async (_what, fields) => {
  const { status, body } = await add(fields)
  expect(status).toBe(400)
  expect(body.error).toBe('CRM_FIELD_ERROR_VALUE_NOT_VALID')
})

test('an update bumps the time of change; an update of nothing does not', async () => {
  const { item } = await add({ title: 'Груз' })
  clock += 60_000
  const params = { entityTypeId: tiny.requests, id: item['id'], fields: { title: 'Груз' } }
  const same = await call('crm.item.update', params)
  expect(same.body.result).toMatchObject({ item: { updatedTime: item['updatedTime'] } })
  const changed = await call('crm.item.update', { ...params, fields: { title: 'Другой груз' } })
  expect(changed.body.result).toMatchObject({
    item: { title: 'Другой груз', updatedTime: expect.not.stringMatching(String(item['updatedTime']).slice(0, 16)) },
  })
})

test('a field left out of an update stays, an empty one is cleared', async () => {
  const { item } = await add({ title: 'Груз', UF_CRM_7_LOAD_PLACE: 'Казань', UF_CRM_7_BODY: [101] })
  const params = { entityTypeId: tiny.requests, id: item['id'], useOriginalUfNames: 'Y' }
  const cleared = await call('crm.item.update', { ...params, fields: { UF_CRM_7_LOAD_PLACE: '', UF_CRM_7_BODY: [] } })
  expect(cleared.body.result).toMatchObject({
    item: { title: 'Груз', UF_CRM_7_LOAD_PLACE: null, UF_CRM_7_BODY: [] },
  })
})

test('a move between stages leaves its trace in the history', async () => {
  const { item } = await add({ title: 'Груз' })
  await call('crm.item.update', { entityTypeId: tiny.requests, id: item['id'], fields: { stageId: 'DT1036_10:WON' } })
  const { body } = await call('crm.stagehistory.list', {
    entityTypeId: tiny.requests,
    filter: { OWNER_ID: item['id'] },
  })
  expect(body.result).toMatchObject({
    items: [
      { TYPE_ID: 1, STAGE_ID: 'DT1036_10:NEW', STAGE_SEMANTIC_ID: 'P' },
      { TYPE_ID: 3, STAGE_ID: 'DT1036_10:WON', STAGE_SEMANTIC_ID: 'S' },
    ],
  })
})

test('phones are changed row by row: by id, by adding, and by an empty value', async () => {
  const company = await add({ title: 'ООО «Новый»', fm: [{ typeId: 'PHONE', value: '+7 1' }] }, tiny.companies)
  const rows = company.item['fm'] as { id: number }[]
  const params = { entityTypeId: tiny.companies, id: company.item['id'] }
  const changed = await call('crm.item.update', {
    ...params,
    fields: {
      fm: [
        { id: rows[0]?.id, value: '+7 2' },
        { typeId: 'EMAIL', valueType: 'WORK', value: 'a@b.example' },
      ],
    },
  })
  expect(changed.body.result).toMatchObject({ item: { fm: [{ value: '+7 2' }, { value: 'a@b.example' }] } })
  const removed = await call('crm.item.update', { ...params, fields: { fm: [{ id: rows[0]?.id, value: '' }] } })
  expect((removed.body.result as { item: { fm: unknown[] } }).item.fm).toHaveLength(1)
})

test('a deleted item is gone and its id is never given again', async () => {
  const { item } = await add({ title: 'Лишний' })
  const id = Number(item['id'])
  expect((await call('crm.item.delete', { entityTypeId: tiny.requests, id })).body.result).toEqual([])
  expect((await call('crm.item.get', { entityTypeId: tiny.requests, id })).body.error).toBe('NOT_FOUND')
  expect(Number((await add({ title: 'Следующий' })).item['id'])).toBeGreaterThan(id)
})

test('a type without clients and stages drops what is written to them and answers null', async () => {
  const type = await call('crm.type.add', { fields: { title: 'Без клиента' } })
  const { entityTypeId } = (type.body.result as { type: { entityTypeId: number } }).type
  const { status, item } = await add({ title: 'Запись', companyId: 2, stageId: 'NEW', opportunity: 5 }, entityTypeId)
  expect(status).toBe(200)
  expect(item).toMatchObject({ companyId: null, stageId: null, opportunity: null })
})

test('a comment stands in the card’s timeline with its author and text', async () => {
  const owner = { ENTITY_ID: 2, ENTITY_TYPE: `dynamic_${tiny.requests}` }
  const added = await call('crm.timeline.comment.add', { fields: { ...owner, COMMENT: 'Предложен перевозчик' } })
  expect(added.body.result).toEqual(expect.any(Number))
  const { body } = await call('crm.timeline.comment.list', { filter: owner, order: { ID: 'DESC' } })
  expect(body.result).toMatchObject([
    { ID: String(added.body.result), ...owner, ENTITY_ID: '2', COMMENT: 'Предложен перевозчик', AUTHOR_ID: '1' },
  ])
  const upper = await call('crm.timeline.comment.add', { FIELDS: { ...owner, COMMENT: 'Никто не прочтёт' } })
  expect(upper.body.error).toBe('100')
})

test('a notification with the same tag takes the place of the earlier one, for that user alone', async () => {
  const { portal } = sandbox
  const caller = { kind: 'user', userId: tiny.logist } as const
  const say = (USER_ID: number, MESSAGE: string) =>
    portal.call(caller, 'im.notify.personal.add', { USER_ID, MESSAGE, TAG: 'REIS|1' })
  await say(tiny.manager, 'Первое предложение')
  await say(tiny.salesHead, 'Первое предложение')
  await say(tiny.manager, 'Второе предложение')
  expect(portal.state.notifications.ofUser(tiny.manager).map((row) => row.message)).toEqual(['Второе предложение'])
  expect(portal.state.notifications.ofUser(tiny.salesHead)).toHaveLength(1)
})
