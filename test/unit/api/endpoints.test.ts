import { beforeEach, expect, test } from 'vitest'
import { carriersAnswer, type CarriersAnswer } from '../../../contract/carriers.ts'
import { problem } from '../../../contract/problem.ts'
import type { Write } from '../../../contract/write.ts'
import { writeSetting } from '../../../server/store/settings.ts'
import { apiWorld } from '../../support/api-world.ts'
import { CLIENT, RITM, SEVER, VEKTOR } from '../../support/rows.ts'

let world: Awaited<ReturnType<typeof apiWorld>>
let logist: string
let manager: string
beforeEach(async () => {
  world = await apiWorld()
  logist = await world.bearer('token-ivanov')
  manager = await world.bearer('token-orlova')
})

const CARRIERS = '/api/loads/request/15/carriers'
const KEY = 'key-of-one-press-0001'
const load = { kind: 'request' as const, id: 15 }
const offer = {
  key: KEY,
  load,
  companyId: VEKTOR,
  rate: { minor: 8_500_000, currency: 'RUB' },
  vat: '22',
  term: null,
  body: 'tent',
  capacityKg: 20_000,
  vehiclePlate: null,
  trailerPlate: null,
  driverName: null,
  driverPhone: null,
  availableFromOn: '2026-11-25',
  validUntilAt: null,
  comment: null,
}
const attempt = { key: KEY, load, companyId: RITM, result: 'no_answer', until: null, freePlace: null, comment: null }

async function list(authorization = logist): Promise<CarriersAnswer> {
  const answer = await world.api('GET', CARRIERS, authorization)
  expect(answer.status).toBe(200)
  return carriersAnswer.parse(await answer.json())
}
const rowOf = (answer: CarriersAnswer, companyId: number) =>
  [...answer.rows, ...answer.vetoed].find((row) => row.companyId === companyId)!
const steps = () => world.room.store.selectFrom('writeStep').selectAll().orderBy('position').execute()

test('carriers come from all three sources, each with its reasons; a vetoed one stays visible', async () => {
  const answer = await list()
  expect(answer.rows.map((row) => row.name)).toEqual(['ООО «Вектор»', 'ИП Ритм'])
  expect(rowOf(answer, VEKTOR).reasons[0]).toMatchObject({
    kind: 'trips_exact',
    count: 2,
    from: 'Москва',
    to: 'Казань',
  })
  expect(rowOf(answer, RITM).reasons.map((reason) => reason.kind)).toEqual(
    expect.arrayContaining(['declared', 'stands_at', 'offers_exact']),
  )
  expect(answer.vetoed.map((row) => [row.name, row.vetoes[0]?.kind])).toEqual([['Север-Транс', 'body']])
  expect(answer.load.distance).toEqual({ km: 815, source: 'orders' })
  expect(rowOf(answer, VEKTOR).lastRate).toMatchObject({ minor: 8_500_000, vat: '22', ageDays: 12, exactLane: true })
})

test('a logist sees the target rate and no client rate; a manager sees both', async () => {
  const seenByLogist = await (await world.api('GET', CARRIERS, logist)).text()
  expect(seenByLogist).toContain('"targetRate":{"minor":9000000')
  expect(seenByLogist).not.toContain('clientRate')
  expect((await list(manager)).load.clientRate).toEqual({ minor: 12_000_000, currency: 'RUB', vat: '22' })
})

test('a portal may choose to show logists the client rate', async () => {
  await writeSetting(world.room.store, 'clientRateForLogists', true)
  expect((await list(logist)).load.clientRate).toMatchObject({ minor: 12_000_000 })
})

test('no answer with a list holds a whole phone number or the client’s name', async () => {
  const text = await (await world.api('GET', CARRIERS, logist)).text()
  expect(text).toContain('+7 916 •••-••-42')
  expect(text.replace(/\D/g, '')).not.toMatch(/9161234542|9172223311/)
  expect(text).not.toContain('АО «Клиент»')
})

test('a list travels compressed, a live stream does not', async () => {
  const headers = { authorization: logist, 'accept-encoding': 'gzip' }
  const packed = await world.app.request(CARRIERS, { headers })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  const live = await world.app.request('/api/loads/request/15/live', { headers })
  expect(live.headers.get('content-encoding')).toBeNull()
  await live.body!.cancel()
})

