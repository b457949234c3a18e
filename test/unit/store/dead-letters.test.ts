import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPortalStore, type PortalStore } from '../../../server/store/database.ts'
import { countDeadLetters, dropLetter, listDeadLetters, sendAgain } from '../../../server/store/dead-letters.ts'
import { acceptChain } from '../../../server/store/outbox.ts'
import { listSendableSteps, markDone, markEnded, markSending } from '../../../server/store/write-steps.ts'

const AT = '2026-11-23T09:00:00.000Z'
let store: PortalStore
beforeEach(async () => {
  store = await openPortalStore(':memory:')
  for (const key of ['refused', 'good']) {
    const step = (command: string, dependsOn: number[]) => ({ command, dependsOn, payload: {}, subject: key })
    await acceptChain(store, {
      key,
      kind: 'offer',
      userId: 7,
      input: {},
      loadKind: 'request',
      loadId: 1,
      companyId: 12,
      acceptedAt: AT,
      steps: [step('add-offer', []), step('comment-load', [0])],
    })
  }
  await markSending(store, 1, AT, AT)
  await markEnded(store, 1, AT, 'refused', 'no_right')
  await markEnded(store, 2, AT, 'refused', 'dependency_refused')
  for (const id of [3, 4]) await markDone(store, id, AT, 1)
})
afterEach(() => store.destroy())

test('what was refused stays in sight with the reason of each of its steps; what went well does not show', async () => {
  const letters = await listDeadLetters(store, 10)
  expect(letters).toMatchObject([
    {
      key: 'refused',
      companyId: 12,
      steps: [{ reason: 'no_right' }, { command: 'comment-load', reason: 'dependency_refused' }],
    },
  ])
  expect(await countDeadLetters(store)).toBe(1)
})

test('sent again, what had left for the portal is proved first, and what had not waits for it as before', async () => {
  expect(await sendAgain(store, 'refused')).toBe(true)
  const sendable = await listSendableSteps(store, AT, [], 10)
  expect(sendable.map(({ id, state, attempts }) => [id, state, attempts])).toEqual([[1, 'sending', 0]])
  expect(await countDeadLetters(store)).toBe(0)
  expect(await sendAgain(store, 'good')).toBe(false)
})

test('what somebody let go is gone from the list and cannot be sent again', async () => {
  expect(await dropLetter(store, 'refused', 1, AT)).toBe(true)
  expect(await listDeadLetters(store, 10)).toEqual([])
  expect(await sendAgain(store, 'refused')).toBe(false)
  expect(await dropLetter(store, 'good', 1, AT)).toBe(false)
})

test('what somebody let go is kept without the papers of people in it', async () => {
  const payload = JSON.stringify({ companyName: 'Химтранс', driverLicence: 'sealed:abc', driverPhone: 'sealed:def' })
  await store.updateTable('writeStep').set({ payload }).where('id', '=', 1).execute()
  await dropLetter(store, 'refused', 1, AT)
  const row = await store.selectFrom('writeStep').select('payload').where('id', '=', 1).executeTakeFirstOrThrow()
  expect(JSON.parse(row.payload)).toEqual({ companyName: 'Химтранс', driverLicence: null, driverPhone: null })
})
