import { expect, test } from 'vitest'
import { openPortalStore } from '../../../server/store/database.ts'
import { acceptChain, chainState, findChain, type NewChain } from '../../../server/store/outbox.ts'
import { writeSetting } from '../../../server/store/settings.ts'

const chain: NewChain = {
  key: 'key-1',
  kind: 'offer',
  userId: 7,
  input: {},
  loadKind: 'request',
  loadId: 15,
  companyId: 501,
  acceptedAt: '2026-11-23T09:00:00.000Z',
  steps: [{ command: 'add-offer', subject: 'request 1 offers', payload: {}, dependsOn: [] }],
}

test('a chain and its local effect are accepted together or not at all', async () => {
  const store = await openPortalStore(':memory:')
  const broken = acceptChain(store, chain, async () => {
    throw new Error('the effect failed')
  })
  await expect(broken).rejects.toThrow('the effect failed')
  expect(await findChain(store, 'key-1')).toBeNull()
  expect(await store.selectFrom('writeStep').selectAll().execute()).toEqual([])
})

test('the same key again changes nothing and runs no effect', async () => {
  const store = await openPortalStore(':memory:')
  expect(await acceptChain(store, chain)).toBe(true)
  let effects = 0
  const again = await acceptChain(store, { ...chain, userId: 8 }, async () => {
    effects += 1
  })
  expect([again, effects]).toEqual([false, 0])
  expect((await findChain(store, 'key-1'))!.userId).toBe(7)
  await writeSetting(store, 'any', 1)
  expect(await store.selectFrom('writeStep').selectAll().execute()).toHaveLength(1)
})

test('the state of a chain is what a person waits for', () => {
  const of = (...states: Parameters<typeof chainState>[0][number]['state'][]) =>
    chainState(states.map((state) => ({ state })))
  expect(of('pending', 'pending')).toBe('pending')
  expect(of('done', 'pending')).toBe('sending')
  expect(of('done', 'done')).toBe('done')
  expect(of('done', 'refused')).toBe('refused')
  expect(of('failed', 'refused')).toBe('refused')
  expect(of('done', 'failed')).toBe('failed')
  expect(of('refused', 'sending')).toBe('sending')
})
