import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { NotAllowedError, PortalError } from '../../../server/errors.ts'
import { createLog } from '../../../server/log.ts'
import type { Command } from '../../../server/outbox/command.ts'
import { createDeliverer, type OutboxRoom } from '../../../server/outbox/deliverer.ts'
import { openPortalStore, type PortalStore } from '../../../server/store/database.ts'
import { acceptChain, findChain, readWrite, type NewStep } from '../../../server/store/outbox.ts'
import { releaseStepsOf } from '../../../server/store/write-steps.ts'
import { handClock } from '../../support/clock.ts'
import { defaultMap, fakePortal } from '../../support/fake-portal.ts'

const clock = handClock()
let store: PortalStore
let portal: ReturnType<typeof fakePortal>
let answer: (method: string, params: Record<string, unknown>) => unknown
let told: string[]
const lost = () => new PortalError('x.add', '', 0, { retryable: true })

beforeEach(async () => {
  store = await openPortalStore(':memory:')
  answer = () => 1
  portal = fakePortal(({ method, params }) => answer(method, params))
  told = []
})
afterEach(() => store.destroy())

/** Sends `x.add` with its payload; its proof is what `x.list` finds. */
const writeX: Command<{ text: string }> = {
  name: 'write-x',
  payload: z.object({ text: z.string() }),
  async send({ client, payload }) {
    return Number((await client.call('x.add', payload)).result)
  },
  async findProof({ client, payload }) {
    const found = (await client.call<number | null>('x.list', payload)).result
    return found === null ? null : { portalId: found }
  },
}

function deliverer(more: Partial<OutboxRoom> = {}) {
  return createDeliverer(
    {
      memberId: 'portal-1',
      store,
      map: defaultMap,
      clientFor: portal.client,
      onMoved: async () => undefined,
      onDone: async ({ command, portalId }) => {
        told.push(`${command} ${portalId}`)
      },
      ...more,
    },
    [writeX as Command],
    { now: clock.now, random: () => 0.5, log: createLog('silent') },
  )
}

async function accept(key: string, steps: (Partial<NewStep> & { text: string })[], userId = 7) {
  await acceptChain(store, {
    key,
    kind: 'offer',
    userId,
    input: {},
    loadKind: 'request',
    loadId: 1,
    companyId: null,
    acceptedAt: clock.iso(),
    steps: steps.map((step) => ({
      command: step.command ?? 'write-x',
      subject: step.subject ?? `${key} ${step.text}`,
      payload: { text: step.text },
      dependsOn: step.dependsOn ?? [],
    })),
  })
}

async function write(key: string) {
  return readWrite(store, (await findChain(store, key))!)
}

test('a chain is delivered in order of dependency, as the person who pressed', async () => {
  await accept('offer-1', [{ text: 'offer' }, { text: 'comment', dependsOn: [0] }])
  await deliverer().deliverDue()
  expect(portal.calls.map((call) => [call.userId, call.params.text])).toEqual([
    [7, 'offer'],
    [7, 'comment'],
  ])
  expect(await write('offer-1')).toMatchObject({ state: 'done', steps: [{ portalId: 1 }, { portalId: 1 }] })
  expect(told).toEqual(['write-x 1', 'write-x 1'])
})

test('after a lost answer nothing is sent for a minute, then the proof is looked for and found: one write', async () => {
  answer = () => {
    throw lost()
  }
  await accept('offer-1', [{ text: 'offer' }])
  await deliverer().deliverDue()
  expect((await write('offer-1')).steps[0]).toMatchObject({ state: 'sending', reason: 'portal_unreachable' })
  clock.pass({ seconds: 59 })
  await deliverer().deliverDue()
  expect(portal.methods()).toEqual(['x.add'])
  clock.pass({ seconds: 7 })
  answer = () => 42
  await deliverer().deliverDue()
  expect(portal.methods()).toEqual(['x.add', 'x.list'])
  expect(await write('offer-1')).toMatchObject({ state: 'done', steps: [{ portalId: 42 }] })
})

