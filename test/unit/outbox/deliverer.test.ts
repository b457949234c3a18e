import { afterEach, beforeEach, expect, test } from 'vitest'
import { NotAllowedError, PortalError } from '../../../server/errors.ts'
import { releaseStepsOf } from '../../../server/store/write-steps.ts'
import { DelivererDesk, lost } from '../../support/deliverer-desk.ts'

let desk: DelivererDesk
beforeEach(async () => {
  desk = await DelivererDesk.open()
})
afterEach(() => desk.close())

test('a chain is delivered in order of dependency, as the person who pressed', async () => {
  await desk.accept('offer-1', [{ text: 'offer' }, { text: 'comment', dependsOn: [0] }])
  await desk.deliverer().deliverDue()
  expect(desk.portal.calls.map((call) => [call.userId, call.params.text])).toEqual([
    [7, 'offer'],
    [7, 'comment'],
  ])
  expect(await desk.write('offer-1')).toMatchObject({ state: 'done', steps: [{ portalId: 1 }, { portalId: 1 }] })
  expect(desk.told).toEqual(['write-x 1', 'write-x 1'])
})

test('after a lost desk.answer nothing is sent for a minute, then the proof is looked for and found: one write', async () => {
  desk.answer = () => {
    throw lost()
  }
  await desk.accept('offer-1', [{ text: 'offer' }])
  await desk.deliverer().deliverDue()
  expect((await desk.write('offer-1')).steps[0]).toMatchObject({ state: 'sending', reason: 'portal_unreachable' })
  desk.clock.pass({ seconds: 59 })
  await desk.deliverer().deliverDue()
  expect(desk.portal.methods()).toEqual(['x.add'])
  desk.clock.pass({ seconds: 7 })
  desk.answer = () => 42
  await desk.deliverer().deliverDue()
  expect(desk.portal.methods()).toEqual(['x.add', 'x.list'])
  expect(await desk.write('offer-1')).toMatchObject({ state: 'done', steps: [{ portalId: 42 }] })
})

test('after a lost desk.answer without a proof it is sent again, once', async () => {
  desk.answer = () => {
    throw lost()
  }
  await desk.accept('offer-1', [{ text: 'offer' }])
  await desk.deliverer().deliverDue()
  desk.clock.pass({ seconds: 66 })
  desk.answer = (method) => (method === 'x.list' ? null : 43)
  await desk.deliverer().deliverDue()
  expect(desk.portal.methods()).toEqual(['x.add', 'x.list', 'x.add'])
  expect((await desk.write('offer-1')).steps[0]!.portalId).toBe(43)
})

test('while the proof itself cannot be asked for, nothing is sent', async () => {
  desk.answer = () => {
    throw lost()
  }
  await desk.accept('offer-1', [{ text: 'offer' }])
  for (let minute = 0; minute < 30; minute++) {
    await desk.deliverer().deliverDue()
    desk.clock.pass({ minutes: 1 })
  }
  expect(desk.portal.methods().filter((method) => method === 'x.add')).toHaveLength(1)
  expect(desk.portal.methods().filter((method) => method === 'x.list').length).toBeGreaterThan(3)
})

test('a write under way when the process was killed counts as a lost answer', async () => {
  desk.answer = () => new Promise(() => undefined)
  await desk.accept('offer-1', [{ text: 'offer' }])
  void desk.deliverer().deliverDue()
  await expect.poll(async () => (await desk.write('offer-1')).steps[0]!.state).toBe('sending')
  desk.answer = () => 44
  await desk.deliverer().deliverDue()
  expect(desk.portal.methods()).toEqual(['x.add'])
  desk.clock.pass({ seconds: 66 })
  await desk.deliverer().deliverDue()
  expect(desk.portal.methods()).toEqual(['x.add', 'x.list'])
  expect((await desk.write('offer-1')).steps[0]).toMatchObject({ state: 'done', portalId: 44 })
})

test('a refusal is final and readable; what depends on it is not sent, what does not goes on', async () => {
  desk.answer = (_method, params) => {
    if (params.text === 'offer') throw new PortalError('x.add', 'ACCESS_DENIED', 403, { retryable: false })
    return 5
  }
  await desk.accept('offer-1', [{ text: 'offer' }, { text: 'comment', dependsOn: [0] }, { text: 'note' }])
  await desk.deliverer().deliverDue()
  expect((await desk.write('offer-1')).steps.map(({ state, reason }) => [state, reason])).toEqual([
    ['refused', 'no_right'],
    ['refused', 'dependency_refused'],
    ['done', null],
  ])
  expect((await desk.write('offer-1')).state).toBe('refused')
})