test('without a session there is nothing, and an old session says that it is old', async () => {
  expect((await world.api('GET', CARRIERS, null)).status).toBe(401)
  expect((await world.api('GET', CARRIERS, 'Bearer a.b.c')).status).toBe(401)
  world.clock.pass({ minutes: 61 })
  const late = await world.api('GET', CARRIERS, logist)
  expect(late.status).toBe(401)
  expect(problem.parse(await late.json()).code).toBe('session_expired')
})

test('a session for one card opens no other', async () => {
  const other = await world.bearer('token-ivanov', { kind: 'request', id: 99 })
  expect((await world.api('GET', CARRIERS, other)).status).toBe(403)
  expect((await world.api('POST', '/api/offers', other, offer)).status).toBe(403)
  expect((await world.api('POST', '/api/attempts', other, attempt)).status).toBe(403)
  expect((await world.api('POST', '/api/reveals', other, { load, companyId: VEKTOR, why: 'call' })).status).toBe(403)
  expect((await world.api('GET', '/api/loads/request/15/live', other)).status).toBe(403)
  expect(await steps()).toEqual([])
})

test('the session of another portal sees nothing of this one', async () => {
  await world.addPortal('portal-2', 'https://other.example')
  const stranger = await world.bearer('token-ivanov', { kind: 'request', id: 15 }, 'portal-2')
  expect((await world.api('GET', CARRIERS, stranger)).status).toBe(404)
  const unknown = await world.bearer('token-ivanov', { kind: 'request', id: 15 }, 'portal-3')
  expect((await world.api('GET', CARRIERS, unknown)).status).toBe(403)
})

test('only an administrator on the app’s own page may start or watch the installation', async () => {
  expect((await world.api('POST', '/api/install/start', logist, {})).status).toBe(403)
  expect((await world.api('GET', '/api/install/progress', manager)).status).toBe(403)
  const admin = await world.bearer('token-admin', null)
  // Nothing is begun before the dry run has been looked at.
  expect((await world.api('POST', '/api/install/start', admin, {})).status).toBe(400)
})

test('two presses of one offer are one chain, one attempt and one answer', async () => {
  const first = await world.api('POST', '/api/offers', logist, offer)
  const second = await world.api('POST', '/api/offers', logist, offer)
  expect([first.status, second.status]).toEqual([202, 200])
  expect(((await second.json()) as Write).key).toBe(KEY)
  expect((await steps()).map((step) => step.command)).toEqual(['add-offer', 'comment-load', 'notify-manager'])
  const row = rowOf(await list(), VEKTOR)
  expect(row.attempts.map((one) => one.result)).toEqual(['offered'])
})

test('a proposed offer stands in the row at once, before the portal has it', async () => {
  await world.api('POST', '/api/offers', logist, offer)
  expect(rowOf(await list(), VEKTOR).offers).toMatchObject([
    { id: null, key: KEY, rate: { minor: 8_500_000, vat: '22' }, byName: 'Пётр Иванов', write: { state: 'pending' } },
  ])
})

test('a key that was used for something else is refused', async () => {
  await world.api('POST', '/api/offers', logist, offer)
  expect((await world.api('POST', '/api/offers', manager, offer)).status).toBe(400)
  expect((await world.api('POST', '/api/offers', logist, { ...offer, companyId: RITM })).status).toBe(400)
})

test('a closed load takes no offers', async () => {
  await world.room.store.updateTable('load').set({ semantics: 'F' }).where('id', '=', 15).execute()
  const answer = await world.api('POST', '/api/offers', logist, offer)
  expect([answer.status, problem.parse(await answer.json()).code]).toEqual([409, 'load_closed'])
})

test('the manager is told once a load; each further offer brings the same notice up to date', async () => {
  await world.api('POST', '/api/offers', logist, offer)
  await world.api('POST', '/api/offers', logist, {
    ...offer,
    key: 'key-of-one-press-0002',
    rate: { minor: 8_000_000, currency: 'RUB' },
  })
  const notices = (await steps())
    .filter((step) => step.command === 'notify-manager')
    .map((step) => JSON.parse(step.payload))
  expect(notices.map((notice) => [notice.toUserId, notice.tag])).toEqual([
    [8, 'REIS|OFFER|request|15'],
    [8, 'REIS|OFFER|request|15'],
  ])
  expect(notices[1].message).toContain('Всего предложений: 3, это пока лучшее')
})

