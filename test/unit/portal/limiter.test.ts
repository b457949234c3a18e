import { expect, test } from 'vitest'
import { createLimiter } from '../../../server/portal/limiter.ts'
import type { Lane } from '../../../server/portal/portal-client.ts'

/** A clock that jumps to whatever sleeps next. */
function jumpingTime() {
  let now = 0
  let sleepers: { at: number; wake: () => void }[] = []
  return {
    now: () => now,
    sleep: (ms: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ at: now + ms, wake })
      }),
    async pass(ms: number) {
      const until = now + ms
      for (;;) {
        await settle()
        const next = sleepers.toSorted((a, b) => a.at - b.at)[0]
        if (!next || next.at > until) break
        sleepers = sleepers.filter((one) => one !== next)
        now = Math.max(now, next.at)
        next.wake()
      }
      now = until
      await settle()
    },
  }
}

async function settle() {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

function world(perSecond = 1, burst = 2) {
  const time = jumpingTime()
  const limiter = createLimiter({ perSecond, burst, operatingLimitSeconds: 480 }, time)
  const passed: string[] = []
  const ask = (name: string, lane: Lane, method = 'crm.item.list') =>
    void limiter.pass(lane, [method]).then(() => passed.push(name))
  return { time, limiter, passed, ask }
}

test('people go before deliveries and deliveries before the import, whoever came first', async () => {
  const { time, passed, ask } = world()
  ask('first', 'import')
  ask('import', 'import')
  ask('delivery', 'outbox')
  ask('person', 'widget')
  await time.pass(0)
  expect(passed).toEqual(['first'])
  await time.pass(10_000)
  expect(passed).toEqual(['first', 'person', 'delivery', 'import'])
})

test('a person who comes while the import sleeps does not wait for its alarm', async () => {
  const { time, passed, ask } = world(1, 10)
  for (let call = 0; call < 5; call += 1) ask(`import ${call}`, 'import')
  ask('waiting import', 'import')
  await time.pass(0)
  expect(passed).not.toContain('waiting import')
  ask('person', 'widget')
  await time.pass(0)
  expect(passed).toContain('person')
})

test('a call whose method rests lets others pass', async () => {
  const { time, limiter, passed, ask } = world(10, 100)
  limiter.learn('crm.item.list', { operating: 480, operating_reset_at: 60 })
  limiter.refusedForOperating(['crm.item.list'])
  ask('list', 'widget', 'crm.item.list')
  ask('profile', 'widget', 'profile')
  await time.pass(1000)
  expect(passed).toEqual(['profile'])
  await time.pass(60_000)
  expect(passed).toEqual(['profile', 'list'])
})

test('nobody is forgotten: a long queue drains at the portal’s pace', async () => {
  const { time, passed, ask } = world(2, 50)
  for (let call = 0; call < 200; call += 1) ask(String(call), 'import')
  await time.pass(60_000)
  expect(passed.length).toBeGreaterThan(140)
  expect(passed.length).toBeLessThan(160)
  await time.pass(60_000)
  expect(passed.length).toBe(200)
  expect(passed).toEqual(Array.from({ length: 200 }, (_, call) => String(call)))
})

test('a portal that tells nothing of execution time is not held to any', async () => {
  const { time, limiter, passed, ask } = world()
  limiter.learn('crm.item.list', undefined)
  limiter.learn('crm.item.list', { operating: 'much' })
  ask('list', 'import')
  await time.pass(0)
  expect(passed).toEqual(['list'])
})

test('a call nobody waits for any more takes nobody’s turn', async () => {
  const { time, limiter, passed, ask } = world(2, 3)
  const leaving = new AbortController()
  const reason = new Error('The person has gone')
  for (let call = 0; call < 2; call += 1) ask(`at once ${call}`, 'widget')
  const givenUp = Array.from({ length: 8 }, () => limiter.pass('widget', ['profile'], leaving.signal))
  const ends = Promise.allSettled(givenUp)
  ask('whoever comes after them', 'widget')
  await time.pass(0)
  leaving.abort(reason)
  expect(await ends).toEqual(givenUp.map(() => ({ status: 'rejected', reason })))
  await time.pass(500)
  expect(passed).toContain('whoever comes after them')
  await expect(limiter.pass('widget', ['profile'], leaving.signal)).rejects.toBe(reason)
})
