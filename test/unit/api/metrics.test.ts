import { beforeEach, expect, test } from 'vitest'
import { createMetrics } from '../../../server/metrics.ts'
import { apiWorld } from '../../support/api-world.ts'

let world: Awaited<ReturnType<typeof apiWorld>>
beforeEach(async () => {
  world = await apiWorld()
})

const figures = (authorization?: string) =>
  world.app.request('/metrics', authorization ? { headers: { authorization } } : {})

test('figures are given to who has the bearer; for everybody else there is no such page', async () => {
  expect((await figures()).status).toBe(404)
  expect((await figures('Bearer guessed')).status).toBe(404)
  const answer = await figures('Bearer figures-for-tests')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/plain')
})

test('figures count answers by route and lists by time, and name no person and no number', async () => {
  await world.openCard('token-ivanov')
  await world.api('GET', '/api/loads/request/15/carriers', await world.bearer('token-ivanov'))
  const text = await (await figures('Bearer figures-for-tests')).text()
  expect(text).toContain('reis_http_requests_total{route="/api/loads/:kind/:id/carriers",status="200"} 1')
  expect(text).toContain('reis_match_seconds_count 2')
  expect(text).not.toMatch(/Иванов|token-ivanov|\+7/)
})

test('figures of a portal say how long its queue is, how old, and how far its copy is behind', async () => {
  const metrics = createMetrics(async () => [
    { memberId: 'a', queueLength: 3, queueAgeSeconds: 61, copyLagSeconds: 4 },
    { memberId: 'b', queueLength: 0, queueAgeSeconds: 0, copyLagSeconds: null },
  ])
  metrics.portalCall({ memberId: 'a', method: 'crm.item.add', lane: 'outbox', outcome: 'lost', seconds: 60 })
  const text = await metrics.text()
  expect(text).toContain('reis_outbox_length{portal="a"} 3')
  expect(text).toContain('reis_outbox_oldest_seconds{portal="a"} 61')
  expect(text).toContain('reis_copy_lag_seconds{portal="a"} 4')
  expect(text).not.toContain('reis_copy_lag_seconds{portal="b"}')
  expect(text).toContain('reis_portal_calls_total{portal="a",method="crm.item.add",lane="outbox",outcome="lost"} 1')
})

test('the server says that it is alive only while its files can be read', async () => {
  expect(await (await world.app.request('/healthz')).json()).toEqual({ ok: true })
  await world.registry.destroy()
  expect((await world.app.request('/healthz')).status).toBe(503)
})
