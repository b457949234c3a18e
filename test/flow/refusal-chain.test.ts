import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CARRIERS, CAST, PERMANENT_CLIENT_ID, PERMANENT_DEAL_ID } from '../../sandbox/seeds/cast.ts'
import { AFTER_LOSS, type AfterLoss } from '../../server/api/refusals/after-loss.ts'
import { addAttempt } from '../../server/store/attempts.ts'
import { chooseSetting } from '../../server/store/chosen-settings.ts'
import { writeFields } from '../../server/portal/written-values.ts'
import { plantRequest } from '../support/plant-request.ts'
import { refusalVisit } from '../support/refusal-visit.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let visit: ReturnType<typeof refusalVisit>
beforeAll(async () => {
  world = await startWorld()
  visit = refusalVisit(world)
}, 60_000)
beforeEach(async () => {
  for (const [key, value] of USUAL) await chooseSetting(await store(), key, value)
})
afterAll(() => world?.close())

const USUAL = [
  ['refusalMode', null],
  ['refusalEscalateFromMinor', null],
  ['refusalEscalatePermanent', null],
] as const
const store = async () => (await world.context.api.openRoom(world.sandbox.memberId))!.store

/** A carrier's answer to a request, brought by a logist. */
async function plantOffer(requestId: number, companyId: number, rubles: number) {
  const { offer, request } = world.map.processes
  await world.rest('crm.item.add', {
    entityTypeId: offer.entityTypeId,
    useOriginalUfNames: 'Y',
    fields: {
      title: 'Предложение',
      assignedById: CAST.logist,
      stageId: offer.stages.RECEIVED,
      [`parentId${request.entityTypeId}`]: requestId,
      ...writeFields(offer, {
        CARRIER: companyId,
        AUTHOR: CAST.logist,
        RATE: { minor: rubles * 100, currency: 'RUB' },
        PAYMENT_FORM: '22',
      }),
    },
  })
  await world.settle()
}

test('a lead whose last request is lost rests until the next contact, one with another request in work does not', async () => {
  const lead = await world.rest<{ item: { id: number } }>('crm.item.add', {
    entityTypeId: 1,
    fields: { title: 'Завод ищет машины', assignedById: CAST.manager, stageId: 'IN_PROCESS' },
  })
  await world.settle()
  const first = await plantRequest(world, CAST.manager, { parentId1: lead.item.id })
  const second = await plantRequest(world, CAST.manager, { parentId1: lead.item.id })
  const lose = async (id: number) => {
    const { answer } = await visit.ask(CAST.manager, id, { nextContactOn: '2027-01-15' })
    await visit.decide(CAST.salesHead, answer.current!, 'approve')
    await world.settle()
    await world.settle()
  }
  const tasks = async () =>
    (await visit.tasks(CAST.manager)).filter(({ ufCrmTask }) => ufCrmTask?.includes(`L_${lead.item.id}`))
  await lose(first)
  expect((await visit.item('lead', lead.item.id)).stageId).toBe('IN_PROCESS')
  expect(await tasks()).toEqual([])
  await lose(second)
  expect((await visit.item('lead', lead.item.id)).stageId).toBe('PAUSE')
  const [task, ...more] = await tasks()
  expect(more).toEqual([])
  expect(task).toMatchObject({ title: 'Связаться с клиентом: Завод ищет машины' })
  expect(task!.deadline).toContain('2027-01-15')
})

test('whoever brought offers is told once that the load is gone, and the evidence shows the best of them', async () => {
  const id = await plantRequest(world, CAST.manager)
  await plantOffer(id, CARRIERS.sidorov, 99_000)
  await plantOffer(id, CARRIERS.volgaTrans, 94_500)
  const { answer } = await visit.ask(CAST.manager, id, { reason: 'rate' })
  const { evidence } = answer.current!
  expect(evidence.offers).toMatchObject({ count: 2, best: { minor: 9_450_000 } })
  expect(evidence.offers.bestBy).toBeTruthy()
  expect(evidence.offers.bestShare).toBeCloseTo(1.05, 2)
  await visit.decide(CAST.salesHead, answer.current!, 'approve')
  await world.settle()
  const told = visit.bell(CAST.logist).filter((text) => text.includes(`/details/${id}/`))
  expect(told).toHaveLength(1)
  expect(told[0]).toContain('Груз снят')
})

