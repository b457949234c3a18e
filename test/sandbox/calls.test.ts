import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { post, read, sdkFor, startTiny } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startTiny({ scale: 10 })
})

afterAll(() => sandbox.close())

test('the official SDK reads an item through its token, double slash and all', async () => {
  const answer = await sdkFor(sandbox, tiny.admin).actions.v2.call.make<{ item: { id: number; title: string } }>({
    method: 'crm.item.get',
    params: { entityTypeId: tiny.requests, id: 3 },
    requestId: 'one',
  })
  expect(answer.isSuccess).toBe(true)
  expect(answer.getData()?.result.item).toMatchObject({ id: 3, title: 'Запрос 3' })
})

test('the official SDK loads a whole list by ids', async () => {
  const b24 = sdkFor(sandbox, tiny.admin)
  const answer = await b24.actions.v2.callList.make<{ id: number }>({
    method: 'crm.item.list',
    params: { entityTypeId: tiny.requests, select: ['id'] },
    idKey: 'id',
    customKeyForResult: 'items',
    requestId: 'all',
  })
  expect(answer.getData()).toHaveLength(120)
})

test('a list comes in pages of fifty with the total and where the next page begins', async () => {
  const page = (start: number) => post(`${sandbox.webhookUrl}crm.item.list`, { entityTypeId: tiny.requests, start })
  const first = await page(0)
  expect(first.body).toMatchObject({ total: 120, next: 50 })
  const last = await page(100)
  expect(last.body.total).toBe(120)
  expect(last.body.next).toBeUndefined()
  expect((last.body.result as { items: unknown[] }).items).toHaveLength(20)
})

test('start -1 brings a page without counting', async () => {
  const { body } = await post(`${sandbox.webhookUrl}crm.item.list`, { entityTypeId: tiny.requests, start: -1 })
  expect(body).not.toHaveProperty('total')
  expect(body).not.toHaveProperty('next')
  expect((body.result as { items: unknown[] }).items).toHaveLength(50)
})

test('every answer says how long it took and what the method has cost so far', async () => {
  const { body } = await post(`${sandbox.webhookUrl}crm.item.list`, { entityTypeId: tiny.requests })
  expect(body['time']).toMatchObject({
    start: expect.any(Number),
    finish: expect.any(Number),
    duration: expect.any(Number),
    processing: expect.any(Number),
    date_start: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+03:00$/),
    operating: expect.any(Number),
    operating_reset_at: expect.any(Number),
  })
})

test('method names take any case, a .json suffix and GET with parameters in the address', async () => {
  const address = `${sandbox.webhookUrl}CRM.Item.List.json?entityTypeId=${tiny.requests}&filter[>id]=118&select[]=id`
  const { status, body } = await read(await fetch(address))
  expect(status).toBe(200)
  expect(body.result).toEqual({ items: [{ id: 119 }, { id: 120 }] })
})

test('a form body in the PHP spelling means the same as JSON', async () => {
  const form = await read(
    await fetch(`${sandbox.webhookUrl}crm.item.list`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `entityTypeId=${tiny.requests}&filter[@id][]=5&filter[@id][]=7&order[id]=DESC&select[0]=id`,
    }),
  )
  expect(form.body.result).toEqual({ items: [{ id: 7 }, { id: 5 }] })
})

test.each([
  ['no.such.method', {}, 404, 'ERROR_METHOD_NOT_FOUND'],
  ['crm.item.get', { entityTypeId: 1036 }, 400, '100'],
  ['crm.item.get', { entityTypeId: 1036, id: 9999 }, 400, 'NOT_FOUND'],
  ['crm.item.get', { entityTypeId: 2222, id: 1 }, 400, 'NOT_FOUND'],
  ['crm.item.get', { entityTypeId: 1036, id: 'three' }, 400, 'INVALID_ARG_VALUE'],
  ['crm.item.list', { entityTypeId: 1036, filter: { wheels: 4 } }, 400, 'INVALID_ARG_VALUE'],
  ['crm.item.list', { entityTypeId: 1036, order: { wheels: 'ASC' } }, 400, 'INVALID_ARG_VALUE'],
  ['crm.item.list', { entityTypeId: 1036, select: ['wheels'] }, 400, 'INVALID_ARG_VALUE'],
  ['crm.company.get', { id: 'x' }, 400, ''],
  ['placement.bind', { PLACEMENT: 'LEFT_MENU', HANDLER: 'https://reis.example/x' }, 403, 'WRONG_AUTH_TYPE'],
  ['app.info', {}, 400, 'ACCESS_DENIED'],
  ['feature.get', {}, 400, 'CODE_EMPTY'],
])('a webhook calling %s with %j is refused with the vendor’s %i %s', async (method, params, status, code) => {
  const answer = await post(`${sandbox.webhookUrl}${method}`, params)
  expect(answer.status).toBe(status)
  expect(answer.body.error).toBe(code)
  expect(answer.body['error_description']).toEqual(expect.any(String))
})

test('an empty map is an empty list in the answer', async () => {
  const { body } = await post(`${sandbox.webhookUrl}crm.duplicate.findbycomm`, { type: 'PHONE', values: ['+7 000'] })
  expect(body.result).toEqual([])
})

test('the portal’s log tells methods, users and times, and neither tokens nor parameters', async () => {
  sandbox.portal.calls.clear()
  const { accessToken } = sandbox.portal.issueToken(tiny.manager)
  await post(`${sandbox.url}/rest/crm.item.get`, { entityTypeId: tiny.requests, id: 1, auth: accessToken })
  const log = await read(await fetch(`${sandbox.url}/sandbox/calls`))
  expect(log.body).toMatchObject({
    count: 1,
    byMethod: { 'crm.item.get': 1 },
    calls: [{ method: 'crm.item.get', userId: tiny.manager, by: 'app', status: 200 }],
  })
  expect(JSON.stringify(log.body)).not.toContain(accessToken)
})
