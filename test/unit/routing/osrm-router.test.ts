import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createOsrmRouter } from '../../../server/routing/osrm-router.ts'
import { roadDistance } from '../../../server/routing/road-distance.ts'
import { distance as estimate, place } from '../places/knowledge.ts'

const moscow = place('Москва', 'Москва')
const tula = place('Тула', 'Тульская область')
const orel = place('Орёл', 'Орловская область')

/** A small routing server; what it says is said by each test. */
let server: Server
let url: string
let asked: string[]
let reply: (call: IncomingMessage, response: ServerResponse) => void
let now: number

const says = (status: number, body: unknown) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}
const legs = (...metres: number[]) =>
  says(200, { code: 'Ok', routes: [{ legs: metres.map((distance) => ({ distance })) }] })
const router = (timeLimitMs = 2_000) => createOsrmRouter({ url: `${url}/`, now: () => now, timeLimitMs })

beforeEach(async () => {
  asked = []
  now = 0
  server = createServer((call, response) => {
    asked.push(call.url ?? '')
    reply(call, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

test('the road of all legs is asked for at once, longitude first, and told in kilometres', async () => {
  reply = legs(182_400, 186_000)
  expect(await router().legsKm([moscow, tula, orel])).toEqual([182.4, 186])
  const points = [moscow, tula, orel].map(({ lon, lat }) => `${lon.toFixed(5)},${lat.toFixed(5)}`).join(';')
  expect(asked).toEqual([`/route/v1/driving/${points}?overview=false`])
})

test('what was told is remembered by leg, and the same stops are asked once at a time', async () => {
  reply = legs(182_400, 186_000)
  const road = router()
  await Promise.all([road.legsKm([moscow, tula, orel]), road.legsKm([moscow, tula, orel])])
  expect(await road.legsKm([tula, orel])).toEqual([186])
  expect(asked).toHaveLength(1)
})

test('where there is no way the estimate stands in, and the same is not asked again', async () => {
  reply = says(400, { code: 'NoRoute', message: 'Impossible route between points' })
  const road = router()
  expect(await roadDistance([moscow, tula], { estimate, router: road })).toEqual(estimate.along([moscow, tula]))
  expect(await road.legsKm([moscow, tula])).toBeNull()
  expect(asked).toHaveLength(1)
})

test('nobody waits longer than the limit for a silent server, and for half a minute nobody waits at all', async () => {
  reply = () => undefined
  const road = router(60)
  const began = performance.now()
  expect(await roadDistance([moscow, tula], { estimate, router: road })).toEqual(estimate.along([moscow, tula]))
  expect(performance.now() - began).toBeLessThan(1_500)
  reply = legs(182_400)
  now = 29_000
  expect(await road.legsKm([moscow, tula])).toBeNull()
  expect(asked).toHaveLength(1)
  now = 31_000
  expect(await road.legsKm([moscow, tula])).toEqual([182.4])
})

test.each([
  ['an error of the server', says(500, 'down')],
  ['a page instead of data', says(200, '<html>')],
  ['data of another shape', says(200, { code: 'Ok', routes: [{ legs: [{ distance: 'far' }] }] })],
  ['a negative way', legs(-5)],
  ['too many legs', legs(182_400, 5)],
  ['a way shorter than the straight line', legs(900)],
  ['a redirect', (_: IncomingMessage, response: ServerResponse) => response.writeHead(302, { location: '/x' }).end()],
  ['a broken connection', (call: IncomingMessage) => call.socket.destroy()],
])('%s counts as no answer', async (_, answer) => {
  reply = answer
  expect(await router().legsKm([moscow, tula])).toBeNull()
})
