import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { callAs, startTiny } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startTiny()
})

afterAll(() => sandbox.close())

const admin = (method: string, params: Record<string, unknown> = {}) => callAs(sandbox, tiny.admin, method, params)

async function result<T>(method: string, params: Record<string, unknown> = {}): Promise<T> {
  const { status, body } = await admin(method, params)
  expect({ method, body }).toHaveProperty('body.result')
  expect(status).toBe(200)
  return body.result as T
}

const newType = async (fields: Record<string, unknown>) =>
  (await result<{ type: { id: number; entityTypeId: number } }>('crm.type.add', { fields })).type

test('a smart process is created with its switches, its parents and a funnel of five stages', async () => {
  const type = await newType({
    title: 'Заявка',
    isStagesEnabled: 'Y',
    isClientEnabled: 'Y',
    isCategoriesEnabled: 'Y',
    relations: { parent: [{ entityTypeId: 2, isChildrenListEnabled: 'true' }, { entityTypeId: tiny.requests }] },
  })
  expect(type.entityTypeId % 2).toBe(0)
  const full = await result<{ type: unknown }>('crm.type.getByEntityTypeId', { entityTypeId: type.entityTypeId })
  expect(full.type).toMatchObject({
    isStagesEnabled: 'Y',
    isDocumentsEnabled: 'N',
    relations: {
      parent: [
        { entityTypeId: 2, isChildrenListEnabled: 'Y' },
        { entityTypeId: tiny.requests, isChildrenListEnabled: 'N' },
      ],
    },
  })
  const { categories } = await result<{ categories: { id: number; isDefault: string }[] }>('crm.category.list', {
    entityTypeId: type.entityTypeId,
  })
  expect(categories).toMatchObject([{ isDefault: 'Y' }])
  const dictionary = `DYNAMIC_${type.entityTypeId}_STAGE_${categories[0]?.id}`
  const stages = await result<{ STATUS_ID: string }[]>('crm.status.list', { filter: { ENTITY_ID: dictionary } })
  const prefix = `DT${type.entityTypeId}_${categories[0]?.id}:`
  expect(stages.map((stage) => stage.STATUS_ID)).toEqual(
    ['NEW', 'PREPARATION', 'CLIENT', 'SUCCESS', 'FAIL'].map((code) => prefix + code),
  )
})

test('the words "true" and "false" count in relations, Y and N do not', async () => {
  const type = await newType({
    title: 'Проба',
    relations: { parent: [{ entityTypeId: 1, isChildrenListEnabled: 'Y' }] },
  })
  const { type: full } = await result<{ type: unknown }>('crm.type.get', { id: type.id })
  expect(full).toMatchObject({ relations: { parent: [{ entityTypeId: 1, isChildrenListEnabled: 'N' }] } })
})

test.each([1031, 200, 5, 'many'])('a smart process cannot take the number %s', async (entityTypeId) => {
  const { status, body } = await admin('crm.type.add', { fields: { title: 'Нет', entityTypeId } })
  expect({ status, error: body.error }).toEqual({ status: 400, error: 'INVALID_ARG_VALUE' })
})

test('a smart process with items cannot be deleted, an empty one can', async () => {
  expect((await admin('crm.type.delete', { id: tiny.requestRow })).body.error).toBe('BX_ERROR')
  const type = await newType({ title: 'Лишний' })
  expect(await result('crm.type.delete', { id: type.id })).toEqual([])
  expect((await admin('crm.item.list', { entityTypeId: type.entityTypeId })).body.error).toBe('NOT_FOUND')
})

