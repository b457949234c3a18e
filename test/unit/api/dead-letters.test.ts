import { afterEach, beforeEach, expect, test } from 'vitest'
import { deadLettersAnswer, type DeadLettersAnswer } from '../../../contract/dead-letters.ts'
import { listSendableSteps, markEnded, markSending } from '../../../server/store/write-steps.ts'
import { acceptChain } from '../../../server/store/outbox.ts'
import { apiWorld } from '../../support/api-world.ts'

type World = Awaited<ReturnType<typeof apiWorld>>
const KEY = 'refused-press-of-a-logist'
let world: World
let admin: string
beforeEach(async () => {
  world = await apiWorld()
  admin = await world.bearer('token-admin', null)
  const at = world.clock.iso()
  await acceptChain(world.room.store, {
    key: KEY,
    kind: 'offer',
    userId: 7,
    input: {},
    loadKind: 'request',
    loadId: 15,
    companyId: null,
    acceptedAt: at,
    steps: [{ command: 'add-offer', subject: 'x', payload: { driverPhone: '+79161234567' }, dependsOn: [] }],
  })
  await markSending(world.room.store, 1, at, at)
  await markEnded(world.room.store, 1, at, 'refused', 'no_right')
})
afterEach(() => world.room.store.destroy())

const read = async (method = 'GET', body?: unknown) =>
  deadLettersAnswer.parse(await (await world.api(method, '/api/dead-letters', admin, body)).json()) as DeadLettersAnswer

test('an administrator sees who pressed, in which card, and why the portal refused; no phone is told', async () => {
  const answer = await read()
  expect(answer).toMatchObject({
    count: 1,
    letters: [
      {
        key: KEY,
        byName: 'Пётр Иванов',
        cardPath: '/crm/type/1036/details/15/',
        steps: [{ command: 'add-offer', state: 'refused', reason: 'no_right' }],
      },
    ],
  })
  expect(JSON.stringify(answer)).not.toContain('9161234567')
})

test('sent again it is on its way; let go it is no more to be seen, and nothing can be done to it', async () => {
  expect(await read('POST', { key: KEY, action: 'again' })).toMatchObject({ count: 0, waiting: { count: 1 } })
  expect(
    (await listSendableSteps(world.room.store, world.clock.iso(), [], 10)).map(({ chainKey }) => chainKey),
  ).toEqual([KEY])
  await markEnded(world.room.store, 1, world.clock.iso(), 'refused', 'no_right')
  expect(await read('POST', { key: KEY, action: 'drop' })).toMatchObject({ count: 0, waiting: { count: 0 } })
  const late = await world.api('POST', '/api/dead-letters', admin, { key: KEY, action: 'again' })
  expect(late.status).toBe(404)
})

test('nobody but an administrator on the app’s own page may see or touch it', async () => {
  for (const token of ['token-ivanov', 'token-orlova']) {
    const bearer = await world.bearer(token)
    expect((await world.api('GET', '/api/dead-letters', bearer)).status).toBe(403)
    expect((await world.api('POST', '/api/dead-letters', bearer, { key: KEY, action: 'drop' })).status).toBe(403)
  }
})
