import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { post, read, sdkFor, startTiny, testApp } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox
let clock = Date.now()

beforeAll(async () => {
  sandbox = await startTiny({ now: () => clock })
})

afterAll(() => sandbox.close())

const client = { client_id: testApp.clientId, client_secret: testApp.clientSecret }

const token = async (params: Record<string, string>) =>
  read(await fetch(`${sandbox.url}/oauth-server/oauth/token/`, { method: 'POST', body: new URLSearchParams(params) }))

async function authorize(): Promise<URL> {
  const answer = await fetch(`${sandbox.url}/oauth/authorize/?client_id=${testApp.clientId}&state=s1`, {
    redirect: 'manual',
    headers: { cookie: `sandbox_user=${tiny.logist}` },
  })
  expect(answer.status).toBe(302)
  return new URL(answer.headers.get('location') ?? '')
}

test('a code is exchanged once, within half a minute, for tokens of whoever is signed in', async () => {
  const target = await authorize()
  expect(target.href).toContain(testApp.handlerUrl)
  expect(target.searchParams.get('state')).toBe('s1')
  const code = target.searchParams.get('code') ?? ''
  const grant = { ...client, grant_type: 'authorization_code', code }
  const first = await token(grant)
  expect(first.body).toMatchObject({
    access_token: expect.stringMatching(/^[0-9a-f]{70}$/),
    refresh_token: expect.any(String),
    expires: Math.floor(clock / 1000) + 3600,
    expires_in: 3600,
    user_id: tiny.logist,
    member_id: sandbox.memberId,
    client_endpoint: `${sandbox.url}/rest/`,
    server_endpoint: `${sandbox.url}/oauth-server/rest/`,
    status: 'L',
  })
  expect((await token(grant)).body.error).toBe('invalid_grant')
  const late = (await authorize()).searchParams.get('code') ?? ''
  clock += 31_000
  expect((await token({ ...grant, code: late })).body.error).toBe('invalid_grant')
})

test('a refresh replaces both tokens and kills the old pair; GET works as POST does', async () => {
  const old = sandbox.portal.issueToken(tiny.manager)
  const query = new URLSearchParams({ ...client, grant_type: 'refresh_token', refresh_token: old.refreshToken })
  const fresh = await read(await fetch(`${sandbox.url}/oauth-server/oauth/token/?${query}`))
  expect(fresh.body['access_token']).not.toBe(old.accessToken)
  expect(fresh.body['refresh_token']).not.toBe(old.refreshToken)
  const again = await token({ ...client, grant_type: 'refresh_token', refresh_token: old.refreshToken })
  expect(again).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  const stale = await post(`${sandbox.url}/rest/profile`, { auth: old.accessToken })
  expect(stale).toMatchObject({ status: 401, body: { error: 'expired_token' } })
  const live = await post(`${sandbox.url}/rest/profile`, { auth: fresh.body['access_token'] })
  expect(live.body.result).toMatchObject({ ID: String(tiny.manager), ADMIN: false })
})

test('the official SDK refreshes an expired token by itself and goes on', async () => {
  const b24 = sdkFor(sandbox, tiny.logist)
  clock += 3601_000
  let saved = ''
  b24.setCallbackRefreshAuth(async ({ b24OAuthParams }) => {
    saved = b24OAuthParams.refreshToken
  })
  const answer = await b24.actions.v2.call.make<{ ID: string }>({ method: 'profile', requestId: 'refresh' })
  expect(answer.getData()?.result.ID).toBe(String(tiny.logist))
  expect(sandbox.portal.state.tokens.byRefresh(saved)?.userId).toBe(tiny.logist)
})

test.each([
  ['a wrong secret', { client_secret: 'guess' }, 'invalid_client', 401],
  ['another application', { client_id: 'local.other' }, 'invalid_client', 401],
  ['a refresh token nobody issued', { refresh_token: 'made-up' }, 'invalid_grant', 400],
  ['an unknown grant', { grant_type: 'password' }, 'invalid_request', 400],
])('%s gets %s', async (_what, change, code, status) => {
  const good = sandbox.portal.issueToken(tiny.admin)
  const answer = await token({ ...client, grant_type: 'refresh_token', refresh_token: good.refreshToken, ...change })
  expect(answer).toMatchObject({ status, body: { error: code } })
})

test('a refresh token lives 180 days', async () => {
  const old = sandbox.portal.issueToken(tiny.admin)
  clock += 181 * 24 * 3600 * 1000
  const answer = await token({ ...client, grant_type: 'refresh_token', refresh_token: old.refreshToken })
  expect(answer.body.error).toBe('invalid_grant')
})

test('the authorization server vouches for a token and says which portal it belongs to', async () => {
  const { accessToken } = sandbox.portal.issueToken(tiny.admin)
  const info = await read(await fetch(`${sandbox.oauthEndpoint}app.info?auth=${accessToken}`))
  expect(info.body.result).toMatchObject({
    client_id: testApp.clientId,
    expires: Math.floor(clock / 1000) + 3600,
    install: { installed: false, status: 'L', member_id: sandbox.memberId, client_endpoint: `${sandbox.url}/rest/` },
  })
  const stranger = await read(await fetch(`${sandbox.oauthEndpoint}app.info?auth=made-up`))
  expect(stranger.status).toBe(401)
})

test.each([
  ['no token', {}, 401, 'NO_AUTH_FOUND'],
  ['a made-up token', { auth: 'made-up' }, 401, 'invalid_token'],
])('a call with %s is refused', async (_what, params, status, code) => {
  expect(await post(`${sandbox.url}/rest/profile`, params)).toMatchObject({ status, body: { error: code } })
})

test('a webhook with a wrong secret is refused', async () => {
  const answer = await post(`${sandbox.url}/rest/1/wrongwrongwrong1/profile`)
  expect(answer).toMatchObject({ status: 403, body: { error: 'INVALID_CREDENTIALS' } })
})
