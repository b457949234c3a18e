import { afterEach, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { NotAllowedError, PortalError } from '../../../server/errors.ts'
import { fakePortal } from '../../support/fake-portal.ts'
import { DelivererDesk, lost } from '../../support/deliverer-desk.ts'

let desk: DelivererDesk
beforeEach(async () => {
  desk = await DelivererDesk.open()
})
afterEach(() => desk.close())

const absent = (userId: number) => {
  if (userId === 7) throw new NotAllowedError('session_expired', 'gone')
  return 1
}

test('writes to one item arrive in the order they were accepted, also when an earlier one has to be repeated', async () => {
  const sent: unknown[] = []
  let refusals = 2
  desk.answer = (_method, params) => {
    if (params.text === 'first' && refusals-- > 0)
      throw new PortalError('x.add', 'OPERATION_TIME_LIMIT', 429, { retryable: true })
    sent.push(params.text)
    return 1
  }
  const subject = 'request 15 timeline'
  await desk.accept('first', [{ text: 'first', subject }], 7)
  await desk.accept('second', [{ text: 'second', subject }], 8)
  await desk.accept('elsewhere', [{ text: 'elsewhere' }], 8)
  await desk.deliverer().deliverDue()
  expect(sent).toEqual(['elsewhere'])
  for (let round = 0; round < 3; round += 1) {
    desk.clock.pass({ minutes: 1 })
    await desk.deliverer().deliverDue()
  }
  expect(sent).toEqual(['elsewhere', 'first', 'second'])
})

test('what waits for an earlier step of its own press keeps its place before what was pressed later', async () => {
  desk.answer = (_method, { text }) => {
    if (text === 'offer') throw lost()
    return 1
  }
  const timeline = { subject: 'request 1 timeline' }
  await desk.accept('offer-1', [{ text: 'offer' }, { text: 'its comment', dependsOn: [0], ...timeline }])
  await desk.accept('offer-2', [{ text: 'another comment', ...timeline }], 8)
  await desk.deliverer().deliverDue()
  expect(desk.portal.calls.map((call) => call.params.text)).toEqual(['offer'])
  desk.clock.pass({ seconds: 70 })
  desk.answer = () => 1
  await desk.deliverer().deliverDue()
  expect(desk.portal.calls.slice(1).map((call) => call.params.text)).toEqual([
    'offer',
    'its comment',
    'another comment',
  ])
})

test('who is signed out holds nobody back on the same item', async () => {
  const sent: unknown[] = []
  desk.answer = (_method, params) => {
    if (params.text === 'of the absent') throw new NotAllowedError('session_expired', 'gone')
    sent.push(params.text)
    return 1
  }
  const subject = 'request 15 timeline'
  await desk.accept('first', [{ text: 'of the absent', subject }], 7)
  await desk.accept('second', [{ text: 'of a colleague', subject }], 8)
  await desk.deliverer().deliverDue()
  await desk.deliverer().deliverDue()
  expect(sent).toEqual(['of a colleague'])
})

test('a long queue is delivered whole, each round asking an index for the few that may go', async () => {
  for (let chain = 0; chain < 300; chain += 1)
    await desk.accept(`c${chain}`, [{ text: `t${chain}` }, { text: 'after', dependsOn: [0] }])
  const asked: number[] = []
  desk.answer = () => asked.push(1)
  await desk.deliverer().deliverDue()
  expect(asked).toHaveLength(600)
  const plan = await sql<{ detail: string }>`EXPLAIN QUERY PLAN SELECT id FROM writeStep
    WHERE subject = ${'x'} AND state IN (${'pending'}, ${'sending'}) AND id < ${9}`.execute(desk.store)
  expect(plan.rows[0]!.detail).toContain('writeStepBySubject')
})

test('where the administrator chose so, the app writes for who is signed out, in his place and in order', async () => {
  desk.portal = fakePortal(({ userId }) => absent(userId))
  const standIn = { client: desk.portal.client(1), name: 'Пётр Иванов', language: 'ru' as const }
  const subject = 'request 15 timeline'
  await desk.accept('first', [{ text: 'of the absent', subject }], 7)
  await desk.accept('second', [{ text: 'of a colleague', subject }], 8)
  await desk
    .deliverer({
      standInFor: async (userId) => (userId === 7 ? standIn : null),
      mayStandIn: async () => true,
    })
    .deliverDue()
  expect(desk.portal.calls.map(({ userId, params }) => [userId, params.text])).toEqual([
    [7, 'of the absent'],
    [1, 'of the absent'],
    [8, 'of a colleague'],
  ])
  expect((await desk.write('first')).state).toBe('done')
})

test('where he did not, nothing is written for him, but whether an earlier write got through the app may ask', async () => {
  desk.answer = () => {
    throw lost()
  }
  await desk.accept('first', [{ text: 'lost' }], 7)
  await desk.deliverer().deliverDue()
  desk.portal = fakePortal(({ userId, method }) => (method === 'x.list' && userId === 1 ? 42 : absent(userId)))
  const standIn = { client: desk.portal.client(1), name: 'Пётр Иванов', language: 'ru' as const }
  const room = { standInFor: async () => standIn, clientFor: desk.portal.client }
  desk.clock.pass({ seconds: 70 })
  await desk.accept('another', [{ text: 'not sent yet' }], 7)
  await desk.deliverer(room).deliverDue()
  expect(await desk.write('first')).toMatchObject({ state: 'done', steps: [{ portalId: 42 }] })
  expect((await desk.write('another')).steps[0]).toMatchObject({ state: 'pending', reason: 'user_signed_out' })
  expect(desk.portal.calls.filter(({ userId }) => userId === 1).map(({ method }) => method)).toEqual(['x.list'])
})
