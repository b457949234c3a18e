import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { createLog } from '../../../server/log.ts'
import { NotAllowedError } from '../../../server/errors.ts'
import type { Command } from '../../../server/outbox/command.ts'
import { createDeliverer, type OutboxRoom } from '../../../server/outbox/deliverer.ts'
import { openPortalStore, type PortalStore } from '../../../server/store/database.ts'
import { acceptChain, findChain, readWrite } from '../../../server/store/outbox.ts'
import { holdBackSending, releaseStepsOf } from '../../../server/store/write-steps.ts'
import { handClock } from '../../support/clock.ts'
import { defaultMap, fakePortal } from '../../support/fake-portal.ts'

const clock = handClock()
let store: PortalStore
let portal: ReturnType<typeof fakePortal>
let answer: (method: string) => unknown

beforeEach(async () => {
  store = await openPortalStore(':memory:')
  answer = () => 1
  portal = fakePortal(({ method }) => answer(method))
  await acceptChain(store, {
    key: 'offer-1',
    kind: 'offer',
    userId: 7,
    input: {},
    loadKind: 'request',
    loadId: 1,
    companyId: null,
    acceptedAt: clock.iso(),
    steps: [{ command: 'write-x', subject: 'x', payload: { text: 'offer' }, dependsOn: [] }],
  })
})
afterEach(() => store.destroy())

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

function deliverer(change: Partial<OutboxRoom> = {}) {
  return createDeliverer(
    {
      memberId: 'portal-1',
      store,
      map: defaultMap,
      clientFor: portal.client,
      onMoved: async () => undefined,
      onDone: async () => undefined,
      ...change,
    },
    [writeX as Command],
    { now: clock.now, random: () => 0.5, log: createLog('silent') },
  )
}
const step = async () => (await readWrite(store, (await findChain(store, 'offer-1'))!)).steps[0]!

/** The process was killed with the call under way. */
async function killed() {
  answer = () => new Promise(() => undefined)
  void deliverer().deliverDue()
  await expect.poll(async () => (await step()).state).toBe('sending')
  answer = () => 1
}

test('a write under way stays to be proved while the portal is being fitted anew: it is never sent blindly', async () => {
  await killed()
  clock.pass({ seconds: 66 })
  await deliverer({ map: () => null }).deliverDue()
  expect((await step()).state).toBe('sending')
  clock.pass({ minutes: 15 })
  answer = () => 42
  await deliverer().deliverDue()
  expect(portal.methods()).toEqual(['x.add', 'x.list'])
  expect(await step()).toMatchObject({ state: 'done', portalId: 42 })
})

test('a write that our own file broke under is proved and not given up', async () => {
  let moves = 0
  const onMoved = async () => {
    moves += 1
    if (moves === 1) throw new Error('database or disk is full')
  }
  await deliverer({ onMoved })
    .deliverDue()
    .catch(() => undefined)
  expect((await step()).state).toBe('sending')
  clock.pass({ seconds: 66 })
  answer = () => 5
  await deliverer().deliverDue()
  expect(portal.methods()).toEqual(['x.list'])
  expect(await step()).toMatchObject({ state: 'done', portalId: 5 })
})

test('a file that takes nothing any more ends the delivery with its error and nothing unhandled', async () => {
  const unhandled: unknown[] = []
  const note = (error: unknown) => void unhandled.push(error)
  process.on('unhandledRejection', note)
  try {
    answer = async () => {
      await store.destroy()
      return 1
    }
    await expect(deliverer().deliverDue()).rejects.toThrow(/destroyed|not open/)
    await new Promise((resolve) => setImmediate(resolve))
    expect(unhandled).toEqual([])
  } finally {
    process.off('unhandledRejection', note)
  }
})

test('after a start a write under way is looked for only when the portal can have ended it', async () => {
  await killed()
  // The limiter had held the call: it left a minute after it was marked, and then the process was killed.
  clock.pass({ seconds: 64 })
  await holdBackSending(store, new Date(clock.now() + 65_000).toISOString())
  clock.pass({ seconds: 30 })
  await deliverer().deliverDue()
  expect(portal.methods()).toEqual(['x.add'])
  clock.pass({ seconds: 36 })
  await deliverer().deliverDue()
  expect(portal.methods()).toEqual(['x.add', 'x.list'])
})

test('who was signed out over a long holiday finds his write waiting for him', async () => {
  answer = () => {
    throw new NotAllowedError('session_expired', 'The token is gone')
  }
  for (let tries = 0; tries < 230; tries++) {
    await deliverer().deliverDue()
    clock.pass({ minutes: 15 })
  }
  expect(await step()).toMatchObject({ state: 'pending', reason: 'user_signed_out' })
  answer = () => 8
  await releaseStepsOf(store, 7)
  await deliverer().deliverDue()
  expect(await step()).toMatchObject({ state: 'done', portalId: 8 })
})