test('a stage gets its prefix, keeps the order of progress, success and failure, and must not be too long', async () => {
  const ENTITY_ID = `DYNAMIC_${tiny.requests}_STAGE_10`
  const add = (fields: Record<string, unknown>) => admin('crm.status.add', { fields: { ENTITY_ID, ...fields } })
  const added = await add({ STATUS_ID: 'TRUCK', NAME: 'Нужно ставить авто', SORT: 25, COLOR: '#FFA900' })
  const stage = await result('crm.status.get', { id: added.body.result })
  expect(stage).toMatchObject({ STATUS_ID: 'DT1036_10:TRUCK', NAME: 'Нужно ставить авто', SEMANTICS: null })
  expect((await add({ STATUS_ID: 'TRUCK', NAME: 'Снова' })).body.error).toBe('ERROR_CORE')
  expect((await add({ STATUS_ID: 'LATE', NAME: 'После отказа', SORT: 999 })).body.error).toBe('ERROR_CORE')
  expect((await add({ STATUS_ID: 'MUCH_TOO_LONG_CODE', NAME: 'Длинный', SORT: 26 })).body.error).toBe('')
  expect((await add({ STATUS_ID: 'X' })).body.error).toBe('')
})

test('a stage that holds items cannot be deleted', async () => {
  const stages = await result<{ ID: string; STATUS_ID: string }[]>('crm.status.list', {
    filter: { ENTITY_ID: `DYNAMIC_${tiny.requests}_STAGE_10` },
  })
  const used = stages.find((stage) => stage.STATUS_ID.endsWith(':WON'))
  const refused = await admin('crm.status.delete', { id: used?.ID, params: { FORCED: 'Y' } })
  expect(refused.body.error).toBe('There are active items in this status.')
})

test('an enumeration keeps our codes in xmlId, and its field is usable at once', async () => {
  const { field } = await result<{ field: { id: string; enum: { id: string; xmlId: string }[] } }>(
    'userfieldconfig.add',
    {
      moduleId: 'crm',
      field: {
        entityId: 'CRM_7',
        fieldName: 'UF_CRM_7_DIRECTION_KIND',
        userTypeId: 'enumeration',
        editFormLabel: { ru: 'Направление', en: 'Direction' },
        enum: [
          { value: 'внутренняя', xmlId: 'domestic', sort: 10 },
          { value: 'экспорт', xmlId: 'export', sort: 20 },
        ],
      },
    },
  )
  expect(field.enum.map((element) => element.xmlId)).toEqual(['domestic', 'export'])
  const written = await result<{ item: Record<string, unknown> }>('crm.item.update', {
    entityTypeId: tiny.requests,
    id: 1,
    fields: { ufCrm7DirectionKind: field.enum[1]?.id },
  })
  expect(written.item['ufCrm7DirectionKind']).toBe(Number(field.enum[1]?.id))
  const updated = await result<{ field: { enum: { value: string }[] } }>('userfieldconfig.update', {
    moduleId: 'crm',
    id: field.id,
    field: {
      enum: [
        { id: field.enum[0]?.id, value: 'по России' },
        { value: 'импорт', xmlId: 'import' },
      ],
    },
  })
  expect(updated.field.enum.map((element) => element.value)).toEqual(['по России', 'экспорт', 'импорт'])
})

test('a list of fields comes without elements, and with labels only in the language asked for', async () => {
  const { fields } = await result<{ fields: Record<string, unknown>[] }>('userfieldconfig.list', {
    moduleId: 'crm',
    select: { 0: '*', language: 'ru' },
    filter: { entityId: 'CRM_7', fieldName: 'UF_CRM_7_BODY' },
  })
  expect(fields).toMatchObject([{ fieldName: 'UF_CRM_7_BODY', multiple: 'Y', editFormLabel: { ru: 'Кузов' } }])
  expect(fields[0]).not.toHaveProperty('enum')
})

test.each([
  ['a name without the owner’s prefix', { entityId: 'CRM_7', fieldName: 'UF_CRM_9_X', userTypeId: 'string' }],
  ['a name in small letters', { entityId: 'CRM_7', fieldName: 'UF_CRM_7_x', userTypeId: 'string' }],
  ['a name that is too long', { entityId: 'CRM_7', fieldName: `UF_CRM_7_${'X'.repeat(45)}`, userTypeId: 'string' }],
  ['a name that is taken', { entityId: 'CRM_7', fieldName: 'UF_CRM_7_BODY', userTypeId: 'string' }],
  ['an owner that does not exist', { entityId: 'CRM_77', fieldName: 'UF_CRM_77_X', userTypeId: 'string' }],
  ['a type nobody knows', { entityId: 'CRM_7', fieldName: 'UF_CRM_7_X', userTypeId: 'geo' }],
])('a user field with %s is refused without a code', async (_what, field) => {
  const { status, body } = await admin('userfieldconfig.add', { moduleId: 'crm', field })
  expect({ status, error: body.error }).toEqual({ status: 400, error: '' })
})

