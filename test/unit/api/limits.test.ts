import { beforeEach, expect, test } from 'vitest'
import { apiWorld } from '../../support/api-world.ts'

let world: Awaited<ReturnType<typeof apiWorld>>
beforeEach(async () => {
  world = await apiWorld()
})

const from = (address: string) => ({ 'x-forwarded-for': `10.0.0.1, ${address}` })
const bootBy = async (token: string, address: string) => {
  const body = {
    widget: 'carriers',
    memberId: 'portal-1',
    accessToken: token,
    refreshToken: '',
    expiresIn: 3600,
    placement: 'CRM_DYNAMIC_1036_DETAIL_TAB',
    placementOptions: { ID: '15' },
    language: 'ru',
  }
  const headers = { 'content-type': 'application/json', ...from(address) }
  const answer = await world.app.request('/api/session', { method: 'POST', headers, body: JSON.stringify(body) })
  return (await answer.json()) as { state: string; problem?: { code: string } }
}

test('who tries token after token is stopped before they cost the portal its calls; others are let in', async () => {
  const codes: (string | undefined)[] = []
  for (let guess = 0; guess < 80; guess += 1) codes.push((await bootBy(`guess-${guess}`, '192.0.2.7')).problem?.code)
  expect(codes.filter((code) => code === 'session_expired')).toHaveLength(60)
  expect(codes.at(-1)).toBe('too_many_requests')
  expect(world.room.calls.filter((call) => call.startsWith('batch'))).toHaveLength(60)
  expect((await bootBy('token-ivanov', '192.0.2.8')).state).toBe('carriers')
})

test('one person who floods is told when to come again, and a colleague is answered', async () => {
  const [flooder, colleague] = [await world.bearer('token-ivanov'), await world.bearer('token-orlova')]
  let last = new Response()
  for (let call = 0; call <= 600; call += 1) last = await world.api('GET', '/api/writes/none', flooder)
  expect(last.status).toBe(429)
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await last.json()).toMatchObject({ code: 'too_many_requests' })
  expect((await world.api('GET', '/api/writes/none', colleague)).status).toBe(400)
})

test('an address written by the caller himself does not free him from his limit', async () => {
  for (let guess = 0; guess < 60; guess += 1) await bootBy(`guess-${guess}`, '192.0.2.9')
  const headers = { 'x-forwarded-for': '203.0.113.99, 192.0.2.9' }
  const answer = await world.app.request('/hooks/event', { method: 'POST', headers, body: 'x' })
  expect(answer.status).toBe(403)
  expect((await bootBy('guess', '192.0.2.9')).problem?.code).toBe('too_many_requests')
})
