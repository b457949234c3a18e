import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { offersAnswer, type OffersOfLoad } from '../../contract/offers.ts'
import type { Session } from '../../contract/session.ts'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { PLAIN_OFFER } from '../support/plain-offer.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let session: Session
let press = 0
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.close())
beforeEach(async () => {
  world.sandbox.portal.faults.clear()
  session = await world.session(CAST.logist, 'request', DEMO_REQUEST_ID)
})

const key = () => `decision-of-a-person-${String((press += 1)).padStart(4, '0')}`
const load = { kind: 'request', id: DEMO_REQUEST_ID }

/** An offer that stands in the portal and in the copy. */
async function offered(companyId: number, minor = 8_750_000): Promise<number> {
  const offer = { ...PLAIN_OFFER, key: key(), load, companyId, rate: { minor, currency: 'RUB' } }
  expect((await world.api(session, 'POST', '/api/offers', offer)).status).toBe(202)
  await world.settle()
  const write = (await (await world.api(session, 'GET', `/api/writes/${offer.key}`)).json()) as {
    steps: { portalId: number }[]
  }
  return write.steps[0]!.portalId
}

async function decide(id: number, decision: Record<string, unknown>) {
  return world.api(session, 'POST', `/api/offers/${id}/decisions`, { key: key(), ...decision })
}

async function tab(): Promise<OffersOfLoad> {
  const answer = await world.api(session, 'GET', `/api/cards/request/${DEMO_REQUEST_ID}/offers`)
  return offersAnswer.parse(await answer.json()) as OffersOfLoad
}

async function inPortal(id: number): Promise<Record<string, unknown>> {
  const { item } = await world.rest<{ item: Record<string, unknown> }>('crm.item.get', {
    entityTypeId: world.map.processes.offer.entityTypeId,
    id,
    useOriginalUfNames: 'Y',
  })
  return item
}

test('declining moves the offer in the portal, with the reason, and says so in the request’s timeline', async () => {
  const id = await offered(CARRIERS.sidorov)
  expect((await decide(id, { action: 'decline', reason: 'vehicle', comment: 'нужна штора' })).status).toBe(202)
  await world.settle()
  const { fields, stages } = world.map.processes.offer
  expect(await inPortal(id)).toMatchObject({
    stageId: stages.DECLINED,
    [fields.DECLINE_REASON!.name]: fields.DECLINE_REASON!.elements!.vehicle,
    updatedBy: CAST.logist,
  })
  const comments = await world.rest<{ COMMENT: string }[]>('crm.timeline.comment.list', {
    filter: { ENTITY_TYPE: `dynamic_${world.map.processes.request.entityTypeId}`, ENTITY_ID: DEMO_REQUEST_ID },
    order: { ID: 'DESC' },
  })
  expect(comments[0]!.COMMENT).toMatch(/отклонено: не подходит машина[^]*нужна штора/)
  expect((await tab()).offers.find((one) => one.id === id)).toMatchObject({
    state: 'declined',
    declineReason: 'vehicle',
  })
})

test('a new price in a bargain stands in the portal with its VAT, and in the copy', async () => {
  const id = await offered(CARRIERS.himtrans)
  await decide(id, { action: 'counter', rate: { minor: 8_000_000, currency: 'RUB' }, vat: '22' })
  await decide(id, { action: 'answer', rate: { minor: 8_300_000, currency: 'RUB' }, vat: 'none', validUntilAt: null })
  await world.settle()
  const { fields, stages } = world.map.processes.offer
  expect(await inPortal(id)).toMatchObject({
    stageId: stages.BARGAIN,
    [fields.RATE!.name]: '83000.00|RUB',
    [fields.ROUND!.name]: 1,
    [fields.PAYMENT_FORM!.name]: fields.PAYMENT_FORM!.elements!.none,
  })
  expect((await tab()).offers.find((one) => one.id === id)).toMatchObject({
    state: 'bargain',
    rate: { minor: 8_300_000, vat: 'none' },
  })
})

test('an award ends the others in the portal, too', async () => {
  const [best, other] = [await offered(CARRIERS.volgaTrans, 8_100_000), await offered(CARRIERS.sidorov, 8_900_000)]
  expect((await decide(best, { action: 'award' })).status).toBe(202)
  await world.settle()
  const { stages } = world.map.processes.offer
  expect((await inPortal(best)).stageId).toBe(stages.AWARDED)
  expect((await inPortal(other)).stageId).toBe(stages.DECLINED)
  const waiting = (await tab()).offers.filter(({ state }) => state === 'active' || state === 'bargain')
  expect(waiting).toEqual([])
  await decide(best, { action: 'withdraw' })
  await world.settle()
})

test('an offer that somebody moved in the portal meanwhile is not moved back: the press is refused in words', async () => {
  const id = await offered(CARRIERS.himtrans, 8_600_000)
  const { stages, entityTypeId } = world.map.processes.offer
  await world.rest('crm.item.update', { entityTypeId, id, fields: { stageId: stages.WITHDRAWN } })
  await decide(id, { action: 'accept' })
  await world.settle()
  expect((await inPortal(id)).stageId).toBe(stages.WITHDRAWN)
  const line = (await tab()).offers.find((one) => one.id === id)!
  expect(line).toMatchObject({ state: 'withdrawn' })
  expect(line.decisions.at(-1)!.write).toMatchObject({ steps: [{ state: 'refused', reason: 'changed_meanwhile' }, {}] })
})

test('a lost answer of the portal decides once', async () => {
  const id = await offered(CARRIERS.volgaTrans, 8_650_000)
  world.sandbox.portal.faults.set({ dropAnswerAfterWrite: { method: 'crm.item.update', times: 1 } })
  await decide(id, { action: 'accept' })
  await world.settle()
  world.pass({ seconds: 70 })
  await world.settle()
  const line = (await tab()).offers.find((one) => one.id === id)!
  expect(line).toMatchObject({ state: 'accepted', decisions: [{ write: { state: 'done' } }] })
})

async function takeOut(format: 'csv' | 'xlsx') {
  const viewer = { memberId: world.sandbox.memberId, userId: CAST.director, userName: 'Директор', isAdmin: false }
  const { token } = await world.context.api.bearer.sign({ ...viewer, roles: ['director'], language: 'ru', item: null })
  const answer = await world.api({ token }, 'POST', '/api/exports/offers', { format, filter: {} })
  const { url } = (await answer.json()) as { url: string }
  const file = await fetch(world.serverUrl + url)
  return { file, bytes: Buffer.from(await file.arrayBuffer()), again: (await fetch(world.serverUrl + url)).status }
}

test('a director takes the whole list out as a file for Excel, once for each time he asks', async () => {
  const room = (await world.context.api.openRoom(world.sandbox.memberId))!
  const { count } = await room.store
    .selectFrom('offer')
    .select((read) => read.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const { file, bytes, again } = await takeOut('csv')
  expect(file.headers.get('content-disposition')).toContain('.csv')
  const lines = bytes.toString('utf8').split(/\r\n(?=\d+;)/)
  expect(lines).toHaveLength(Number(count) + 1)
  expect(lines[1]).toMatch(/;с НДС|;без НДС|;наличные/)
  expect(again).toBe(404)
})

test('or as a workbook', async () => {
  const { file, bytes } = await takeOut('xlsx')
  expect(file.status).toBe(200)
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
})
