import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DecisionAnswer } from '../../contract/refusals.ts'
import { CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { readRefusalSteps } from '../../server/store/refusals.ts'
import { plantRequest } from '../support/plant-request.ts'
import { refusalVisit } from '../support/refusal-visit.ts'
import { minutesToEarlyTomorrow } from '../support/early-morning.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
}, 60_000)
afterAll(() => world?.close())

type Visit = ReturnType<typeof refusalVisit>
const open: Visit['open'] = (...given) => refusalVisit(world).open(...given)
const ask: Visit['ask'] = (...given) => refusalVisit(world).ask(...given)
const decide: Visit['decide'] = (...given) => refusalVisit(world).decide(...given)
const stageOf: Visit['stageOf'] = (id) => refusalVisit(world).stageOf(id)
const comments: Visit['comments'] = (id) => refusalVisit(world).comments(id)
const bell: Visit['bell'] = (userId) => refusalVisit(world).bell(userId)

test('a client’s own no takes two fields, closes the request at once and keeps reason and comment', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { answer } = await ask(CAST.manager, id, { reason: 'competitor', comment: 'Нашли дешевле на пять тысяч' })
  expect(answer.current).toBeNull()
  expect(answer.earlier[0]).toMatchObject({ state: 'recorded', policy: 'record', reason: 'competitor' })
  await world.settle()
  expect(await stageOf(id)).toBe('LOST')
  const { entityTypeId, fields } = world.map.processes.request
  const { item } = await world.rest<{ item: Record<string, unknown> }>('crm.item.get', {
    entityTypeId,
    id,
    useOriginalUfNames: 'Y',
  })
  expect(item[fields.LOST_COMMENT!.name]).toBe('Нашли дешевле на пять тысяч')
  expect(Number(item[fields.LOST_REASON!.name])).toBe(fields.LOST_REASON!.elements!.competitor)
  expect((await comments(id)).join()).toContain('Отказ: выбрал другого. Нашли дешевле на пять тысяч')
  // And it stays lost: nobody moves it back.
  await world.settle()
  expect(await stageOf(id)).toBe('LOST')
})

test('when we refuse, the head is told once, decides, and everything follows in one chain', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { answer } = await ask(CAST.manager, id)
  const refusal = answer.current!
  expect(refusal).toMatchObject({ state: 'waiting', policy: 'approve', asker: { id: CAST.manager } })
  expect(refusal.waitsFor.flatMap(({ people }) => people.map((one) => one.id))).toContain(CAST.salesHead)
  await world.settle()
  expect(await stageOf(id)).not.toBe('LOST')
  expect(bell(CAST.salesHead).filter((text) => text.includes('Должен за три рейса'))).toHaveLength(1)

  const result = await decide(CAST.salesHead, refusal, 'approve')
  expect(result).toMatchObject({ denied: null, refusal: { state: 'approved' } })
  await world.settle()
  expect(await stageOf(id)).toBe('LOST')
  const [, last] = await comments(id)
  expect(last).toContain('Просит: ')
  expect(last).toContain('Согласие: ')
  expect(bell(CAST.manager).filter((text) => text.includes('Отказ согласован'))).toHaveLength(1)
  await world.settle()
  expect(await stageOf(id), 'an approved loss is left alone').toBe('LOST')
})

test('a return brings a task with the instruction, and the request goes on', async () => {
  const id = await plantRequest(world, CAST.manager)
  const before = await stageOf(id)
  const { answer } = await ask(CAST.manager, id)
  const result = await decide(CAST.salesHead, answer.current!, 'return', {
    text: 'Возьмите предоплату и везите',
    toUserId: CAST.secondManager,
    untilOn: '2026-12-01',
  })
  expect(result.refusal.state).toBe('returned')
  await world.settle()
  expect(await stageOf(id)).toBe(before)
  const { tasks } = await world.rest<{ tasks: { title: string; description: string; responsibleId: string }[] }>(
    'tasks.task.list',
    { filter: { RESPONSIBLE_ID: CAST.secondManager }, select: ['ID', 'TITLE', 'DESCRIPTION', 'RESPONSIBLE_ID'] },
  )
  expect(tasks.filter(({ description }) => description?.includes('Возьмите предоплату и везите'))).toHaveLength(1)
  expect(bell(CAST.secondManager).join()).toContain('Возьмите предоплату и везите')
})