test('told of the best only, the manager hears nothing of a dearer offer', async () => {
  await writeSetting(world.room.store, 'offerNotice', 'best')
  await world.api('POST', '/api/offers', logist, { ...offer, rate: { minor: 9_900_000, currency: 'RUB' } })
  expect((await steps()).map((step) => step.command)).toEqual(['add-offer', 'comment-load'])
})

test('a manager who offers himself is not told of it', async () => {
  await world.api('POST', '/api/offers', manager, offer)
  expect((await steps()).map((step) => step.command)).toEqual(['add-offer', 'comment-load'])
})

test('an attempt is seen by colleagues and counts for this load', async () => {
  await world.api('POST', '/api/attempts', logist, { ...attempt, result: 'wrong_direction' })
  const row = rowOf(await list(manager), RITM)
  expect(row.attempts).toMatchObject([{ result: 'wrong_direction', byName: 'Пётр Иванов' }])
  expect(row.vetoes.map((veto) => veto.kind)).toContain('attempt')
})

test('a truck that is busy until a day teaches the carrier base where it will be free', async () => {
  const busy = { ...attempt, result: 'busy_until', until: '2026-11-27', freePlace: 'Самара' }
  const answer = await world.api('POST', '/api/attempts', logist, busy)
  expect(answer.status).toBe(201)
  expect(JSON.parse((await steps())[0]!.payload)).toEqual({
    carrierId: 61,
    free: { place: 'Самара', on: '2026-11-27' },
    before: [{ place: null, on: null }],
  })
  await world.api('POST', '/api/attempts', logist, { ...busy, key: 'key-of-one-press-0003', until: '2026-11-28' })
  expect(JSON.parse((await steps()).at(-1)!.payload).before).toContainEqual({ place: 'Самара', on: '2026-11-27' })
})

test('a busy carrier who has no entry in the base teaches nothing, and the press counts all the same', async () => {
  const busy = { ...attempt, companyId: SEVER, result: 'busy_until', until: '2026-11-27' }
  expect((await world.api('POST', '/api/attempts', logist, busy)).status).toBe(201)
  expect(await steps()).toEqual([])
  expect(rowOf(await list(), SEVER).attempts).toHaveLength(1)
})

test('pressing twice is one attempt', async () => {
  await world.api('POST', '/api/attempts', logist, attempt)
  expect((await world.api('POST', '/api/attempts', logist, attempt)).status).toBe(200)
  expect(rowOf(await list(), RITM).attempts).toHaveLength(1)
})

test('a press gives one whole number and leaves a record of who was given whose', async () => {
  const answer = await world.api('POST', '/api/reveals', logist, { load, companyId: VEKTOR, why: 'call' })
  expect(await answer.json()).toEqual({ phone: '+7 916 123-45-42' })
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const records = await world.room.store.selectFrom('reveal').selectAll().execute()
  expect(records).toMatchObject([{ userId: 7, companyId: VEKTOR, loadKind: 'request', loadId: 15, why: 'call' }])
})

test('a client’s number is not given out as a carrier’s', async () => {
  expect((await world.api('POST', '/api/reveals', logist, { load, companyId: CLIENT, why: 'call' })).status).toBe(404)
})

test('who asks for hundreds of numbers is stopped', async () => {
  const ask = () => world.api('POST', '/api/reveals', logist, { load, companyId: VEKTOR, why: 'copy' })
  for (let press = 0; press < 120; press++) await ask()
  expect((await ask()).status).toBe(403)
  world.clock.pass({ minutes: 59 })
  expect((await ask()).status).toBe(403)
})

test('a place that nobody recognised is chosen once and then known everywhere', async () => {
  const stops = [
    { action: 'load', text: 'база Лесная', fromAt: null, toAt: null },
    { action: 'unload', text: 'Казань', fromAt: null, toAt: null },
  ]
  const change = { loadText: 'база Лесная', fromPlaceId: null, stops: JSON.stringify(stops) }
  await world.room.store.updateTable('load').set(change).where('id', '=', 15).execute()
  const before = await list()
  expect(before.load.stops[0]!.place.state).not.toBe('known')
  expect(before.rows).toEqual([])
  const moscow = world.gazetteer.search('Москва', 1)[0]!
  const answer = await world.api('PUT', '/api/places', logist, { load, text: 'База «Лесная»', placeId: moscow.id })
  const after = carriersAnswer.parse(await answer.json())
  expect(after.load.stops[0]!.place).toMatchObject({ state: 'known', taught: true, place: { name: 'Москва' } })
  expect(after.rows.map((row) => row.companyId)).toContain(VEKTOR)
  expect((await world.api('PUT', '/api/places', logist, { load, text: 'x', placeId: 1 })).status).toBe(409)
})