test('after a lost answer without a proof it is sent again, once', async () => {
  answer = () => {
    throw lost()
  }
  await accept('offer-1', [{ text: 'offer' }])
  await deliverer().deliverDue()
  clock.pass({ seconds: 66 })
  answer = (method) => (method === 'x.list' ? null : 43)
  await deliverer().deliverDue()
  expect(portal.methods()).toEqual(['x.add', 'x.list', 'x.add'])
  expect((await write('offer-1')).steps[0]!.portalId).toBe(43)
})

test('while the proof itself cannot be asked for, nothing is sent', async () => {
  answer = () => {
    throw lost()
  }
  await accept('offer-1', [{ text: 'offer' }])
  for (let minute = 0; minute < 30; minute++) {
    await deliverer().deliverDue()
    clock.pass({ minutes: 1 })
  }
  expect(portal.methods().filter((method) => method === 'x.add')).toHaveLength(1)
  expect(portal.methods().filter((method) => method === 'x.list').length).toBeGreaterThan(3)
})

test('a write under way when the process was killed counts as a lost answer', async () => {
  answer = () => new Promise(() => undefined)
  await accept('offer-1', [{ text: 'offer' }])
  void deliverer().deliverDue()
  await expect.poll(async () => (await write('offer-1')).steps[0]!.state).toBe('sending')
  answer = () => 44
  await deliverer().deliverDue()
  expect(portal.methods()).toEqual(['x.add'])
  clock.pass({ seconds: 66 })
  await deliverer().deliverDue()
  expect(portal.methods()).toEqual(['x.add', 'x.list'])
  expect((await write('offer-1')).steps[0]).toMatchObject({ state: 'done', portalId: 44 })
})

test('a refusal is final and readable; what depends on it is not sent, what does not goes on', async () => {
  answer = (_method, params) => {
    if (params.text === 'offer') throw new PortalError('x.add', 'ACCESS_DENIED', 403, { retryable: false })
    return 5
  }
  await accept('offer-1', [{ text: 'offer' }, { text: 'comment', dependsOn: [0] }, { text: 'note' }])
  await deliverer().deliverDue()
  expect((await write('offer-1')).steps.map(({ state, reason }) => [state, reason])).toEqual([
    ['refused', 'no_right'],
    ['refused', 'dependency_refused'],
    ['done', null],
  ])
  expect((await write('offer-1')).state).toBe('refused')
})

test('a portal at its limit is asked again later, and not before', async () => {
  answer = () => {
    throw new PortalError('x.add', 'QUERY_LIMIT_EXCEEDED', 503, { retryable: true })
  }
  await accept('offer-1', [{ text: 'offer' }])
  await deliverer().deliverDue()
  expect((await write('offer-1')).steps[0]).toMatchObject({ state: 'pending', reason: 'portal_limit' })
  await deliverer().deliverDue()
  expect(portal.calls).toHaveLength(1)
  answer = () => 6
  clock.pass({ seconds: 5 })
  await deliverer().deliverDue()
  expect(await write('offer-1')).toMatchObject({ state: 'done' })
})

test('the write of a person who is signed out waits for him and goes as soon as he is back', async () => {
  answer = () => {
    throw new NotAllowedError('session_expired', 'The token is gone')
  }
  await accept('offer-1', [{ text: 'offer' }], 7)
  await deliverer().deliverDue()
  expect((await write('offer-1')).steps[0]).toMatchObject({ state: 'pending', reason: 'user_signed_out' })
  answer = () => 8
  await releaseStepsOf(store, 7)
  await deliverer().deliverDue()
  expect(await write('offer-1')).toMatchObject({ state: 'done' })
})

