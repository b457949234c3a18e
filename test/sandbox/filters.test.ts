import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { post, startTiny } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startTiny()
})

afterAll(() => sandbox.close())

async function find(filter: unknown, order: unknown = { id: 'ASC' }): Promise<number[]> {
  const { body } = await post(`${sandbox.webhookUrl}crm.item.list`, {
    entityTypeId: tiny.requests,
    useOriginalUfNames: 'Y',
    select: ['id'],
    filter,
    order,
  })
  return (body.result as { items: { id: number }[] }).items.map((item) => item.id)
}

test.each([
  ['equality', { title: 'Запрос 5' }, [5]],
  ['equality by sign', { '=id': 5 }, [5]],
  ['a list under a bare name', { id: [2, 3] }, [2, 3]],
  ['one of', { '@id': [2, 3, 400] }, [2, 3]],
  ['none of', { '!@id': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }, [11, 12]],
  ['greater and at most', { '>id': 3, '<=id': 5 }, [4, 5]],
  ['not equal', { '!stageId': 'DT1036_10:NEW' }, [4, 8, 12]],
  ['part of a text in any case', { '%UF_CRM_7_LOAD_PLACE': 'МОСК' }, [5, 10]],
  ['text without a part', { '!%UF_CRM_7_LOAD_PLACE': 'москва', '>id': 8 }, [9, 11, 12]],
  ['a pattern', { '=%UF_CRM_7_LOAD_PLACE': 'Н.%' }, [3, 8]],
  ['a number', { '>=UF_CRM_7_WEIGHT_KG': 11_000 }, [11, 12]],
  ['any value of a multiple field', { UF_CRM_7_BODY: 102 }, [3, 6, 9, 12]],
  ['no such value in a multiple field', { '!UF_CRM_7_BODY': 102, '<id': 4 }, [1, 2]],
  ['a user-field boolean by 1', { UF_CRM_7_LOADING_ALL: 1, '<id': 5 }, [2, 4]],
  ['money by its amount', { '>UF_CRM_7_TARGET_RATE': 50_010 }, [11, 12]],
  ['a moment', { '<=UF_CRM_7_LOAD_FROM_AT': '2025-11-27T05:00:00Z', '>id': 10 }, [11, 12]],
  ['a parent', { parentId1: 5, '>id': 10 }, [11, 12]],
  ['emptiness', { UF_CRM_7_NEXT_CONTACT_ON: '', '>id': 11 }, [12]],
  ['a linked company', { companyId: 4, '>id': 11 }, [12]],
  [
    'either of two conditions',
    { 0: { logic: 'OR', 0: { id: 1 }, 1: { stageId: 'DT1036_10:WON', '>id': 8 } } },
    [1, 12],
  ],
])('a filter finds by %s', async (_what, filter, expected) => {
  expect(await find(filter)).toEqual(expected)
})

test('a user-field boolean is not found by Y, though it is answered as Y', async () => {
  expect(await find({ UF_CRM_7_LOADING_ALL: 'Y', '<id': 5 })).toEqual([1, 3])
})

test('order takes several fields', async () => {
  expect(await find({ '<=id': 6 }, { stageId: 'DESC', id: 'DESC' })).toEqual([4, 6, 5, 3, 2, 1])
})

test('without useOriginalUfNames user fields go by their camel-case names only', async () => {
  const list = (filter: unknown, select: string[]) =>
    post(`${sandbox.webhookUrl}crm.item.list`, { entityTypeId: tiny.requests, filter, select })
  const camel = await list({ ufCrm7WeightKg: 3000 }, ['ufCrm7LoadPlace', 'ufCrm_7_VOLUME_M3'])
  expect(camel.body.result).toEqual({ items: [{ ufCrm7LoadPlace: 'Н.Новгород (Кстово)', ufCrm_7_VOLUME_M3: null }] })
  const original = await list({ UF_CRM_7_WEIGHT_KG: 3000 }, ['id'])
  expect(original.body.error).toBe('INVALID_ARG_VALUE')
})

test('crm.item.fields gives both spellings and the elements of enumerations', async () => {
  const { body } = await post(`${sandbox.webhookUrl}crm.item.fields`, { entityTypeId: tiny.requests })
  const { fields } = body.result as { fields: Record<string, unknown> }
  expect(fields['ufCrm7Body']).toMatchObject({
    type: 'enumeration',
    isMultiple: true,
    isDynamic: true,
    upperName: 'UF_CRM_7_BODY',
    items: [
      { ID: '101', VALUE: 'тент' },
      { ID: '102', VALUE: 'рефрижератор' },
    ],
  })
  expect(fields['parentId1']).toMatchObject({ type: 'crm_entity', settings: { parentEntityTypeId: 1 } })
})

test('an asterisk brings everything, a mask brings nothing by itself', async () => {
  const one = async (select: string[]): Promise<Record<string, unknown>> => {
    const { body } = await post(`${sandbox.webhookUrl}crm.item.list`, {
      entityTypeId: tiny.requests,
      useOriginalUfNames: 'Y',
      filter: { id: 1 },
      select,
    })
    return (body.result as { items: Record<string, unknown>[] }).items[0] ?? {}
  }
  expect(await one(['*'])).toMatchObject({ id: 1, UF_CRM_7_BODY: [101], UF_CRM_7_LOADING_ALL: 'N', parentId1: 5 })
  expect(await one(['id', 'UF_*'])).toEqual({ id: 1 })
})

test('companies come with their phones, and are found by a phone however it is spelled', async () => {
  const { body } = await post(`${sandbox.webhookUrl}crm.item.get`, { entityTypeId: tiny.companies, id: 2 })
  expect(body.result).toMatchObject({
    item: {
      hasPhone: 'Y',
      fm: [{ typeId: 'PHONE', valueType: 'WORK', value: '+7 999 000-00-00' }, { typeId: 'EMAIL' }],
    },
  })
  const found = await post(`${sandbox.webhookUrl}crm.duplicate.findbycomm`, { type: 'PHONE', values: ['89990000000'] })
  expect(found.body.result).toEqual({ COMPANY: [2] })
  const legacy = await post(`${sandbox.webhookUrl}crm.company.list`, {
    filter: { PHONE: '8 (999) 000-00-01' },
    select: ['TITLE', 'PHONE'],
  })
  expect(legacy.body.result).toMatchObject([{ ID: '3', TITLE: 'ИП Сидоров', PHONE: [{ VALUE: '+7 999 000-00-01' }] }])
})
