import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { faultKinds, type FaultInput } from '../../sandbox/rules/faults/fault.ts'
import type { Sandbox } from '../../sandbox/server.ts'
import { callAs, post, read, startListener, startTiny, testApp, type Listener } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox
let listener: Listener
let moment = Date.UTC(2025, 10, 24, 9)

beforeAll(async () => {
  sandbox = await startTiny({ now: () => moment })
  listener = await startListener()
})

afterAll(async () => {
  await sandbox.close()
  await listener.close()
})

beforeEach(async () => {
  await sandbox.reset()
  listener.received.length = 0
})

const switchOn = (...faults: FaultInput[]) => sandbox.portal.faults.set({ seed: 1, faults })
const fired = (kind: string): number | undefined => sandbox.portal.faults.get().fired[kind]
const ask = (method: string, params: Record<string, unknown> = {}) => post(`${sandbox.webhookUrl}${method}`, params)
const request = { entityTypeId: tiny.requests, id: 1 }
const titleOf = async (id: number): Promise<unknown> =>
  ((await ask('crm.item.get', { ...request, id })).body.result as { item: { title: string } } | undefined)?.item.title
const rename = (title: string, id = 1) => ask('crm.item.update', { ...request, id, fields: { title } })

test('every kind is counted from the start, and a kind that does not exist is refused with a sentence', async () => {
  const answer = await read(await fetch(`${sandbox.url}/sandbox/faults`))
  expect(answer.body['fired']).toEqual(Object.fromEntries(faultKinds.map((kind) => [kind, 0])))
  const refused = await post(`${sandbox.url}/sandbox/faults`, { faults: [{ kind: 'earthquake' }] })
  expect(refused.status).toBe(400)
  expect(refused.body.error).toContain('faults[0]')
})

test('a method pattern, a limit and calls to be let through are kept to, and each firing is told', async () => {
  const change = { faults: [{ kind: 'server-error', method: 'crm.item.*', times: 2, skip: 1 }] }
  expect((await post(`${sandbox.url}/sandbox/faults`, change)).status).toBe(200)
  const statuses: number[] = []
  for (const method of ['crm.item.get', 'user.admin', 'crm.item.get', 'crm.item.list', 'crm.item.get'])
    statuses.push((await ask(method, request)).status)
  expect(statuses).toEqual([200, 200, 500, 500, 200])
  const { body } = await read(await fetch(`${sandbox.url}/sandbox/faults`))
  expect(body).toMatchObject({
    faults: [{ id: 'f1', kind: 'server-error', seen: 4, fired: 2 }],
    fired: { 'server-error': 2, latency: 0 },
    log: [
      { id: 'f1', name: 'crm.item.get', n: 2 },
      { id: 'f1', name: 'crm.item.list', n: 1 },
    ],
  })
  expect((await fetch(`${sandbox.url}/sandbox/faults/f1`, { method: 'DELETE' })).status).toBe(200)
  expect((await fetch(`${sandbox.url}/sandbox/faults/f1`, { method: 'DELETE' })).status).toBe(404)
})

async function outcomes(seed: number, disturbance: boolean): Promise<number[]> {
  sandbox.portal.faults.set({ seed, faults: [{ kind: 'query-limit', probability: 0.4 }] })
  const statuses: number[] = []
  for (let n = 0; n < 40; n++) {
    if (disturbance && n % 3 === 0) await ask('server.time')
    statuses.push((await ask('user.admin')).status)
  }
  return statuses
}

test('the same seed strikes the same calls, whatever others come in between, and another seed strikes others', async () => {
  const first = await outcomes(7, false)
  expect(first).toContain(200)
  expect(first).toContain(503)
  expect(await outcomes(7, true)).toEqual(first)
  expect(await outcomes(8, false)).not.toEqual(first)
})

test('a delay keeps to its distribution, the same for the same seed', async () => {
  switchOn({ kind: 'latency', delay: { fromMs: 30, toMs: 60 }, method: 'user.admin' })
  const times: number[] = []
  for (let n = 0; n < 5; n++) {
    const started = performance.now()
    await ask('user.admin')
    times.push(performance.now() - started)
  }
  expect(Math.min(...times)).toBeGreaterThan(28)
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(2)
})

