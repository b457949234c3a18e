import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { post, startTiny } from '../support/tiny-portal.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startTiny()
})

afterAll(() => sandbox.close())

const preflight = (headers: string) =>
  fetch(`${sandbox.url}/rest/profile`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://reis.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': headers,
    },
  })

test('a widget on another host may ask with a plain JSON body', async () => {
  const answer = await preflight('content-type')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('access-control-allow-headers')).toBe('origin, content-type, accept')
})

test.each(['authorization', 'content-type, authorization', 'x-request-id'])(
  'a preflight that asks for %s is refused',
  async (headers) => {
    const answer = await preflight(headers)
    expect(answer.status).toBe(403)
    expect(answer.headers.has('access-control-allow-origin')).toBe(false)
  },
)

test('answers and refusals alike may be read from another host', async () => {
  const refused = await post(`${sandbox.url}/rest/profile`)
  expect(refused.headers.get('access-control-allow-origin')).toBe('*')
})

test('a bearer header is not a token', async () => {
  const { accessToken } = sandbox.portal.issueToken(1)
  const answer = await fetch(`${sandbox.url}/rest/profile`, { headers: { authorization: `Bearer ${accessToken}` } })
  expect(answer.status).toBe(401)
})
