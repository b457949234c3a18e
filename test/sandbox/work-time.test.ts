import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../sandbox/server.ts'
import { callAs, startTiny, testApp } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox
let now = Date.parse('2025-11-24T09:00:00+03:00')

beforeAll(async () => {
  sandbox = await startTiny({ now: () => now, app: { ...testApp, scope: ['timeman', 'calendar'] } })
})

afterAll(() => sandbox.close())

const ask = (method: string, params: Record<string, unknown> = {}, userId: number = tiny.manager) =>
  callAs(sandbox, userId, method, params)

const status = async (userId: number = tiny.manager) =>
  (await ask('timeman.status', {}, userId)).body.result as Record<string, unknown>

test('a day is opened, paused, gone on with and closed, and breaks are no work', async () => {
  expect(await status()).toMatchObject({ STATUS: 'CLOSED', TIME_START: null })
  await ask('timeman.open')
  expect(await status()).toMatchObject({ STATUS: 'OPENED', TIME_START: '2025-11-24T09:00:00+03:00' })
  now += 3 * 3_600_000
  await ask('timeman.pause')
  now += 1_800_000
  expect(await status()).toMatchObject({ STATUS: 'PAUSED', TIME_LEAKS: '00:30:00' })
  await ask('timeman.open')
  now += 3_600_000
  await ask('timeman.close')
  expect(await status()).toMatchObject({ STATUS: 'CLOSED', DURATION: '04:00:00', TIME_LEAKS: '00:30:00' })
})

test('a forgotten day runs out, blocks the next one, and is closed with a time of its own date', async () => {
  await ask('timeman.open', {}, tiny.logist)
  now += 24 * 3_600_000
  expect(await status(tiny.logist)).toMatchObject({
    STATUS: 'EXPIRED',
    TIME_FINISH_DEFAULT: '2025-11-24T18:00:00+03:00',
  })
  expect((await ask('timeman.open', {}, tiny.logist)).body.error).toBe('WRONG_DATETIME')
  expect((await ask('timeman.close', {}, tiny.logist)).body.error).toBe('WRONG_DATETIME')
  await ask('timeman.close', { TIME: '2025-11-24T18:00:00+03:00' }, tiny.logist)
  expect((await ask('timeman.open', {}, tiny.logist)).body.result).toMatchObject({ STATUS: 'OPENED' })
})

test('another’s day is managed by his head and by administrators, and read by everybody', async () => {
  expect((await ask('timeman.open', { USER_ID: tiny.manager }, tiny.logist)).body.error_description).toBe(
    'User not found',
  )
  const byHead = await ask('timeman.open', { USER_ID: tiny.manager }, tiny.salesHead)
  expect(byHead.body.result).toMatchObject({ STATUS: 'OPENED' })
  expect((await ask('timeman.status', { USER_ID: tiny.manager }, tiny.logist)).body.result).toMatchObject({
    STATUS: 'OPENED',
  })
  expect((await ask('timeman.status', { USER_ID: 99 })).body.error_description).toBe('User not found')
})

test('who is on holiday is seen in the days of his absence', async () => {
  const event = { type: 'user', ownerId: tiny.manager, name: 'Отпуск', skip_time: 'Y', accessibility: 'absent' }
  await ask('calendar.event.add', { ...event, from: '2025-12-01', to: '2025-12-14' })
  const busy = async (from: string, to: string) =>
    (await ask('calendar.accessibility.get', { users: [tiny.manager, tiny.logist], from, to })).body.result
  expect(await busy('2025-12-10', '2025-12-20')).toMatchObject({
    [tiny.manager]: [{ NAME: 'Отпуск', ACCESSIBILITY: 'absent', DT_SKIP_TIME: 'Y', DATE_FROM: '01.12.2025' }],
    [tiny.logist]: [],
  })
  expect(await busy('2025-12-15', '2025-12-20')).toMatchObject({ [tiny.manager]: [] })
})

test('the forwarder’s portal has people at work, on a break, gone home, forgotten and away', async () => {
  const today = '2025-11-24'
  const noon = Date.parse(`${today}T13:00:00+03:00`)
  const app = { ...testApp, scope: ['timeman', 'calendar'] }
  const office = await startSandbox({ seed: 'small', today, now: () => noon, app, limits: { perSecond: Infinity } })
  const states = new Map<string, number>()
  const users = office.portal.users.list().map((person) => person.id)
  for (const USER_ID of users) {
    const { STATUS } = (await callAs(office, 1, 'timeman.status', { USER_ID })).body.result as { STATUS: string }
    states.set(STATUS, (states.get(STATUS) ?? 0) + 1)
  }
  expect([...states.keys()].sort()).toEqual(['CLOSED', 'EXPIRED', 'OPENED', 'PAUSED'])
  const away = await callAs(office, 1, 'calendar.accessibility.get', { users, from: today, to: today })
  expect(Object.values(away.body.result as Record<string, unknown[]>).flat()).toMatchObject([
    { ACCESSIBILITY: 'absent' },
  ])
  await office.close()
})
