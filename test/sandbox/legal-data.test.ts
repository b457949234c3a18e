import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../sandbox/server.ts'
import { callAs, post, startTiny } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startTiny()
})

afterAll(() => sandbox.close())

const ask = (method: string, params: Record<string, unknown>, userId: number = tiny.admin) =>
  callAs(sandbox, userId, method, params)

const fields = { ENTITY_TYPE_ID: tiny.companies, ENTITY_ID: 2, PRESET_ID: 1, NAME: 'Основной', RQ_INN: '7707083893' }

const add = async (more: Record<string, unknown> = {}): Promise<number> =>
  Number((await ask('crm.requisite.add', { fields: { ...fields, ...more } })).body.result)

test('a company is found by its tax number, numbers are text and what nobody wrote is null', async () => {
  const id = await add()
  const found = await ask('crm.requisite.list', { filter: { RQ_INN: '7707083893' } })
  expect(found.body).toMatchObject({
    result: [{ ID: String(id), ENTITY_TYPE_ID: '4', ENTITY_ID: '2', RQ_INN: '7707083893', RQ_KPP: null, ACTIVE: 'Y' }],
    total: 1,
  })
  expect((await ask('crm.requisite.list', { filter: { RQ_INN: '7707083894' } })).body).toMatchObject({ total: 0 })
})

test.each([
  [{ ENTITY_TYPE_ID: 2 }, 'ENTITY_TYPE_ID is not defined or invalid.'],
  [{ ENTITY_ID: 99 }, 'Entity not found.'],
  [{ PRESET_ID: 77 }, 'PRESET_ID is not defined or invalid.'],
])('a requisite with %j is refused without a code', async (more, description) => {
  const refused = await ask('crm.requisite.add', { fields: { ...fields, ...more } })
  expect(refused).toMatchObject({ status: 400, body: { error: '', error_description: description } })
})

test('all requisites are read page by page, as the vendor advises, without a count', async () => {
  for (let at = 0; at < 60; at += 1) await add({ RQ_INN: `50000000${10 + at}` })
  const seen: number[] = []
  for (let last = 0; ;) {
    const params = { filter: { '>ID': last }, order: { ID: 'ASC' }, start: -1, select: ['ID'] }
    const { body } = await ask('crm.requisite.list', params)
    expect(body.total).toBeUndefined()
    const ids = (body.result as { ID: string }[]).map((row) => Number(row.ID))
    seen.push(...ids)
    if (ids.length < 50) break
    last = ids.at(-1) ?? 0
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThan(60)
})

test('accounts and addresses hang on a requisite and go with it', async () => {
  const id = await add()
  const bank = await ask('crm.requisite.bankdetail.add', { fields: { ENTITY_ID: id, NAME: 'Счёт', RQ_BIK: '0445' } })
  const address = { TYPE_ID: 6, ENTITY_TYPE_ID: 8, ENTITY_ID: id, CITY: 'Казань' }
  await ask('crm.address.add', { fields: address })
  expect((await ask('crm.address.add', { fields: address })).body.error_description).toBe('TypeAddress exists')
  const list = await ask('crm.address.list', { filter: { ENTITY_TYPE_ID: 8, ENTITY_ID: id } })
  expect(list.body.result).toMatchObject([{ CITY: 'Казань', ANCHOR_TYPE_ID: '4', ANCHOR_ID: '2' }])
  await ask('crm.requisite.delete', { id })
  expect((await ask('crm.requisite.bankdetail.get', { id: bank.body.result })).status).toBe(400)
  expect((await ask('crm.address.list', { filter: { ENTITY_TYPE_ID: 8, ENTITY_ID: id } })).body.result).toEqual([])
})

test('a deal is settled by its own company’s requisite and account, and by nobody else’s', async () => {
  const made = await ask('crm.item.add', { entityTypeId: tiny.deals, fields: { title: 'Рейс', companyId: 2 } })
  const deal = (made.body.result as { item: { id: number } }).item.id
  const [own, foreign] = [await add(), await add({ ENTITY_ID: 3 })]
  const link = {
    ENTITY_TYPE_ID: tiny.deals,
    ENTITY_ID: deal,
    BANK_DETAIL_ID: 0,
    MC_REQUISITE_ID: 0,
    MC_BANK_DETAIL_ID: 0,
  }
  expect((await ask('crm.requisite.link.register', { fields: { ...link, REQUISITE_ID: foreign } })).status).toBe(400)
  expect((await ask('crm.requisite.link.register', { fields: { ...link, REQUISITE_ID: own } })).body.result).toBe(true)
  const list = await ask('crm.requisite.link.list', { filter: { ENTITY_ID: deal } })
  expect(list.body.result).toMatchObject([{ REQUISITE_ID: String(own), MC_REQUISITE_ID: '0' }])
})

test('a planted company is found by its phone and by its tax number, with its address and its account', async () => {
  const planted = await startSandbox({ seed: 'small', today: '2025-11-24', limits: { perSecond: Infinity } })
  try {
    const ask = async <T>(method: string, params: Record<string, unknown>): Promise<T> =>
      (await post(`${planted.webhookUrl}${method}`, params)).body.result as T
    type Row = Record<string, unknown>
    const [client] = await ask<Row[]>('crm.company.list', {
      filter: { COMPANY_TYPE: 'CUSTOMER' },
      select: ['ID', 'PHONE'],
    })
    const [phone] = (client?.['PHONE'] ?? []) as { VALUE: string }[]
    const found = await ask<{ COMPANY: number[] }>('crm.duplicate.findbycomm', {
      type: 'PHONE',
      values: [phone?.VALUE],
    })
    expect(found.COMPANY).toContain(Number(client?.['ID']))
    const of = { ENTITY_TYPE_ID: 4, ENTITY_ID: client?.['ID'] }
    const [requisite] = await ask<Row[]>('crm.requisite.list', { filter: of })
    const RQ_INN = requisite?.['RQ_INN']
    const byNumber = await ask<Row[]>('crm.requisite.list', { filter: { RQ_INN }, select: ['ENTITY_ID'] })
    expect(byNumber).toEqual([{ ENTITY_ID: client?.['ID'] }])
    const on = { ENTITY_TYPE_ID: 8, ENTITY_ID: requisite?.['ID'] }
    expect(await ask('crm.address.list', { filter: on })).toMatchObject([
      { TYPE_ID: '6', COUNTRY: 'Россия', ANCHOR_TYPE_ID: '4', ANCHOR_ID: client?.['ID'] },
    ])
    const accounts = await ask('crm.requisite.bankdetail.list', { filter: { ENTITY_ID: requisite?.['ID'] } })
    expect(accounts).toMatchObject([{ RQ_BIK: expect.stringMatching(/^04\d{7}$/), ACTIVE: 'Y' }])
  } finally {
    await planted.close()
  }
})