test('429 strikes one command of a batch, 503 the whole batch, and some commands alone when only a part fails', async () => {
  const cmd = { a: 'user.admin', b: 'server.time', c: 'user.admin' }
  switchOn({ kind: 'operation-limit', method: 'server.time' })
  expect((await ask('batch', { cmd })).body.result).toMatchObject({
    result_error: { b: { error: 'OPERATION_TIME_LIMIT' } },
  })
  expect((await ask('server.time')).status).toBe(429)
  switchOn({ kind: 'query-limit', method: 'server.time' })
  expect(await ask('batch', { cmd })).toMatchObject({ status: 503, body: { error: 'QUERY_LIMIT_EXCEEDED' } })
  switchOn({ kind: 'batch-partial', method: 'user.admin', skip: 1 })
  expect((await ask('batch', { cmd })).body.result).toMatchObject({
    result: { a: expect.anything(), b: expect.anything() },
    result_error: { c: { error: 'INTERNAL_SERVER_ERROR' } },
  })
  expect((await ask('user.admin')).status).toBe(200)
})

test('a connection cut before the write leaves nothing, cut after it leaves the write', async () => {
  const before = await titleOf(1)
  switchOn({ kind: 'cut-before', method: 'crm.item.update', times: 1 })
  await expect(rename('Раз')).rejects.toThrow('fetch failed')
  expect(await titleOf(1)).toBe(before)
  switchOn({ kind: 'cut-after', method: 'crm.item.*', times: 1 })
  await expect(rename('Два')).rejects.toThrow('fetch failed')
  expect(await titleOf(1)).toBe('Два')
})

test('a 500 may come after the work was done', async () => {
  switchOn({ kind: 'server-error', method: 'crm.item.update', effect: true })
  expect((await rename('Сделано')).status).toBe(500)
  expect(await titleOf(1)).toBe('Сделано')
})

test('an answer that takes too long is a page of the web server, and the write is there', async () => {
  switchOn({ kind: 'too-long', method: 'crm.item.update', seconds: 0.15, times: 1 })
  const started = performance.now()
  const answer = await rename('Долго')
  expect(performance.now() - started).toBeGreaterThan(140)
  expect(answer.status).toBe(504)
  expect(answer.headers.get('content-type')).toContain('text/html')
  expect(await titleOf(1)).toBe('Долго')
})

test('an expired token is refused once and a refresh helps; a revoked one is forgotten, its refresh too', async () => {
  const pair = sandbox.portal.issueToken(tiny.manager)
  const profile = (auth: string) => post(`${sandbox.url}/rest/profile`, { auth })
  const refresh = (token: string) => {
    const query = new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: testApp.clientId,
      client_secret: testApp.clientSecret,
      refresh_token: token,
    })
    return post(`${sandbox.url}/oauth-server/oauth/token/?${query}`)
  }
  switchOn({ kind: 'token-expired', times: 1 }, { kind: 'refresh-refused', times: 1 })
  expect((await profile(pair.accessToken)).body.error).toBe('expired_token')
  expect((await refresh(pair.refreshToken)).body.error).toBe('invalid_grant')
  const renewed = (await refresh(pair.refreshToken)).body as { access_token?: string; refresh_token?: string }
  expect((await profile(renewed.access_token ?? '')).status).toBe(200)
  switchOn({ kind: 'token-revoked', times: 1 })
  expect((await profile(renewed.access_token ?? '')).body.error).toBe('invalid_token')
  expect((await refresh(renewed.refresh_token ?? '')).body.error).toBe('invalid_grant')
  switchOn({ kind: 'cut-after', method: 'oauth.token', times: 1 })
  await expect(refresh(sandbox.portal.issueToken(1).refreshToken)).rejects.toThrow('fetch failed')
})

test('a portal is gone for as long as it was ordered, its authorization server too, and comes back by itself', async () => {
  switchOn({ kind: 'portal-gone', method: 'user.admin', seconds: 180, times: 1 })
  expect((await ask('server.time')).status).toBe(200)
  await expect(ask('user.admin')).rejects.toThrow('fetch failed')
  await expect(ask('server.time')).rejects.toThrow('fetch failed')
  await expect(fetch(`${sandbox.oauthEndpoint}app.info?auth=x`)).rejects.toThrow('fetch failed')
  moment += 179_000
  await expect(ask('server.time')).rejects.toThrow('fetch failed')
  moment += 2000
  expect((await ask('user.admin')).status).toBe(200)
})

test('somebody else changes the item between reading and writing it, or has deleted it', async () => {
  switchOn({ kind: 'item-changed', method: 'crm.item.get', fields: { title: 'Чужое' }, userId: tiny.logist, times: 1 })
  expect(await titleOf(1)).not.toBe('Чужое')
  expect(await titleOf(1)).toBe('Чужое')
  expect(fired('item-changed')).toBe(1)
  switchOn({ kind: 'item-deleted', method: 'crm.item.update', times: 1 })
  expect(await rename('Поздно', 2)).toMatchObject({ status: 400, body: { error: 'NOT_FOUND' } })
  expect(fired('item-deleted')).toBe(1)
})

