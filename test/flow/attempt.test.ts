import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CarriersAnswer } from '../../contract/carriers.ts'
import type { Session } from '../../contract/session.ts'
import type { Write } from '../../contract/write.ts'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let session: Session
let press = 0
beforeAll(async () => {
  world = await startWorld()
  session = await world.session(CAST.logist, 'request', DEMO_REQUEST_ID)
})
afterAll(() => world?.close())

const attemptOn = (companyId: number, result: string, change: Record<string, unknown> = {}) => ({
  key: `attempt-of-a-person-${String((press += 1)).padStart(4, '0')}`,
  load: { kind: 'request', id: DEMO_REQUEST_ID },
  companyId,
  result,
  until: null,
  freePlace: null,
  comment: null,
  ...change,
})

async function list(who: Session): Promise<CarriersAnswer> {
  return (
    await world.api(who, 'GET', `/api/loads/request/${DEMO_REQUEST_ID}/carriers`)
  ).json() as Promise<CarriersAnswer>
}

async function baseItem(companyId: number) {
  const { carrier } = world.map.processes
  const { items } = await world.rest<{ items: Record<string, unknown>[] }>('crm.item.list', {
    entityTypeId: carrier.entityTypeId,
    filter: { companyId },
    select: ['*', 'UF_*'],
    useOriginalUfNames: 'Y',
  })
  return items[0]!
}

async function stateOf(key: string): Promise<Write> {
  return (await world.api(session, 'GET', `/api/writes/${key}`)).json() as Promise<Write>
}

test('who does not run this way is put below with the reason, for this load and for every colleague', async () => {
  const pressed = await world.api(session, 'POST', '/api/attempts', attemptOn(CARRIERS.sidorov, 'wrong_direction'))
  expect(pressed.status).toBe(201)
  const colleague = await world.session(CAST.secondLogist, 'request', DEMO_REQUEST_ID)
  const { rows, vetoed } = await list(colleague)
  expect(rows.map((row) => row.companyId)).not.toContain(CARRIERS.sidorov)
  const below = vetoed.find((row) => row.companyId === CARRIERS.sidorov)!
  expect(below.attempts[0]).toMatchObject({ result: 'wrong_direction', byUserId: CAST.logist })
})

test('a truck that is busy until a day teaches the carrier base in the portal, and the copy hears of it', async () => {
  const busy = attemptOn(CARRIERS.himtrans, 'busy_until', { until: '2026-12-04', freePlace: 'Самара' })
  const answer = (await (await world.api(session, 'POST', '/api/attempts', busy)).json()) as { write: Write }
  expect(answer.write.steps.map((step) => step.command)).toEqual(['update-carrier'])
  await world.settle()
  expect(await stateOf(busy.key)).toMatchObject({ state: 'done' })
  const { FREE_PLACE, FREE_ON } = world.map.processes.carrier.fields
  const item = await baseItem(CARRIERS.himtrans)
  expect(item[FREE_PLACE!.name]).toBe('Самара')
  expect(String(item[FREE_ON!.name])).toMatch(/^2026-12-04/)
  const { rows, vetoed } = await list(session)
  const row = [...rows, ...vetoed].find((one) => one.companyId === CARRIERS.himtrans)!
  expect(row.whereabouts).toMatchObject({ kind: 'free', place: 'Самара', on: '2026-12-04' })
})

test('two talks with one carrier, one after the other, both reach the portal', async () => {
  const first = attemptOn(CARRIERS.volgaTrans, 'busy_until', { until: '2026-12-01', freePlace: 'Казань' })
  const second = attemptOn(CARRIERS.volgaTrans, 'busy_until', { until: '2026-12-02', freePlace: 'Уфа' })
  await world.api(session, 'POST', '/api/attempts', first)
  await world.api(session, 'POST', '/api/attempts', second)
  await world.settle()
  expect([(await stateOf(first.key)).state, (await stateOf(second.key)).state]).toEqual(['done', 'done'])
  expect((await baseItem(CARRIERS.volgaTrans))[world.map.processes.carrier.fields.FREE_PLACE!.name]).toBe('Уфа')
})

test('what a colleague has written into the portal meanwhile is not overwritten, and the press says so', async () => {
  const { carrier } = world.map.processes
  const item = await baseItem(CARRIERS.tyazhelovoz)
  world.sandbox.portal.faults.set({
    failNext: { method: 'crm.item.get', status: 503, code: 'QUERY_LIMIT_EXCEEDED', times: 100 },
  })
  const busy = attemptOn(CARRIERS.tyazhelovoz, 'busy_until', { until: '2026-12-03', freePlace: 'Тверь' })
  await world.api(session, 'POST', '/api/attempts', busy)
  await world.rest('crm.item.update', {
    entityTypeId: carrier.entityTypeId,
    id: item.id,
    useOriginalUfNames: 'Y',
    fields: { [carrier.fields.FREE_PLACE!.name]: 'Тула', [carrier.fields.FREE_ON!.name]: '2026-11-30' },
  })
  world.sandbox.portal.faults.clear()
  world.pass({ minutes: 11 })
  await world.settle()
  expect((await stateOf(busy.key)).steps[0]).toMatchObject({ state: 'refused', reason: 'changed_meanwhile' })
  expect((await baseItem(CARRIERS.tyazhelovoz))[carrier.fields.FREE_PLACE!.name]).toBe('Тула')
})