test('a deleted field leaves the type and its items', async () => {
  const { field } = await result<{ field: { id: string } }>('userfieldconfig.add', {
    moduleId: 'crm',
    field: { entityId: 'CRM_7', fieldName: 'UF_CRM_7_TEMPORARY', userTypeId: 'string' },
  })
  expect(await result('userfieldconfig.delete', { moduleId: 'crm', id: field.id })).toBeNull()
  const { fields } = await result<{ fields: object }>('crm.item.fields', { entityTypeId: tiny.requests })
  expect(fields).not.toHaveProperty('ufCrm7Temporary')
})

test('a tab is bound once, in both languages, to a host that has a dot', async () => {
  const binding = {
    PLACEMENT: `CRM_DYNAMIC_${tiny.requests}_DETAIL_TAB`,
    HANDLER: 'http://127.0.0.1:4000/carriers',
    LANG_ALL: { ru: { TITLE: 'Перевозчики' }, en: { TITLE: 'Carriers' } },
    OPTIONS: { nobodyKnowsThis: 1 },
  }
  expect(await result('placement.bind', binding)).toBe(true)
  const again = await admin('placement.bind', binding)
  expect(again.body).toMatchObject({
    error: 'ERROR_CORE',
    error_description: 'Unable to set placement handler: Handler already binded',
  })
  expect(await result('placement.get')).toMatchObject([
    { placement: binding.PLACEMENT, handler: binding.HANDLER, options: [], langAll: binding.LANG_ALL },
  ])
  const { count } = await result<{ count: number }>('placement.unbind', { PLACEMENT: binding.PLACEMENT })
  expect(count).toBeGreaterThan(0)
})

test.each([
  ['a type that does not exist', { PLACEMENT: 'CRM_DYNAMIC_9998_DETAIL_TAB' }, 'ERROR_PLACEMENT_NOT_FOUND'],
  ['the main page', { PLACEMENT: 'DEFAULT' }, 'ERROR_PLACEMENT_NOT_FOUND'],
  ['a host without a dot', { HANDLER: 'http://localhost:4000/' }, 'ERROR_WRONG_HANDLER_URL'],
  ['another protocol', { HANDLER: 'ftp://reis.example/' }, 'ERROR_UNSUPPORTED_PROTOCOL'],
  ['no address', { HANDLER: '' }, 'ERROR_ARGUMENT'],
])('a placement for %s is refused', async (_what, change, code) => {
  const { body } = await admin('placement.bind', {
    PLACEMENT: 'CRM_LEAD_DETAIL_TAB',
    HANDLER: 'https://reis.example/',
    ...change,
  })
  expect(body.error).toBe(code)
})

test('a smart process brings its own placements and events', async () => {
  const codes = await result<string[]>('placement.list')
  expect(codes).toContain(`CRM_DYNAMIC_${tiny.requests}_DETAIL_TAB`)
  expect(codes).not.toContain('TASK_VIEW_TAB')
  expect(await result<string[]>('events')).toContain(`ONCRMDYNAMICITEMUPDATE_${tiny.requests}`)
})

test('people and departments come as text ids, with heads and parents', async () => {
  expect(await result('user.get', { FILTER: { ACTIVE: 'Y', UF_DEPARTMENT: 2 } })).toMatchObject([
    { ID: '2', NAME: 'Игорь', ACTIVE: true, UF_DEPARTMENT: [2] },
    { ID: '3' },
  ])
  expect(await result('department.get', { PARENT: 1 })).toMatchObject([
    { ID: '2', NAME: 'Продажи', PARENT: '1', UF_HEAD: '2' },
    { ID: '3', PARENT: '1' },
  ])
  expect(await result('user.current')).toMatchObject({ ID: '1', LAST_NAME: 'Могутина' })
})

