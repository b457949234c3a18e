import { expect, test } from 'vitest'
import { allAbsences, isAwayByWorkDay } from '../../../server/refusal/absences.ts'
import { DEPUTY, rules, SALES_HEAD } from './cast.ts'

const { work } = rules()
/** Hours of Moscow on a Wednesday. */
const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 10, 25, hour - 3, minute)).toISOString()
const YESTERDAY = '2026-11-24T09:00:00+03:00'
const TODAY = '2026-11-25T09:00:00+03:00'

test.each([
  ['he is at work', 'OPENED', TODAY, at(12), false],
  ['he is at lunch', 'PAUSED', TODAY, at(13), false],
  ['he went home at noon', 'CLOSED', TODAY, at(13), true],
  ['he went home and the office is closed', 'CLOSED', TODAY, at(19), false],
  ['he may be late', 'CLOSED', YESTERDAY, at(10), false],
  ['he has not come by eleven', 'CLOSED', YESTERDAY, at(11), true],
  ['he forgot to close yesterday and has not come', 'EXPIRED', YESTERDAY, at(14), true],
  ['he does not count his days', 'CLOSED', null, at(14), false],
  ['he has not counted them for a month', 'CLOSED', '2026-10-20T09:00:00+03:00', at(14), false],
  ['the portal says something unreadable', 'CLOSED', 'вчера', at(14), false],
])('by his working day: %s', (_name, status, startedAt, now, away) => {
  expect(isAwayByWorkDay({ status, startedAt }, now, work)).toBe(away)
})

test('nobody is missed on a day off', () => {
  expect(isAwayByWorkDay({ status: 'CLOSED', startedAt: YESTERDAY }, at(14), { ...work, isWorking: () => false })).toBe(
    false,
  )
})

test('of whom the portal sees away the standing deputy speaks, where there is one', () => {
  const seen = [
    { userId: SALES_HEAD, fromOn: '2026-11-25', untilOn: '2026-11-30', source: 'calendar' as const },
    { userId: 77, fromOn: '2026-11-25', untilOn: '2026-11-25', source: 'workday' as const },
  ]
  expect(allAbsences([], seen, [{ userId: SALES_HEAD, deputyId: DEPUTY }])).toEqual([
    { userId: SALES_HEAD, deputyId: DEPUTY, fromOn: '2026-11-25', untilOn: '2026-11-30' },
    { userId: 77, deputyId: null, fromOn: '2026-11-25', untilOn: '2026-11-25' },
  ])
})
