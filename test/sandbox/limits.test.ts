import { afterEach, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { callAs, post, startTiny } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox
let clock = Date.parse('2025-11-24T09:00:30Z')
const now = () => clock

afterEach(() => sandbox.close())

test('the bucket takes a burst, then two requests a second, whoever sends them', async () => {
  sandbox = await startTiny({ now, limits: { perSecond: 2, burst: 5 } })
  const ask = () => post(`${sandbox.webhookUrl}server.time`)
  const burst = await Promise.all(Array.from({ length: 6 }, ask))
  expect(burst.filter((answer) => answer.status === 200)).toHaveLength(5)
  expect(burst.find((answer) => answer.status !== 200)).toMatchObject({
    status: 503,
    body: { error: 'QUERY_LIMIT_EXCEEDED' },
  })
  expect((await callAs(sandbox, tiny.manager, 'profile')).status).toBe(503)
  clock += 1000
  expect((await ask()).status).toBe(200)
  expect((await ask()).status).toBe(200)
  expect((await ask()).status).toBe(503)
})

test('a batch is one request for the bucket', async () => {
  sandbox = await startTiny({ now, limits: { perSecond: 2, burst: 2 } })
  const cmd = Array.from({ length: 50 }, () => 'server.time')
  expect((await post(`${sandbox.webhookUrl}batch`, { cmd })).status).toBe(200)
  expect((await post(`${sandbox.webhookUrl}batch`, { cmd })).status).toBe(200)
  expect((await post(`${sandbox.webhookUrl}batch`, { cmd })).status).toBe(503)
})

test('a method that has spent its ten minutes’ share is refused, others go on, and the share comes back', async () => {
  sandbox = await startTiny({ now, limits: { perSecond: Infinity, operatingSeconds: 1 } })
  const add = () =>
    post(`${sandbox.webhookUrl}crm.item.add`, { entityTypeId: tiny.requests, fields: { title: 'Груз' } })
  const spent = await add()
  const time = spent.body['time'] as { operating: number; operating_reset_at: number }
  expect(time.operating).toBeGreaterThan(0)
  expect(time.operating_reset_at).toBe(
    Date.parse('2025-11-24T09:10:00Z') / 1000 + 60 * Math.floor((clock - Date.parse('2025-11-24T09:00:00Z')) / 60_000),
  )
  let refused = spent
  for (let index = 0; index < 10 && refused.status === 200; index += 1) refused = await add()
  expect(refused).toMatchObject({ status: 429, body: { error: 'OPERATION_TIME_LIMIT' } })
  expect((await post(`${sandbox.webhookUrl}server.time`)).status).toBe(200)
  expect((await callAs(sandbox, 1, 'crm.item.add', { entityTypeId: tiny.requests, fields: {} })).status).toBe(200)
  clock += 10 * 60_000
  expect((await add()).status).toBe(200)
})

test('within a batch the spent method alone is refused', async () => {
  sandbox = await startTiny({ now, limits: { perSecond: Infinity, operatingSeconds: 0.1 } })
  const cmd = {
    first: `crm.item.add?entityTypeId=${tiny.requests}&fields[title]=1`,
    second: `crm.item.add?entityTypeId=${tiny.requests}&fields[title]=2`,
    other: 'server.time',
  }
  const { body } = await post(`${sandbox.webhookUrl}batch`, { cmd })
  expect(body.result).toMatchObject({
    result: { first: {}, other: expect.any(String) },
    result_error: { second: { error: 'OPERATION_TIME_LIMIT' } },
  })
})

test('a request that would take longer than the web server waits dies with its work half done', async () => {
  sandbox = await startTiny({ now, limits: { perSecond: Infinity, requestSeconds: 1 } })
  const cmd = Array.from(
    { length: 50 },
    (_, index) => `crm.item.add?entityTypeId=${tiny.requests}&fields[title]=T${index}`,
  )
  const answer = await post(`${sandbox.webhookUrl}batch`, { cmd })
  expect(answer.status).toBe(504)
  expect(answer.headers.get('content-type')).toContain('text/html')
  const { body } = await post(`${sandbox.webhookUrl}crm.item.list`, {
    entityTypeId: tiny.requests,
    filter: { '%title': 'T' },
  })
  expect(body.total).toBeGreaterThan(0)
  expect(body.total).toBeLessThan(50)
})

test('the portal’s own pages are neither limited nor charged', async () => {
  sandbox = await startTiny({ now, limits: { perSecond: 1, burst: 1, operatingSeconds: 0 } })
  for (let index = 0; index < 5; index += 1) {
    const answer = await sandbox.portal.call({ kind: 'user', userId: 1 }, 'crm.item.get', { entityTypeId: 1036, id: 1 })
    expect(answer.result).toMatchObject({ item: { id: 1 } })
  }
})