test('a desk.portal at its limit is asked again later, and not before', async () => {
  desk.answer = () => {
    throw new PortalError('x.add', 'QUERY_LIMIT_EXCEEDED', 503, { retryable: true })
  }
  await desk.accept('offer-1', [{ text: 'offer' }])
  await desk.deliverer().deliverDue()
  expect((await desk.write('offer-1')).steps[0]).toMatchObject({ state: 'pending', reason: 'portal_limit' })
  await desk.deliverer().deliverDue()
  expect(desk.portal.calls).toHaveLength(1)
  desk.answer = () => 6
  desk.clock.pass({ seconds: 5 })
  await desk.deliverer().deliverDue()
  expect(await desk.write('offer-1')).toMatchObject({ state: 'done' })
})

test('the write of a person who is signed out waits for him and goes as soon as he is back', async () => {
  desk.answer = () => {
    throw new NotAllowedError('session_expired', 'The token is gone')
  }
  await desk.accept('offer-1', [{ text: 'offer' }], 7)
  await desk.deliverer().deliverDue()
  expect((await desk.write('offer-1')).steps[0]).toMatchObject({ state: 'pending', reason: 'user_signed_out' })
  desk.answer = () => 8
  await releaseStepsOf(desk.store, 7)
  await desk.deliverer().deliverDue()
  expect(await desk.write('offer-1')).toMatchObject({ state: 'done' })
})

test('a call that hangs does not hold back what others pressed meanwhile', async () => {
  let finish: (id: number) => void = () => undefined
  desk.answer = (_method, params) =>
    params.text === 'slow'
      ? new Promise((resolve) => {
          finish = resolve
        })
      : 9
  const worker = desk.deliverer()
  await desk.accept('offer-slow', [{ text: 'slow' }])
  const all = worker.deliverDue()
  await expect.poll(() => desk.portal.calls.length).toBe(1)
  await desk.accept('offer-fast', [{ text: 'fast' }])
  void worker.deliverDue()
  await expect.poll(async () => (await desk.write('offer-fast')).state).toBe('done')
  finish(10)
  await all
  expect((await desk.write('offer-slow')).steps[0]).toMatchObject({ state: 'done', portalId: 10 })
})

test('a payload nobody can read fails visibly instead of stopping the others', async () => {
  await desk.accept('offer-1', [{ text: 'offer', command: 'write-x' }])
  await desk.store.updateTable('writeStep').set({ payload: '{"text":5}' }).execute()
  await desk.accept('offer-2', [{ text: 'offer' }])
  await desk.deliverer().deliverDue()
  expect((await desk.write('offer-1')).steps[0]).toMatchObject({ state: 'failed', reason: 'unexpected' })
  expect(await desk.write('offer-2')).toMatchObject({ state: 'done' })
})

test('a desk.portal that does not desk.answer is left in peace: one call asks whether it is back, more and more rarely', async () => {
  desk.answer = () => {
    throw lost()
  }
  for (let press = 0; press < 40; press += 1) await desk.accept(`press-${press}`, [{ text: `${press}` }])
  const poll = desk.deliverer()
  const calls: number[] = []
  for (let minute = 0; minute < 60; minute += 1) {
    const before = desk.portal.calls.length
    for (let look = 0; look < 30; look += 1) {
      await poll.deliverDue()
      desk.clock.pass({ seconds: 2 })
    }
    calls.push(desk.portal.calls.length - before)
  }
  expect(calls[0]).toBeLessThan(15)
  expect(Math.max(...calls.slice(10))).toBeLessThanOrEqual(1)
  desk.answer = () => 1
  desk.clock.pass({ minutes: 12 })
  for (let look = 0; look < 5; look += 1) await poll.deliverDue()
  const states = await Promise.all(
    Array.from({ length: 40 }, async (_, press) => (await desk.write(`press-${press}`)).state),
  )
  expect(new Set(states)).toEqual(new Set(['done']))
})

test('when the item is gone by the time its proof is looked for, the write is refused and holds nothing back any more', async () => {
  desk.answer = () => {
    throw lost()
  }
  const subject = 'company 12'
  await desk.accept('first', [{ text: 'first', subject }])
  await desk.deliverer().deliverDue()
  await desk.accept('second', [{ text: 'second', subject }])
  desk.clock.pass({ seconds: 70 })
  desk.answer = (method) => {
    if (method === 'x.list') throw new PortalError('x.list', 'NOT_FOUND', 400, { retryable: false })
    return 1
  }
  await desk.deliverer().deliverDue()
  expect((await desk.write('first')).steps[0]).toMatchObject({ state: 'refused', reason: 'item_gone' })
  expect((await desk.write('second')).state).toBe('done')
})