test('a card handed over instead of refused has another responsible person', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { answer } = await ask(CAST.manager, id)
  await decide(CAST.salesHead, answer.current!, 'hand_over', { toUserId: CAST.secondManager })
  await world.settle()
  const { entityTypeId } = world.map.processes.request
  const { item } = await world.rest<{ item: { assignedById: number } }>('crm.item.get', { entityTypeId, id })
  expect(Number(item.assignedById)).toBe(CAST.secondManager)
})

test('a question goes to the asker and his answer back, and what everybody saw is kept', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { answer } = await ask(CAST.manager, id)
  const asked = await decide(CAST.salesHead, answer.current!, 'ask_more', { text: 'А предоплату предлагали?' })
  expect(asked.refusal.state).toBe('questioned')
  await world.settle()
  expect(bell(CAST.manager).join()).toContain('А предоплату предлагали?')
  const answered = await decide(CAST.manager, asked.refusal, 'answer', { text: 'Да, не хочет' })
  expect(answered.refusal.state).toBe('waiting')
  const done = await decide(CAST.salesHead, answered.refusal, 'approve')
  expect(done.refusal.steps.map(({ action }) => action)).toEqual(['ask', 'ask_more', 'answer', 'approve'])
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  const steps = (await readRefusalSteps(store, [done.key])).get(done.key)!
  expect(steps.every(({ sawId }) => sawId !== null)).toBe(true)
})

test('two heads at once: one wins, and the other is told what stands now', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { answer } = await ask(CAST.manager, id, { reason: 'no_truck' })
  const refusal = answer.current!
  expect(refusal.waitsFor.map(({ seat }) => seat)).toEqual(['sales_head', 'logistics_head'])
  const [one, two] = await Promise.all([
    decide(CAST.salesHead, refusal, 'approve'),
    decide(CAST.logisticsHead, refusal, 'return', {
      text: 'Есть машина',
      toUserId: CAST.logist,
      untilOn: '2026-12-01',
    }),
  ])
  expect([one.denied, two.denied].filter((denied) => denied === null)).toHaveLength(1)
  expect([one.denied, two.denied].filter((denied) => denied === 'decided_already')).toHaveLength(1)
  expect(one.refusal.state).toBe(two.refusal.state)
})

test('nobody decides his own, and an outsider decides nothing, by a direct call either', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { session, answer } = await ask(CAST.manager, id)
  const refusal = answer.current!
  const input = (action: string) => ({
    key: randomUUID(),
    refusals: [{ key: refusal.key, version: refusal.version }],
    action,
  })
  const own = (await (
    await world.api(session, 'POST', '/api/refusals/decisions', input('approve'))
  ).json()) as DecisionAnswer
  expect(own.results[0]).toMatchObject({ denied: 'own_refusal', refusal: { state: 'waiting' } })
  expect((await decide(CAST.logist, refusal, 'approve')).denied).toBe('not_an_approver')
  // A session of another card does not reach it at all.
  const elsewhere = (await open(CAST.salesHead, DEMO_REQUEST_ID)).session
  expect((await world.api(elsewhere, 'POST', '/api/refusals/decisions', input('approve'))).status).toBe(403)
  expect((await world.api(null, 'POST', '/api/refusals/decisions', input('approve'))).status).toBe(401)
  expect((await decide(CAST.salesHead, refusal, 'withdraw')).denied).toBe('not_the_asker')
  expect((await decide(CAST.manager, refusal, 'withdraw')).refusal.state).toBe('withdrawn')
})