test('places are found as they are typed', async () => {
  const answer = await world.api('GET', `/api/places?q=${encodeURIComponent('каз')}`, logist)
  expect(((await answer.json()) as { name: string }[])[0]!.name).toBe('Казань')
})

test('where a write stands is told on its own card, and to whoever pressed', async () => {
  await world.api('POST', '/api/offers', logist, offer)
  expect((await world.api('GET', `/api/writes/${KEY}`, logist)).status).toBe(200)
  const elsewhere = (token: string) => world.bearer(token, { kind: 'request', id: 99 })
  expect((await world.api('GET', `/api/writes/${KEY}`, await elsewhere('token-ivanov'))).status).toBe(200)
  expect((await world.api('GET', `/api/writes/${KEY}`, await elsewhere('token-orlova'))).status).toBe(404)
})

test.each([
  ['an amount below zero', '/api/offers', { ...offer, rate: { minor: -1, currency: 'RUB' } }],
  ['an unknown VAT', '/api/offers', { ...offer, vat: '18' }],
  ['a key that is no key', '/api/offers', { ...offer, key: "'; DROP TABLE" }],
  ['a load that is no load', '/api/attempts', { ...attempt, load: { kind: 'deal', id: 15 } }],
  ['a day where a moment belongs', '/api/attempts', { ...attempt, result: 'call_back', until: '2026-11-27' }],
  ['an until without a reason', '/api/attempts', { ...attempt, until: '2026-11-27' }],
  ['an answer a person cannot press', '/api/attempts', { ...attempt, result: 'offered' }],
  ['nothing at all', '/api/reveals', {}],
])('%s is refused with a sentence and changes nothing', async (_what, path, body) => {
  const answer = await world.api('POST', path, logist, body)
  expect(answer.status).toBe(400)
  expect(problem.parse(await answer.json())).toMatchObject({ code: 'bad_input' })
  expect(await world.room.store.selectFrom('writeChain').selectAll().execute()).toEqual([])
  expect(await world.room.store.selectFrom('attempt').selectAll().execute()).toEqual([])
})

test('broken JSON, an unknown address and too much of anything are answered, not crashed on', async () => {
  const headers = { authorization: logist, 'content-type': 'application/json' }
  const broken = await world.app.request('/api/offers', { method: 'POST', headers, body: '{' })
  expect(broken.status).toBe(400)
  expect((await world.app.request('/api/nothing')).status).toBe(404)
  expect((await world.app.request('/static/../../etc/passwd')).status).toBe(404)
  expect((await world.app.request('/static/%E0%A4%A')).status).toBe(404)
  const much = await world.app.request('/api/offers', { method: 'POST', headers, body: 'x'.repeat(300_000) })
  expect(much.status).toBe(400)
  expect((await world.api('GET', '/api/loads/request/abc/carriers', logist)).status).toBe(400)
})

test('an event nobody sent is refused', async () => {
  const answer = await world.app.request('/hooks/event', { method: 'POST', body: 'event=ONAPPUNINSTALL' })
  expect(answer.status).toBe(403)
})

test('colleagues who look at the same load see a press at once', async () => {
  const answer = await world.api('GET', '/api/loads/request/15/live', manager)
  const reader = answer.body!.getReader()
  const decoder = new TextDecoder()
  expect(decoder.decode((await reader.read()).value)).toContain(': open')
  await world.api('POST', '/api/attempts', logist, { ...attempt, result: 'calling' })
  const event = decoder.decode((await reader.read()).value)
  expect(JSON.parse(event.slice('data: '.length))).toMatchObject({
    kind: 'attempt',
    attempt: { result: 'calling', companyId: RITM, byName: 'Пётр Иванов' },
  })
  await reader.cancel()
})