test('evidence counts calls to carriers and what stands in the card, and names carriers nobody has tried', async () => {
  const id = await plantRequest(world, CAST.manager)
  const at = new Date().toISOString()
  const call = { result: 'no_answer', byUserId: CAST.logist, at, until: null, freePlaceText: null, freePlaceId: null }
  for (const companyId of [CARRIERS.sidorov, CARRIERS.volgaTrans])
    await addAttempt(await store(), {
      key: randomUUID(),
      loadKind: 'request',
      loadId: id,
      companyId,
      comment: null,
      ...call,
    } as never)
  const { entityTypeId } = world.map.processes.request
  for (const [TYPE_ID, SUBJECT] of [
    [2, 'Звонок клиенту'],
    [2, 'Ещё звонок'],
    [4, 'Письмо'],
  ])
    await world.rest('crm.activity.add', {
      fields: {
        OWNER_TYPE_ID: entityTypeId,
        OWNER_ID: id,
        TYPE_ID,
        SUBJECT,
        COMMUNICATIONS: [{ TYPE: TYPE_ID === 2 ? 'PHONE' : 'EMAIL', VALUE: TYPE_ID === 2 ? '+79000000000' : 'a@b.ru' }],
        RESPONSIBLE_ID: CAST.manager,
      },
    })
  await visit.ask(CAST.manager, id, { reason: 'no_truck' })
  await world.settle()
  await world.settle()
  const { evidence } = (await visit.open(CAST.salesHead, id)).answer.current!
  expect(evidence.attempts).toMatchObject({ calls: 2, carriers: 2 })
  expect(evidence.talks).toEqual({ calls: 2, letters: 1, messages: 0 })
  expect(evidence.untried.count).toBeGreaterThan(0)
  const names = evidence.untried.first.map(({ companyId }) => companyId)
  expect(names).not.toContain(CARRIERS.sidorov)
  expect(evidence.stages!.map(({ stage }) => stage)).toContain('SEARCH')
  expect(evidence.client).toMatchObject({ trips: 0, permanent: false })
})

test('above the sum the director decides, and no head', async () => {
  await chooseSetting(await store(), 'refusalEscalateFromMinor', 8_000_000)
  const id = await plantRequest(world, CAST.manager)
  const { answer } = await visit.ask(CAST.manager, id)
  expect(answer.current).toMatchObject({ policy: 'escalate', escalated: true, waitsFor: [{ seat: 'director' }] })
  expect((await visit.decide(CAST.salesHead, answer.current!, 'approve')).denied).toBe('not_an_approver')
  expect((await visit.decide(CAST.director, answer.current!, 'approve')).refusal.state).toBe('approved')
  await world.settle()
  expect(await visit.stageOf(id)).toBe('LOST')
})

test('a permanent client is the director’s, unless the settings say otherwise', async () => {
  const change = { companyId: PERMANENT_CLIENT_ID, parentId2: PERMANENT_DEAL_ID }
  const id = await plantRequest(world, CAST.manager, change)
  const { answer } = await visit.ask(CAST.manager, id)
  expect(answer.current).toMatchObject({ policy: 'escalate', waitsFor: [{ seat: 'director' }] })
  expect(answer.current!.evidence.client).toMatchObject({ permanent: true })
  expect(answer.current!.evidence.client!.trips).toBeGreaterThan(0)
  await chooseSetting(await store(), 'refusalEscalatePermanent', false)
  const other = await plantRequest(world, CAST.manager, change)
  expect((await visit.ask(CAST.manager, other)).answer.current).toMatchObject({ policy: 'approve' })
})

