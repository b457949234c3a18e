import { expect, test } from 'vitest'
import type { Boot } from '../../../../contract/session.ts'
import { ApiProblem, createApi } from '../../../../widgets/shared/api.ts'
import { holdSession } from '../../../../widgets/shared/session.ts'
import { sessionOf } from '../../../support/widget-fixture/scenarios.ts'

interface Asked {
  method: string
  path: string
  bearer: string | null
  body: unknown
}

/** A server in memory: `answer` decides by what was asked. */
function world(answer: (asked: Asked) => Response, nextToken: string | null = 'fresh') {
  const asked: Asked[] = []
  let renewals = 0
  const session = holdSession(sessionOf('ru', 'http://portal', 'stale'), (): Promise<Boot> => {
    renewals += 1
    if (!nextToken) return Promise.reject(new Error('no frame'))
    return Promise.resolve({
      state: 'refused',
      problem: { code: 'unexpected', message: '' },
      session: sessionOf('ru', 'http://portal', nextToken),
    } as unknown as Boot)
  })
  const api = createApi(session, (path, init) => {
    const headers = new Headers(init?.headers)
    const one: Asked = {
      method: init?.method ?? 'GET',
      path: String(path),
      bearer: headers.get('authorization'),
      body: init?.body ? JSON.parse(String(init.body)) : null,
    }
    asked.push(one)
    return Promise.resolve(answer(one))
  })
  return { api, asked, renewals: () => renewals }
}

const json = (status: number, value: unknown) => new Response(JSON.stringify(value), { status })
const expired = () => json(401, { code: 'session_expired', message: 'expired' })

test('a call carries the bearer and asks for the load it is about', async () => {
  const { api, asked } = world(() => json(200, { rows: [] }))
  await api.carriers({ kind: 'order', id: 7 })
  await api.places('Нижний & Ко')
  expect(asked[0]).toMatchObject({ method: 'GET', path: '/api/loads/order/7/carriers', bearer: 'Bearer stale' })
  expect(new URL(asked[1]!.path, 'http://x').searchParams.get('q')).toBe('Нижний & Ко')
})

test('an ended session is renewed silently, and the call is made once more with the same body', async () => {
  const { api, asked, renewals } = world(({ bearer }) =>
    bearer === 'Bearer fresh' ? json(200, { phone: '1' }) : expired(),
  )
  const input = { load: { kind: 'request' as const, id: 1 }, companyId: 5, why: 'call' as const }
  expect(await api.reveal(input)).toEqual({ phone: '1' })
  expect(asked.map(({ bearer, body }) => [bearer, body])).toEqual([
    ['Bearer stale', input],
    ['Bearer fresh', input],
  ])
  expect(renewals()).toBe(1)
})

test('calls that find the session ended together renew it once', async () => {
  const { api, renewals } = world(({ bearer }) => (bearer === 'Bearer fresh' ? json(200, {}) : expired()))
  await Promise.all([api.write('a'), api.write('b'), api.write('c')])
  expect(renewals()).toBe(1)
})

test('a session that cannot be renewed ends as a problem, not as a loop', async () => {
  const { api, asked, renewals } = world(() => expired(), null)
  await expect(api.write('a')).rejects.toMatchObject({ code: 'session_expired' })
  expect(asked.length).toBe(1)
  expect(renewals()).toBe(1)
})

test('a renewed session that is refused again is not renewed for ever', async () => {
  const { api, asked } = world(() => expired())
  await expect(api.write('a')).rejects.toMatchObject({ code: 'session_expired' })
  expect(asked.length).toBe(2)
})

test('a problem keeps its code and its fields', async () => {
  const fields = [{ path: 'rate', message: 'too small' }]
  const { api } = world(() => json(400, { code: 'bad_input', message: 'wrong', fields }))
  const error = await api.write('a').catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ApiProblem)
  expect(error).toMatchObject({ code: 'bad_input', fields })
})

test('an answer that is no problem of ours is unexpected, and no answer at all is offline', async () => {
  const broken = world(() => new Response('<html>bad gateway</html>', { status: 502 }))
  await expect(broken.api.write('a')).rejects.toMatchObject({ code: 'unexpected' })
  const api = createApi(
    holdSession(sessionOf('ru', '', 't'), () => Promise.reject(new Error('no'))),
    () => Promise.reject(new TypeError('Failed to fetch')),
  )
  await expect(api.write('a')).rejects.toMatchObject({ code: 'offline' })
})

test('an answer without a body is no error', async () => {
  const { api } = world(() => new Response(null, { status: 204 }))
  expect(
    await api.attempt({
      key: 'k'.repeat(16),
      load: { kind: 'request', id: 1 },
      companyId: 1,
      result: 'no_answer',
      until: null,
      freePlace: null,
      comment: null,
    }),
  ).toBeUndefined()
})