test('a call that hangs does not hold back what others pressed meanwhile', async () => {
  let finish: (id: number) => void = () => undefined
  answer = (_method, params) =>
    params.text === 'slow'
      ? new Promise((resolve) => {
          finish = resolve
        })
      : 9
  const worker = deliverer()
  await accept('offer-slow', [{ text: 'slow' }])
  const all = worker.deliverDue()
  await expect.poll(() => portal.calls.length).toBe(1)
  await accept('offer-fast', [{ text: 'fast' }])
  void worker.deliverDue()
  await expect.poll(async () => (await write('offer-fast')).state).toBe('done')
  finish(10)
  await all
  expect((await write('offer-slow')).steps[0]).toMatchObject({ state: 'done', portalId: 10 })
})

test('a payload nobody can read fails visibly instead of stopping the others', async () => {
  await accept('offer-1', [{ text: 'offer', command: 'write-x' }])
  await store.updateTable('writeStep').set({ payload: '{"text":5}' }).execute()
  await accept('offer-2', [{ text: 'offer' }])
  await deliverer().deliverDue()
  expect((await write('offer-1')).steps[0]).toMatchObject({ state: 'failed', reason: 'unexpected' })
  expect(await write('offer-2')).toMatchObject({ state: 'done' })
})

test('writes to one item arrive in the order they were accepted, also when an earlier one has to be repeated', async () => {
  const sent: unknown[] = []
  let refusals = 2
  answer = (_method, params) => {
    if (params.text === 'first' && refusals-- > 0)
      throw new PortalError('x.add', 'OPERATION_TIME_LIMIT', 429, { retryable: true })
    sent.push(params.text)
    return 1
  }
  const subject = 'request 15 timeline'
  await accept('first', [{ text: 'first', subject }], 7)
  await accept('second', [{ text: 'second', subject }], 8)
  await accept('elsewhere', [{ text: 'elsewhere' }], 8)
  await deliverer().deliverDue()
  expect(sent).toEqual(['elsewhere'])
  for (let round = 0; round < 3; round += 1) {
    clock.pass({ minutes: 1 })
    await deliverer().deliverDue()
  }
  expect(sent).toEqual(['elsewhere', 'first', 'second'])
})

test('what waits for an earlier step of its own press keeps its place before what was pressed later', async () => {
  answer = (_method, { text }) => {
    if (text === 'offer') throw lost()
    return 1
  }
  const timeline = { subject: 'request 1 timeline' }
  await accept('offer-1', [{ text: 'offer' }, { text: 'its comment', dependsOn: [0], ...timeline }])
  await accept('offer-2', [{ text: 'another comment', ...timeline }], 8)
  await deliverer().deliverDue()
  expect(portal.calls.map((call) => call.params.text)).toEqual(['offer'])
  clock.pass({ seconds: 70 })
  answer = () => 1
  await deliverer().deliverDue()
  expect(portal.calls.slice(1).map((call) => call.params.text)).toEqual(['offer', 'its comment', 'another comment'])
})

test('who is signed out holds nobody back on the same item', async () => {
  const sent: unknown[] = []
  answer = (_method, params) => {
    if (params.text === 'of the absent') throw new NotAllowedError('session_expired', 'gone')
    sent.push(params.text)
    return 1
  }
  const subject = 'request 15 timeline'
  await accept('first', [{ text: 'of the absent', subject }], 7)
  await accept('second', [{ text: 'of a colleague', subject }], 8)
  await deliverer().deliverDue()
  await deliverer().deliverDue()
  expect(sent).toEqual(['of a colleague'])
})

test('a long queue is delivered whole, each round asking an index for the few that may go', async () => {
  for (let chain = 0; chain < 300; chain += 1)
    await accept(`c${chain}`, [{ text: `t${chain}` }, { text: 'after', dependsOn: [0] }])
  const asked: number[] = []
  answer = () => asked.push(1)
  await deliverer().deliverDue()
  expect(asked).toHaveLength(600)
  const plan = await sql<{ detail: string }>`EXPLAIN QUERY PLAN SELECT id FROM writeStep
    WHERE subject = ${'x'} AND state IN (${'pending'}, ${'sending'}) AND id < ${9}`.execute(store)
  expect(plan.rows[0]!.detail).toContain('writeStepBySubject')
})