test('where all have to agree, sales and logistics both do before the request is lost', async () => {
  await chooseSetting(await store(), 'refusalMode', 'all')
  const id = await plantRequest(world, CAST.manager)
  const { answer } = await visit.ask(CAST.manager, id, { reason: 'no_truck' })
  const half = await visit.decide(CAST.salesHead, answer.current!, 'approve')
  expect(half.refusal).toMatchObject({ state: 'waiting', waitsFor: [{ seat: 'logistics_head' }] })
  await world.settle()
  expect(await visit.stageOf(id)).toBe('SEARCH')
  expect((await visit.decide(CAST.logisticsHead, half.refusal, 'approve')).refusal.state).toBe('approved')
  await world.settle()
  expect(await visit.stageOf(id)).toBe('LOST')
})

test('a request put aside while its refusal waited goes back where it stood when it is returned', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { answer } = await visit.ask(CAST.manager, id)
  const { entityTypeId, stages } = world.map.processes.request
  await world.rest('crm.item.update', { entityTypeId, id, fields: { stageId: stages.PAUSE } })
  await world.settle()
  await visit.decide(CAST.salesHead, answer.current!, 'return', {
    toUserId: CAST.manager,
    untilOn: '2026-12-01',
  })
  await world.settle()
  expect(await visit.stageOf(id)).toBe('SEARCH')
})

test('features that have announced a load are asked to clear it, in the same chain and after the card is lost', async () => {
  const asked: Parameters<AfterLoss>[0][] = []
  const hook: AfterLoss = async (loss) => {
    asked.push(loss)
    const payload = { card: { kind: loss.card.kind, id: loss.card.id }, text: 'Публикация снята', part: 'publication' }
    return [
      {
        command: 'comment-card',
        subject: `${loss.card.kind} ${loss.card.id} timeline`,
        payload,
        dependsOn: [loss.lost],
      },
    ]
  }
  ;(AFTER_LOSS as AfterLoss[]).push(hook)
  try {
    const id = await plantRequest(world, CAST.manager)
    await visit.ask(CAST.manager, id, { reason: 'competitor' })
    await world.settle()
    expect(asked).toHaveLength(1)
    expect(asked[0]!.card).toMatchObject({ kind: 'request', id })
    const comments = await visit.comments(id)
    expect(comments.at(-1)).toContain('Публикация снята')
    expect(comments.findIndex((text) => text.includes('Отказ: выбрал другого'))).toBeLessThan(comments.length - 1)
  } finally {
    ;(AFTER_LOSS as AfterLoss[]).splice((AFTER_LOSS as AfterLoss[]).indexOf(hook), 1)
  }
})

test('a lead of a carrier who called is closed without anybody, a real one waits for the head', async () => {
  const lead = async () => {
    const fields = { title: 'Позвонили', assignedById: CAST.manager, stageId: 'IN_PROCESS' }
    const { item } = await world.rest<{ item: { id: number } }>('crm.item.add', { entityTypeId: 1, fields })
    await world.settle()
    return item.id
  }
  const call = await lead()
  const exempt = await visit.ask(CAST.manager, call, { reason: 'carrier_call', comment: 'Предлагал машину' }, 'lead')
  expect(exempt.answer.earlier[0]).toMatchObject({ state: 'recorded', policy: 'exempt' })
  await world.settle()
  expect((await visit.item('lead', call)).stageId).toBe('JUNK')
  const real = await lead()
  const { answer } = await visit.ask(CAST.manager, real, { reason: 'cargo', comment: 'Возят только рыбу' }, 'lead')
  expect(answer.current).toMatchObject({ state: 'waiting' })
  await world.settle()
  expect((await visit.item('lead', real)).stageId).toBe('IN_PROCESS')
  await visit.decide(CAST.salesHead, answer.current!, 'approve')
  await world.settle()
  await world.settle()
  expect((await visit.item('lead', real)).stageId).toBe('JUNK')
  expect((await visit.comments(real, 'lead')).at(-1)).toContain('Согласие')
})