test('an application keeps options for itself and for each user', async () => {
  await result('app.option.set', { options: { map: '{"a":1}' } })
  expect(await result('app.option.get')).toEqual({ map: '{"a":1}' })
  await callAs(sandbox, tiny.manager, 'user.option.set', { options: { theme: 'dark' } })
  expect((await callAs(sandbox, tiny.manager, 'user.option.get', { option: 'theme' })).body.result).toBe('dark')
  expect(await result('user.option.get')).toEqual([])
})

test('the portal knows its currencies, scopes and methods', async () => {
  expect(await result('crm.currency.base.get')).toBe('RUB')
  expect(await result('crm.currency.list')).toMatchObject([
    { CURRENCY: 'RUB', BASE: 'Y', AMOUNT: '1.0000' },
    { CURRENCY: 'USD' },
  ])
  expect(await result<string[]>('scope')).toContain('crm')
  expect(await result('method.get', { name: 'crm.item.list' })).toEqual({ isExisting: true, isAvailable: true })
  expect(await result('method.get', { name: 'crm.rocket.launch' })).toEqual({ isExisting: false, isAvailable: false })
})

test('a funnel is deleted with its stages unless it is the first one or holds items', async () => {
  for (const [entityTypeId, empty] of [
    [tiny.deals, 0],
    [
      (await newType({ title: 'С воронками', isCategoriesEnabled: 'Y', isStagesEnabled: 'Y' })).entityTypeId,
      'BX_ERROR',
    ],
  ] as const) {
    const made = await result<{ category: { id: number } }>('crm.category.add', {
      entityTypeId,
      fields: { name: 'Вторая' },
    })
    const { id } = made.category
    const item = await result<{ item: { id: number } }>('crm.item.add', { entityTypeId, fields: { categoryId: id } })
    expect((await admin('crm.category.delete', { entityTypeId, id })).body.error).toBe(empty)
    await result('crm.item.delete', { entityTypeId, id: item.item.id })
    const names = async () =>
      (await result<{ ID: string }[]>('crm.status.entity.types'))
        .map((one) => one.ID)
        .filter((one) => one.endsWith(`_${id}`))
    expect(await names()).toHaveLength(1)
    expect((await admin('crm.category.delete', { entityTypeId, id })).body.result).toBeNull()
    expect(await names()).toEqual([])
    const { categories } = await result<{ categories: { id: number; isDefault: string }[] }>('crm.category.list', {
      entityTypeId,
    })
    const first = categories.find((category) => category.isDefault === 'Y')
    expect((await admin('crm.category.delete', { entityTypeId, id: first?.id })).body.error).toBe(empty)
  }
  expect((await admin('crm.category.delete', { entityTypeId: tiny.deals, id: 777 })).body.error).toBe('NOT_FOUND')
})

test('a currency is added with its rate, takes the base over, and the base is not deleted', async () => {
  type Row = { CURRENCY: string; BASE: string; AMOUNT: string }
  const add = (fields: Record<string, unknown>) => admin('crm.currency.add', { fields })
  expect((await add({ CURRENCY: 'KGS', AMOUNT_CNT: 10, AMOUNT: 11 })).body.result).toBe('KGS')
  expect((await add({ CURRENCY: 'KGS', AMOUNT_CNT: 10, AMOUNT: 11 })).body.error).toBe('ERROR_CORE')
  expect((await add({ CURRENCY: 'UZS', AMOUNT: 11 })).body.error_description).toBe('Undefined array key "AMOUNT_CNT"')
  const rates = async () =>
    Object.fromEntries(
      (await result<Row[]>('crm.currency.list')).map((row) => [row.CURRENCY, [row.BASE, Number(row.AMOUNT)]]),
    )
  expect((await rates())['KGS']).toEqual(['N', 1.1])
  await result('crm.currency.base.set', { id: 'USD' })
  expect(await rates()).toMatchObject({ USD: ['Y', 92.5], RUB: ['N', 1] })
  expect((await admin('crm.currency.delete', { id: 'USD' })).body.error_description).toBe(
    'Cannot delete base currency.',
  )
  await result('crm.currency.base.set', { id: 'RUB' })
  await result('crm.currency.delete', { id: 'KGS' })
  expect(await rates()).not.toHaveProperty('KGS')
})
