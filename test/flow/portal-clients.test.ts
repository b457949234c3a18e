import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../sandbox/server.ts'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { PortalError } from '../../server/errors.ts'
import type { KnownPortal } from '../../server/portal/portal-client.ts'
import { findPortal } from '../../server/store/portals.ts'
import { handClock } from '../support/clock.ts'
import { REIS_APP, startReisSide, type ReisSide } from '../support/reis-side.ts'

let sandbox: Sandbox
let reis: ReisSide
let portal: KnownPortal
const clock = handClock('2026-11-23T09:00:00.000Z')

beforeAll(async () => {
  const limits = { perSecond: Infinity }
  sandbox = await startSandbox({ seed: 'small', today: '2026-11-23', app: REIS_APP, limits, now: clock.now })
  reis = await startReisSide({ sandboxes: [sandbox], now: clock.now })
  await reis.firstContact(sandbox)
  portal = (await findPortal(reis.registry, sandbox.memberId))!
})
afterAll(async () => {
  await reis?.close()
  await sandbox?.close()
})
beforeEach(() => {
  sandbox.portal.faults.clear()
  sandbox.portal.calls.clear()
})

/** The admin signs in anew with tokens the portal considers good or long expired. */
async function signIn(expired: boolean) {
  const { accessToken, refreshToken } = sandbox.portal.issueToken(CAST.admin)
  const expiresAt = new Date(clock.now() + 3_600_000).toISOString()
  await reis.tokens.save(sandbox.memberId, CAST.admin, { accessToken, refreshToken, expiresAt })
  if (expired) clock.pass({ hours: 2 })
  return { accessToken, refreshToken }
}

test('twenty calls with a stale token renew it once, and the new pair is kept', async () => {
  const before = await signIn(true)
  const refreshed: string[] = []
  const save = reis.tokens.save
  reis.tokens.save = async (...args) => {
    refreshed.push(args[2].accessToken)
    return save(...args)
  }
  try {
    const clients = Array.from({ length: 20 }, () => reis.clients.forUser(portal, CAST.admin, 'widget'))
    const answers = await Promise.all(clients.map((client) => client.call<{ ID: string }>('profile')))
    expect(answers.every((answer) => answer.result.ID === String(CAST.admin))).toBe(true)
  } finally {
    reis.tokens.save = save
  }
  expect(refreshed.length).toBe(1)
  const after = (await reis.tokens.read(sandbox.memberId, CAST.admin))!
  expect(after.accessToken).toBe(refreshed[0])
  expect(after.refreshToken).not.toBe(before.refreshToken)
})

test('a refresh refused for good signs the person out, and says so', async () => {
  await signIn(true)
  const { accessToken } = (await reis.tokens.read(sandbox.memberId, CAST.admin))!
  const expiresAt = new Date(clock.now() + 3_600_000).toISOString()
  await reis.tokens.save(sandbox.memberId, CAST.admin, { accessToken, refreshToken: 'no-such-token', expiresAt })
  const client = reis.clients.forUser(portal, CAST.admin, 'widget')
  await expect(client.call('profile')).rejects.toMatchObject({ name: 'NotAllowedError', code: 'session_expired' })
  expect(await reis.tokens.read(sandbox.memberId, CAST.admin)).toBeNull()
  await expect(client.call('profile')).rejects.toMatchObject({ code: 'session_expired' })
})

test('a posted token is never renewed: when it is over, it is over', async () => {
  await signIn(false)
  const { accessToken } = sandbox.portal.issueToken(CAST.logist)
  const posted = reis.clients.forPostedToken(portal, accessToken)
  expect((await posted.call<{ ID: string }>('profile')).result.ID).toBe(String(CAST.logist))
  clock.pass({ hours: 2 })
  await expect(posted.call('profile')).rejects.toMatchObject({ name: 'NotAllowedError', code: 'session_expired' })
  const made = reis.clients.forPostedToken(portal, 'made-up')
  await expect(made.call('profile')).rejects.toMatchObject({ name: 'NotAllowedError' })
})

test('an authorization server that is not on the list is never told the secret', async () => {
  const elsewhere = { ...portal, oauthEndpoint: 'http://127.0.0.1:1/rest/' }
  expect(() => reis.clients.forPostedToken(elsewhere, 'token')).toThrow(/authorization server/)
  await signIn(false)
  await expect(reis.clients.forUser(elsewhere, CAST.admin, 'widget').call('profile')).rejects.toMatchObject({
    code: 'portal_unknown',
  })
})

test('a refusal keeps the portal’s code and status and none of its words', async () => {
  await signIn(false)
  const client = reis.clients.forUser(portal, CAST.admin, 'widget')
  const refused = client.call('crm.item.get', { entityTypeId: 4, id: 999_999 })
  const error = await refused.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(PortalError)
  expect(error).toMatchObject({ method: 'crm.item.get', code: 'NOT_FOUND', status: 400, retryable: false })
  expect((error as Error).cause).toBeUndefined()
  await expect(client.call('no.such.method')).rejects.toMatchObject({ code: 'ERROR_METHOD_NOT_FOUND', status: 404 })
})

test('a portal that does not answer leaves open whether it acted, and nothing is sent twice', async () => {
  await signIn(false)
  const client = reis.clients.forUser(portal, CAST.admin, 'outbox')
  sandbox.portal.faults.set({ dropAnswerAfterWrite: { method: 'crm.item.add', times: 1 } })
  const before = (await client.call('crm.item.list', { entityTypeId: 1, select: ['id'] })).total!
  const lost = client.call('crm.item.add', { entityTypeId: 1, fields: { title: 'Один раз' } })
  await expect(lost).rejects.toMatchObject({ name: 'PortalError', status: 0, retryable: true })
  expect((await client.call('crm.item.list', { entityTypeId: 1, select: ['id'] })).total).toBe(before + 1)
})

test('a full bucket is waited for, because the portal did not even look at the call', async () => {
  await signIn(false)
  sandbox.portal.faults.set({ failNext: { method: 'profile', status: 503, code: 'QUERY_LIMIT_EXCEEDED', times: 1 } })
  const client = reis.clients.forUser(portal, CAST.admin, 'widget')
  clock.pass({ seconds: 1 })
  const answer = client.call<{ ID: string }>('profile')
  const ticking = setInterval(() => clock.pass({ seconds: 1 }), 20)
  expect((await answer).result.ID).toBe(String(CAST.admin))
  clearInterval(ticking)
  expect(sandbox.portal.calls.read().byMethod.profile).toBe(2)
})

test('a method that has used up its time fails for a person at once', async () => {
  await signIn(false)
  sandbox.portal.faults.set({ failNext: { method: 'user.get', status: 429, code: 'OPERATION_TIME_LIMIT', times: 1 } })
  const client = reis.clients.forUser(portal, CAST.admin, 'widget')
  await expect(client.call('user.get')).rejects.toMatchObject({ code: 'OPERATION_TIME_LIMIT', retryable: true })
})

test('a batch gives each member its own outcome', async () => {
  await signIn(false)
  const client = reis.clients.forUser(portal, CAST.admin, 'widget')
  const outcomes = await client.batch({
    leads: { method: 'crm.item.list', params: { entityTypeId: 1, select: ['id'], filter: { '>id': 0 } } },
    nobody: { method: 'crm.item.get', params: { entityTypeId: 4, id: 999_999 } },
  })
  expect(outcomes.leads).toMatchObject({ ok: true, total: expect.any(Number) })
  expect(outcomes.nobody).toMatchObject({ ok: false, code: 'NOT_FOUND' })
})