test('an outsider reaches no refusal but what his own card shows, by whatever route he calls', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { answer } = await ask(CAST.manager, id)
  const { key, version } = answer.current!
  const logist = (await open(CAST.logist, DEMO_REQUEST_ID)).session
  const span = 'fromOn=2026-01-01&toOn=2026-12-31'
  const absence = { deputyId: CAST.logist, fromOn: '2026-11-01', untilOn: '2026-12-31' }
  const decision = { key: randomUUID(), refusals: [{ key, version }], text: 'так', toUserId: CAST.logist }
  const input = {
    key: randomUUID(),
    card: { kind: 'request', id },
    reason: 'competitor',
    comment: 'Мимо',
    nextContactOn: null,
  }
  const calls: [string, string, unknown?][] = [
    ['GET', '/api/refusals/queue'],
    ['GET', `/api/refusals/report?${span}`],
    ['GET', `/api/refusals/report/file?${span}&view=reason&format=csv`],
    ['GET', '/api/refusals/stage-rights'],
    ['PUT', '/api/refusals/stage-rights', { set: true }],
    ['PUT', '/api/refusals/absence', { absence }],
    ['PUT', '/api/refusals/deputy', { deputyId: CAST.manager }],
    ['GET', `/api/refusals/request/${id}`],
    ['POST', '/api/refusals', input],
    ...['approve', 'return', 'hand_over', 'ask_more', 'answer', 'withdraw', 'instruct'].map(
      (action): [string, string, unknown] => [
        'POST',
        '/api/refusals/decisions',
        { ...decision, action, untilOn: '2026-12-01' },
      ],
    ),
  ]
  for (const [method, path, body] of calls) {
    expect((await world.api(logist, method, path, body)).status, `${method} ${path}`).toBe(403)
    expect((await world.api(null, method, path, body)).status, `${method} ${path} without a session`).toBe(401)
  }
  expect((await open(CAST.manager, id)).answer.current).toMatchObject({ state: 'waiting', version })
})

test('a logist sees no client’s price in the evidence, and only heads see what the client’s trips leave', async () => {
  const id = await plantRequest(world, CAST.manager)
  await ask(CAST.manager, id)
  const seen = async (userId: number) => (await open(userId, id)).answer.current!
  const logist = await seen(CAST.logist)
  expect(logist).not.toHaveProperty('sum')
  expect(logist.evidence).not.toHaveProperty('clientRate')
  expect(logist.evidence.offers).not.toHaveProperty('bestShare')
  expect(logist.evidence.client).not.toHaveProperty('marginShare')
  const manager = await seen(CAST.manager)
  expect(manager).toHaveProperty('sum')
  expect(manager.evidence).toHaveProperty('clientRate')
  expect(manager.evidence.client).not.toHaveProperty('marginShare')
  expect((await seen(CAST.salesHead)).evidence.client).toHaveProperty('marginShare')
})

test('the portal tells how long the card stood in its stages', async () => {
  const id = await plantRequest(world, CAST.manager)
  await ask(CAST.manager, id)
  await world.settle()
  const { current } = (await open(CAST.salesHead, id)).answer
  expect(current!.evidence.stages!.length).toBeGreaterThan(0)
})

test('nobody decides in time: the director is asked, and at last it ends', async () => {
  const id = await plantRequest(world, CAST.manager)
  const { answer } = await ask(CAST.manager, id)
  world.pass({ minutes: minutesToEarlyTomorrow() + 3 * 24 * 60 })
  await world.settle()
  const lifted = (await open(CAST.director, id)).answer.current!
  expect(lifted).toMatchObject({ escalated: true, state: 'waiting' })
  expect(lifted.may).toContain('approve')
  await world.settle()
  expect(bell(CAST.director).join()).toContain('решаете вы')
  world.pass({ minutes: 7 * 24 * 60 })
  await world.settle()
  const { earlier, current } = (await open(CAST.manager, id)).answer
  expect(current).toBeNull()
  expect(earlier[0]).toMatchObject({ key: answer.current!.key, state: 'expired' })
  expect(earlier[0]!.steps.map(({ action }) => action)).toEqual(['ask', 'escalate', 'expire'])
})
