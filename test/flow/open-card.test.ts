import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  AMBIGUOUS_REQUEST_ID,
  CARRIERS,
  CAST,
  DEMO_ORDER_ID,
  DEMO_REQUEST_ID,
  REEFER_REQUEST_ID,
} from '../../sandbox/seeds/cast.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.close())

const callsSince = (before: number) => world.sandbox.portal.calls.read().calls.slice(before)
const callCount = () => world.sandbox.portal.calls.read().calls.length

test('a logist opens a request and has a ranked list, with reasons, in the very answer', async () => {
  const opened = await world.openCard(CAST.logist, 'request', DEMO_REQUEST_ID)
  const boot = opened.boot()
  if (boot.state !== 'carriers') throw new Error(JSON.stringify(boot))
  const { rows, load, rates } = boot.answer
  expect(load.stops.map((stop) => stop.place.state)).toEqual(['known', 'known'])
  expect(rows.length).toBeGreaterThan(3)
  expect(rows.map((row) => row.companyId)).toContain(CARRIERS.sidorov)
  for (const row of rows) expect(row.reasons.length).toBeGreaterThan(0)
  const scores = rows.map((row) => row.score)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  expect(load.distance!.km).toBeGreaterThan(700)
  expect(rates.state).not.toBe('none')
})

test('a carrier on the stop list stays visible with the reason', async () => {
  const boot = (await world.openCard(CAST.logist, 'request', DEMO_REQUEST_ID)).boot()
  if (boot.state !== 'carriers') throw new Error(JSON.stringify(boot))
  const stopped = boot.answer.vetoed.find((row) => row.companyId === CARRIERS.kamskiyPut)
  expect(stopped?.vetoes.map((veto) => veto.kind)).toContain('stop_list')
})

test('the first opening costs one call to the portal, the same token again none', async () => {
  const ticket = await world.ticket(CAST.secondLogist, 'request', DEMO_REQUEST_ID)
  const before = callCount()
  await world.post(ticket)
  const first = callsSince(before)
  expect(first.map((call) => call.method)).toEqual(['batch'])
  expect(first[0]!.commands).toHaveLength(3)
  await world.post(ticket)
  expect(callsSince(before)).toHaveLength(1)
})

test('the page leaves at once; a slow portal holds back only the list', async () => {
  const ticket = await world.ticket(CAST.manager, 'request', DEMO_REQUEST_ID)
  world.sandbox.portal.faults.set({ latencyMs: 1500 })
  const opened = await world.post(ticket)
  world.sandbox.portal.faults.clear()
  expect(opened.boot().state).toBe('carriers')
  expect(opened.lastByteMs).toBeGreaterThan(1500)
  expect(opened.firstByteMs).toBeLessThan(1000)
})

test('the order of a permanent client opens by the same code', async () => {
  const boot = (await world.openCard(CAST.logist, 'order', DEMO_ORDER_ID)).boot()
  expect(boot).toMatchObject({ state: 'carriers', answer: { load: { kind: 'order', id: DEMO_ORDER_ID } } })
})

test('a place that is two towns is shown as a choice, not guessed', async () => {
  const boot = (await world.openCard(CAST.logist, 'request', AMBIGUOUS_REQUEST_ID)).boot()
  if (boot.state !== 'carriers') throw new Error(JSON.stringify(boot))
  expect(boot.answer.load.stops[0]!.place.state).toBe('ambiguous')
  expect(boot.answer.rows).toEqual([])
})

test('a logist chooses the towns, and the list appears', async () => {
  const session = await world.session(CAST.logist, 'request', AMBIGUOUS_REQUEST_ID)
  const path = `/api/loads/request/${AMBIGUOUS_REQUEST_ID}/carriers`
  for (const stop of [0, -1]) {
    const now = (await (await world.api(session, 'GET', path)).json()) as {
      load: { stops: { place: { text: string; alternatives: { id: number }[] } }[] }
    }
    const { text, alternatives } = now.load.stops.at(stop)!.place
    const load = { kind: 'request', id: AMBIGUOUS_REQUEST_ID }
    const answer = await world.api(session, 'PUT', '/api/places', { load, text, placeId: alternatives[0]!.id })
    expect(answer.status).toBe(200)
  }
  const boot = (await world.openCard(CAST.logist, 'request', AMBIGUOUS_REQUEST_ID)).boot()
  if (boot.state !== 'carriers') throw new Error(JSON.stringify(boot))
  expect(boot.answer.load.stops.map((stop) => stop.place.state)).toEqual(['known', 'known'])
})

test('a frozen load is offered to reefers only', async () => {
  const boot = (await world.openCard(CAST.logist, 'request', REEFER_REQUEST_ID)).boot()
  if (boot.state !== 'carriers') throw new Error(JSON.stringify(boot))
  for (const row of boot.answer.rows)
    expect(row.vehicles.length === 0 || row.vehicles.some((vehicle) => vehicle.body?.startsWith('reefer'))).toBe(true)
})

test('a request made a moment ago opens before any import has heard of it', async () => {
  const process = world.map.processes.request
  const { item } = await world.rest<{ item: { id: number } }>('crm.item.add', {
    entityTypeId: process.entityTypeId,
    useOriginalUfNames: 'Y',
    fields: {
      title: 'Срочный запрос',
      assignedById: CAST.manager,
      [process.fields.LOAD_PLACE!.name]: 'Москва',
      [process.fields.UNLOAD_PLACE!.name]: 'Казань',
    },
  })
  const boot = (await world.openCard(CAST.logist, 'request', item.id)).boot()
  expect(boot).toMatchObject({ state: 'carriers', answer: { load: { id: item.id, title: 'Срочный запрос' } } })
})

test('a reload boots through the frame', async () => {
  const ticket = await world.ticket(CAST.logist, 'request', DEMO_REQUEST_ID)
  const reloaded = await fetch(ticket.action)
  expect(await reloaded.text()).toContain('{"state":"reload"}')
  const answer = await world.api(null, 'POST', '/api/session', {
    widget: 'carriers',
    memberId: ticket.fields.member_id,
    accessToken: ticket.fields.AUTH_ID,
    refreshToken: ticket.fields.REFRESH_ID,
    expiresIn: 3600,
    placement: ticket.fields.PLACEMENT,
    placementOptions: JSON.parse(ticket.fields.PLACEMENT_OPTIONS!),
    language: 'ru',
  })
  expect(await answer.json()).toMatchObject({ state: 'carriers', session: { userId: CAST.logist } })
})
