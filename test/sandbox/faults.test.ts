import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { callAs, post, read, startTiny } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startTiny()
})

afterAll(() => sandbox.close())

beforeEach(() => sandbox.reset())

const faults = (change: Record<string, unknown>) => post(`${sandbox.url}/sandbox/faults`, change)
const ask = (method: string, params: Record<string, unknown> = {}) => post(`${sandbox.webhookUrl}${method}`, params)

test('a portal that is down cuts connections, its authorization server too, until it is up again', async () => {
  await faults({ down: true })
  await expect(ask('server.time')).rejects.toThrow('fetch failed')
  await expect(fetch(`${sandbox.oauthEndpoint}app.info?auth=x`)).rejects.toThrow('fetch failed')
  await faults({ down: false })
  expect((await ask('server.time')).status).toBe(200)
})

test('the next calls of a method fail as ordered, others do not', async () => {
  await faults({ failNext: { method: 'crm.item.get', status: 500, code: 'INTERNAL_SERVER_ERROR', times: 2 } })
  expect((await ask('user.admin')).status).toBe(200)
  const params = { entityTypeId: tiny.requests, id: 1 }
  expect(await ask('crm.item.get', params)).toMatchObject({ status: 500, body: { error: 'INTERNAL_SERVER_ERROR' } })
  const { body } = await ask('batch', { cmd: { one: 'crm.item.get?entityTypeId=1036&id=1' } })
  expect(body.result).toMatchObject({ result_error: { one: { error: 'INTERNAL_SERVER_ERROR' } } })
  expect((await ask('crm.item.get', params)).status).toBe(200)
})

test('an answer lost after the write leaves the item in the portal', async () => {
  await faults({ dropAnswerAfterWrite: { method: 'crm.item.add', times: 1 } })
  const params = { entityTypeId: tiny.requests, fields: { title: 'Двусмысленный', xmlId: 'reis-77' } }
  await expect(ask('crm.item.add', params)).rejects.toThrow('fetch failed')
  const found = await ask('crm.item.list', { entityTypeId: tiny.requests, filter: { xmlId: 'reis-77' } })
  expect(found.body.total).toBe(1)
  expect((await ask('crm.item.add', params)).status).toBe(200)
})

test('an answer can be lost for a write inside a batch', async () => {
  await faults({ dropAnswerAfterWrite: { method: '*', times: 1 } })
  expect((await ask('user.admin')).status).toBe(200)
  await expect(
    ask('batch', { cmd: { a: `crm.item.add?entityTypeId=${tiny.requests}&fields[xmlId]=reis-78` } }),
  ).rejects.toThrow('fetch failed')
})

test('latency is added to every answer', async () => {
  await faults({ latencyMs: 60 })
  const started = performance.now()
  await ask('server.time')
  expect(performance.now() - started).toBeGreaterThanOrEqual(55)
})

test('a switch that does not exist is refused with a sentence', async () => {
  const answer = await faults({ explode: true })
  expect(answer.status).toBe(400)
  expect(answer.body.error).toEqual(expect.stringContaining('explode'))
})

test('a reset brings the seed back: items, log, faults, application not installed, the same webhook', async () => {
  await ask('crm.item.add', { entityTypeId: tiny.requests, fields: { title: 'Лишний' } })
  sandbox.portal.finishInstall()
  const { accessToken } = sandbox.portal.issueToken(1)
  await faults({ latencyMs: 5 })
  expect((await read(await fetch(`${sandbox.url}/sandbox/reset`, { method: 'POST' }))).body).toEqual({ reset: true })
  expect(sandbox.portal.faults.get().latencyMs).toBe(0)
  expect(sandbox.portal.app?.installed).toBe(false)
  expect((await ask('crm.item.list', { entityTypeId: tiny.requests })).body.total).toBe(12)
  expect((await post(`${sandbox.url}/rest/profile`, { auth: accessToken })).body.error).toBe('invalid_token')
  expect((await callAs(sandbox, 1, 'profile')).status).toBe(200)
})
