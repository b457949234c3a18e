import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { CarriersAnswer } from '../../contract/carriers.ts'
import type { LiveEvent } from '../../contract/live.ts'
import type { Session } from '../../contract/session.ts'
import type { Write } from '../../contract/write.ts'
import { readEvents } from '../../cli/demo/server-events.ts'
import { CARRIERS, CAST, DEMO_ORDER_ID, DEMO_REQUEST_ID, WON_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { plantRequest } from '../support/plant-request.ts'
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

const load = { kind: 'request' as 'request' | 'order', id: DEMO_REQUEST_ID }
const offerOf = (companyId: number, change: Record<string, unknown> = {}) => ({
  key: `press-of-a-person-${String((press += 1)).padStart(4, '0')}`,
  load,
  companyId,
  rate: { minor: 8_750_000, currency: 'RUB' },
  vat: '22',
  term: { event: 'scan', days: 5, bankDays: true, prepayPercent: 0 },
  body: 'tent',
  capacityKg: 20_000,
  vehiclePlate: 'А123ВС77',
  trailerPlate: null,
  driverName: 'Сергей',
  driverPhone: '+79161234567',
  availableFromOn: null,
  validUntilAt: null,
  comment: 'готов грузиться утром',
  ...change,
})

async function writeOf(key: string): Promise<Write> {
  return (await world.api(session, 'GET', `/api/writes/${key}`)).json() as Promise<Write>
}

async function rowOf(companyId: number) {
  const answer = await world.api(session, 'GET', `/api/loads/request/${DEMO_REQUEST_ID}/carriers`)
  const { rows, vetoed } = (await answer.json()) as CarriersAnswer
  return [...rows, ...vetoed].find((row) => row.companyId === companyId)!
}

async function offersInPortal(key: string) {
  const { items } = await world.rest<{ items: Record<string, unknown>[] }>('crm.item.list', {
    entityTypeId: world.map.processes.offer.entityTypeId,
    filter: { '=xmlId': key },
    select: ['*', 'UF_*'],
    useOriginalUfNames: 'Y',
  })
  return items
}

async function commentsOfRequest() {
  return world.rest<{ ID: string; AUTHOR_ID: string; COMMENT: string }[]>('crm.timeline.comment.list', {
    filter: { ENTITY_TYPE: `dynamic_${world.map.processes.request.entityTypeId}`, ENTITY_ID: DEMO_REQUEST_ID },
    order: { ID: 'DESC' },
  })
}

test('an offer stands in the portal under its request, with a comment by that logist and one notice to the manager', async () => {
  const offer = offerOf(CARRIERS.sidorov)
  expect((await world.api(session, 'POST', '/api/offers', offer)).status).toBe(202)
  await world.settle()
  expect(await writeOf(offer.key)).toMatchObject({ state: 'done' })
  const [item, ...others] = await offersInPortal(offer.key)
  expect(others).toEqual([])
  const { fields, stages } = world.map.processes.offer
  expect(item).toMatchObject({
    [`parentId${world.map.processes.request.entityTypeId}`]: DEMO_REQUEST_ID,
    companyId: CARRIERS.sidorov,
    createdBy: CAST.logist,
    stageId: stages.RECEIVED,
    [fields.RATE!.name]: '87500.00|RUB',
    [fields.SOURCE!.name]: fields.SOURCE!.elements!.form,
    [fields.AUTHOR!.name]: CAST.logist,
  })
  const comment = (await commentsOfRequest())[0]!
  expect(Number(comment.AUTHOR_ID)).toBe(CAST.logist)
  expect(comment.COMMENT).toMatch(/Ставка: 87\s500\s₽ с НДС 22 %/)
  expect(comment.COMMENT).toMatch(/№ R-[2-9A-Z]{6}$/)
})

test('once the portal has it, the copy has it, and the row shows one offer that is written', async () => {
  const offer = offerOf(CARRIERS.volgaTrans)
  await world.api(session, 'POST', '/api/offers', offer)
  await world.settle()
  const offers = (await rowOf(CARRIERS.volgaTrans)).offers.filter((one) => one.key === offer.key)
  expect(offers).toHaveLength(1)
  expect(offers[0]).toMatchObject({ rate: { minor: 8_750_000, vat: '22' }, write: { state: 'done' } })
  expect(offers[0]!.id).toBeGreaterThan(0)
})

test('two presses make one offer', async () => {
  const offer = offerOf(CARRIERS.sidorov)
  const answers = await Promise.all([1, 2, 3].map(() => world.api(session, 'POST', '/api/offers', offer)))
  expect(answers.every((answer) => answer.ok)).toBe(true)
  await world.settle()
  expect(await offersInPortal(offer.key)).toHaveLength(1)
})

test.each(['crm.item.add', 'crm.timeline.comment.add'])(
  'a lost answer of %s makes one offer and one comment',
  async (method) => {
    const before = (await commentsOfRequest()).length
    world.sandbox.portal.faults.set({ dropAnswerAfterWrite: { method, times: 1 } })
    const offer = offerOf(CARRIERS.himtrans)
    await world.api(session, 'POST', '/api/offers', offer)
    await world.settle()
    expect((await writeOf(offer.key)).state).toBe('sending')
    world.pass({ seconds: 70 })
    await world.settle()
    expect(await writeOf(offer.key)).toMatchObject({ state: 'done' })
    expect(await offersInPortal(offer.key)).toHaveLength(1)
    expect(await commentsOfRequest()).toHaveLength(before + 1)
  },
)

test('an offer pressed while the portal is down is delivered when it is back, once', async () => {
  world.sandbox.portal.faults.set({ down: true })
  const offer = offerOf(CARRIERS.sidorov)
  expect((await world.api(session, 'POST', '/api/offers', offer)).status).toBe(202)
  await world.context.deliver(world.sandbox.memberId)
  expect((await rowOf(CARRIERS.sidorov)).offers[0]).toMatchObject({ key: offer.key, id: null })
  world.sandbox.portal.faults.clear()
  for (let look = 0; look < 5; look++) {
    world.pass({ seconds: 70 })
    await world.settle()
  }
  expect(await writeOf(offer.key)).toMatchObject({ state: 'done' })
  expect(await offersInPortal(offer.key)).toHaveLength(1)
})

test('a refusal by the portal is shown with its reason, and nothing that depends on it is sent', async () => {
  const before = (await commentsOfRequest()).length
  world.sandbox.portal.faults.set({
    failNext: { method: 'crm.item.add', status: 403, code: 'ACCESS_DENIED', times: 1 },
  })
  const offer = offerOf(CARRIERS.sidorov)
  await world.api(session, 'POST', '/api/offers', offer)
  await world.settle()
  const write = await writeOf(offer.key)
  expect(write.state).toBe('refused')
  expect(write.steps.map((step) => step.reason)).toEqual(['no_right', 'dependency_refused', 'dependency_refused'])
  expect(await offersInPortal(offer.key)).toEqual([])
  expect(await commentsOfRequest()).toHaveLength(before)
})

test('an offer on a request that was deleted before it got through says that the card is gone', async () => {
  const id = await plantRequest(world, CAST.manager)
  const itsCard = await world.session(CAST.logist, 'request', id)
  world.sandbox.portal.faults.set({ faults: [{ kind: 'cut-before', method: 'crm.*' }] })
  const offer = offerOf(CARRIERS.sidorov, { load: { kind: 'request', id } })
  expect((await world.api(itsCard, 'POST', '/api/offers', offer)).status).toBe(202)
  await world.context.deliver(world.sandbox.memberId)
  world.sandbox.portal.faults.clear()
  await world.rest('crm.item.delete', { entityTypeId: world.map.processes.request.entityTypeId, id })
  for (let look = 0; look < 5; look++) {
    world.pass({ seconds: 70 })
    await world.settle()
  }
  const { steps } = (await (await world.api(itsCard, 'GET', `/api/writes/${offer.key}`)).json()) as Write
  expect(steps.map(({ reason }) => reason)).toEqual(['item_gone', 'dependency_refused', 'dependency_refused'])
})

test('a closed request takes no offers', async () => {
  const closed = await world.session(CAST.logist, 'request', WON_REQUEST_ID)
  const answer = await world.api(
    closed,
    'POST',
    '/api/offers',
    offerOf(CARRIERS.sidorov, { load: { ...load, id: WON_REQUEST_ID } }),
  )
  expect(answer.status).toBe(409)
})

test('an offer on the order of a permanent client stands under the order', async () => {
  const onOrder = await world.session(CAST.logist, 'order', DEMO_ORDER_ID)
  const offer = offerOf(CARRIERS.sidorov, { load: { kind: 'order', id: DEMO_ORDER_ID } })
  expect((await world.api(onOrder, 'POST', '/api/offers', offer)).status).toBe(202)
  await world.settle()
  const [item] = await offersInPortal(offer.key)
  expect(item).toMatchObject({ [`parentId${world.map.processes.order.entityTypeId}`]: DEMO_ORDER_ID })
})

test('everybody who looks at the request sees an offer being written, and then that it stands', async () => {
  const watcher = await world.session(CAST.secondLogist, 'request', DEMO_REQUEST_ID)
  const live = await world.api(watcher, 'GET', `/api/loads/request/${DEMO_REQUEST_ID}/live`)
  const offer = offerOf(CARRIERS.okaExpress)
  await world.api(session, 'POST', '/api/offers', offer)
  const seen: string[] = []
  for await (const data of readEvents(live.body!)) {
    const event = JSON.parse(data) as LiveEvent
    if (event.kind === 'attempt') seen.push(`attempt ${event.attempt.result}`)
    if (event.kind === 'write') seen.push(`write ${event.write.state}`)
    if (event.kind === 'write' && event.write.state === 'done') break
  }
  expect(seen[0]).toBe('attempt offered')
  expect(seen).toContain('write pending')
  expect(seen).toContain('write sending')
})

test('an offer somebody typed into the portal itself reaches the list without a word from us', async () => {
  const { offer } = world.map.processes
  const { item } = await world.rest<{ item: { id: number } }>('crm.item.add', {
    entityTypeId: offer.entityTypeId,
    useOriginalUfNames: 'Y',
    fields: {
      title: 'По телефону',
      companyId: CARRIERS.stepLogistik,
      [offer.fields.CARRIER!.name]: CARRIERS.stepLogistik,
      [offer.fields.RATE!.name]: '91000|RUB',
      [`parentId${world.map.processes.request.entityTypeId}`]: DEMO_REQUEST_ID,
    },
  })
  await world.settle()
  expect((await rowOf(CARRIERS.stepLogistik)).offers.map((one) => one.id)).toContain(item.id)
})