test('a field is done away with, or its values are found under another name', async () => {
  const fieldName = 'UF_CRM_7_BODY'
  const names = async () =>
    Object.keys(
      (
        (await ask('crm.item.get', { ...request, useOriginalUfNames: 'Y' })).body.result as {
          item: Record<string, unknown>
        }
      ).item,
    )
  const valueOf = async (name: string) =>
    (
      (await ask('crm.item.get', { ...request, useOriginalUfNames: 'Y' })).body.result as {
        item: Record<string, unknown>
      }
    ).item[name]
  const before = await valueOf(fieldName)
  expect(before).toBeTruthy()
  switchOn({ kind: 'field-renamed', method: 'user.admin', field: fieldName, to: 'UF_CRM_7_BODY_KIND' })
  await ask('user.admin')
  expect(await valueOf('UF_CRM_7_BODY_KIND')).toEqual(before)
  expect(await names()).not.toContain(fieldName)
  switchOn({ kind: 'field-removed', method: 'user.admin', field: 'UF_CRM_7_BODY_KIND' })
  await ask('user.admin')
  expect(await names()).not.toContain('UF_CRM_7_BODY_KIND')
  expect(fired('field-removed')).toBe(1)
})

test('a portal whose clock is ahead says so everywhere, and its tokens run out by it', async () => {
  const { accessToken } = sandbox.portal.issueToken(1)
  switchOn({ kind: 'clock-skew', seconds: 7200 })
  expect(fired('clock-skew')).toBe(1)
  const { body } = await ask('server.time')
  expect(Date.parse(String(body.result))).toBe(moment + 7_200_000)
  expect((await post(`${sandbox.url}/rest/profile`, { auth: accessToken })).body.error).toBe('expired_token')
})

const heard = () => listener.received.map((form) => Number(form.get('data[FIELDS][ID]')))

async function listen(): Promise<void> {
  await callAs(sandbox, tiny.admin, 'event.bind', { event: 'ONCRMDYNAMICITEMUPDATE', handler: listener.url })
  sandbox.portal.finishInstall()
}

test('events are lost, doubled, late and out of order as ordered', async () => {
  await listen()
  switchOn({ kind: 'event-lost', event: '*ITEMUPDATE', times: 1 })
  await rename('Пропало', 1)
  await rename('Дошло', 2)
  await sandbox.portal.idle()
  expect(heard()).toEqual([2])
  switchOn({ kind: 'event-duplicate', copies: 2, times: 1 })
  await rename('Трижды', 3)
  await sandbox.portal.idle()
  expect(heard()).toEqual([2, 3, 3, 3])
  switchOn({ kind: 'event-reorder', times: 1, seconds: 30 })
  await rename('Первое', 4)
  await sandbox.portal.idle()
  expect(heard()).toEqual([2, 3, 3, 3])
  await rename('Второе', 5)
  await sandbox.portal.idle()
  expect(heard().slice(4).toSorted()).toEqual([4, 5])
  switchOn({ kind: 'event-delay', delay: 150, times: 1 })
  await rename('Поздно', 6)
  await sandbox.portal.idle()
  expect(heard()).toHaveLength(6)
  await expect.poll(heard).toHaveLength(7)
})

test('the offline queue loses and delays what it is told, and knocks when it comes', async () => {
  await callAs(sandbox, tiny.admin, 'event.bind', { event: 'ONCRMDYNAMICITEMUPDATE', event_type: 'offline' })
  sandbox.portal.finishInstall()
  switchOn({ kind: 'event-lost', times: 1 }, { kind: 'event-delay', delay: 100, times: 1 })
  const queued = () => sandbox.portal.state.offline.list().map((row) => JSON.stringify(row.data))
  await rename('Пропало', 1)
  await rename('Поздно', 2)
  expect(queued()).toEqual([])
  await expect.poll(queued).toEqual([expect.stringContaining('"ID":2')])
})

test('the pages of the portal itself are spared: their calls meet no faults', async () => {
  switchOn({ kind: 'server-error' }, { kind: 'refusal', status: 400, code: 'NO' }, { kind: 'item-deleted' })
  const user = { kind: 'user' as const, userId: tiny.admin }
  const answer = await sandbox.portal.call(user, 'crm.item.get', request)
  expect(answer.result).toMatchObject({ item: { id: 1 } })
})
