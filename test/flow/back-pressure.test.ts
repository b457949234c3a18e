import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'
import { acceptChain } from '../../server/store/outbox.ts'
import { readQueueDepth } from '../../server/store/write-steps.ts'
import { startWorld, type World } from '../support/world.ts'

/** An hour, looked into every two seconds as the worker does, one write accepted at each look. */
const LOOKS = 1800
const SECONDS_A_LOOK = 2
/** The server asks for changes every fifteen seconds. */
const LOOKS_A_DRAIN = 7
/** Characters of a write: all together some 58 MB, were they kept. */
const SIZE = 32_768
/** What an hour may leave behind in memory, whatever was accepted in it. */
const MOST_BYTES = 12_000_000

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.close())

function heldBytes(): number {
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const textOf = (look: number) => `${look} `.padEnd(SIZE, String(look % 10))

async function press(look: number): Promise<void> {
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  const payload = { card: { kind: 'request', id: DEMO_REQUEST_ID }, text: textOf(look) }
  await acceptChain(store, {
    key: `while-gone-${look}`,
    kind: 'note',
    userId: 1,
    input: {},
    loadKind: null,
    loadId: null,
    companyId: null,
    acceptedAt: new Date(world.context.api.now()).toISOString(),
    steps: [{ command: 'comment-card', subject: `note ${look}`, payload, dependsOn: [] }],
  })
}

async function hour(looks: number, from: number): Promise<void> {
  const { memberId } = world.sandbox
  for (let look = from; look < from + looks; look += 1) {
    await press(look)
    await world.context.deliver(memberId)
    if (look % LOOKS_A_DRAIN === 0) await world.context.drain(memberId).catch(() => undefined)
    world.pass({ seconds: SECONDS_A_LOOK })
  }
}

test('a portal that is gone for an hour, with writes coming in all the time, does not grow memory', async () => {
  world.sandbox.portal.faults.set({ down: true })
  // What is made once, on the first silence, is no growth.
  await hour(100, 0)
  const before = heldBytes()
  await hour(LOOKS, 100)
  const grown = heldBytes() - before
  const { store } = (await world.context.api.openRoom(world.sandbox.memberId))!
  expect((await readQueueDepth(store)).length).toBe(LOOKS + 100)
  expect(grown).toBeLessThan(MOST_BYTES)
}, 120_000)

test('were the writes of an hour kept in memory, this would show', () => {
  const before = heldBytes()
  const kept = Array.from({ length: LOOKS }, (_, look) => JSON.stringify(textOf(look)))
  expect(heldBytes() - before).toBeGreaterThan(3 * MOST_BYTES)
  expect(kept).toHaveLength(LOOKS)
})