const absent = (userId: number) => {
  if (userId === 7) throw new NotAllowedError('session_expired', 'gone')
  return 1
}

test('where the administrator chose so, the app writes for who is signed out, in his place and in order', async () => {
  portal = fakePortal(({ userId }) => absent(userId))
  const standIn = { client: portal.client(1), name: 'Пётр Иванов', language: 'ru' as const }
  const subject = 'request 15 timeline'
  await accept('first', [{ text: 'of the absent', subject }], 7)
  await accept('second', [{ text: 'of a colleague', subject }], 8)
  await deliverer({
    standInFor: async (userId) => (userId === 7 ? standIn : null),
    mayStandIn: async () => true,
  }).deliverDue()
  expect(portal.calls.map(({ userId, params }) => [userId, params.text])).toEqual([
    [7, 'of the absent'],
    [1, 'of the absent'],
    [8, 'of a colleague'],
  ])
  expect((await write('first')).state).toBe('done')
})

test('where he did not, nothing is written for him, but whether an earlier write got through the app may ask', async () => {
  answer = () => {
    throw lost()
  }
  await accept('first', [{ text: 'lost' }], 7)
  await deliverer().deliverDue()
  portal = fakePortal(({ userId, method }) => (method === 'x.list' && userId === 1 ? 42 : absent(userId)))
  const standIn = { client: portal.client(1), name: 'Пётр Иванов', language: 'ru' as const }
  const room = { standInFor: async () => standIn, clientFor: portal.client }
  clock.pass({ seconds: 70 })
  await accept('another', [{ text: 'not sent yet' }], 7)
  await deliverer(room).deliverDue()
  expect(await write('first')).toMatchObject({ state: 'done', steps: [{ portalId: 42 }] })
  expect((await write('another')).steps[0]).toMatchObject({ state: 'pending', reason: 'user_signed_out' })
  expect(portal.calls.filter(({ userId }) => userId === 1).map(({ method }) => method)).toEqual(['x.list'])
})

test('a portal that does not answer is left in peace: one call asks whether it is back, more and more rarely', async () => {
  answer = () => {
    throw lost()
  }
  for (let press = 0; press < 40; press += 1) await accept(`press-${press}`, [{ text: `${press}` }])
  const poll = deliverer()
  const calls: number[] = []
  for (let minute = 0; minute < 60; minute += 1) {
    const before = portal.calls.length
    for (let look = 0; look < 30; look += 1) {
      await poll.deliverDue()
      clock.pass({ seconds: 2 })
    }
    calls.push(portal.calls.length - before)
  }
  expect(calls[0]).toBeLessThan(15)
  expect(Math.max(...calls.slice(10))).toBeLessThanOrEqual(1)
  answer = () => 1
  clock.pass({ minutes: 12 })
  for (let look = 0; look < 5; look += 1) await poll.deliverDue()
  const states = await Promise.all(
    Array.from({ length: 40 }, async (_, press) => (await write(`press-${press}`)).state),
  )
  expect(new Set(states)).toEqual(new Set(['done']))
})

test('when the item is gone by the time its proof is looked for, the write is refused and holds nothing back any more', async () => {
  answer = () => {
    throw lost()
  }
  const subject = 'company 12'
  await accept('first', [{ text: 'first', subject }])
  await deliverer().deliverDue()
  await accept('second', [{ text: 'second', subject }])
  clock.pass({ seconds: 70 })
  answer = (method) => {
    if (method === 'x.list') throw new PortalError('x.list', 'NOT_FOUND', 400, { retryable: false })
    return 1
  }
  await deliverer().deliverDue()
  expect((await write('first')).steps[0]).toMatchObject({ state: 'refused', reason: 'item_gone' })
  expect((await write('second')).state).toBe('done')
})
