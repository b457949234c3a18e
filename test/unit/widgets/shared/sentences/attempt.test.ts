import { expect, test } from 'vitest'
import type { Attempt } from '../../../../../contract/carriers.ts'
import { attemptHistoryLine, attemptSentence, attemptTone } from '../../../../../widgets/shared/sentences/attempt.ts'

const clock = { now: new Date('2025-11-23T09:10:00Z'), zone: 'Europe/Moscow' }
const IVANOV = 12
const MELNIKOVA = 1

function attempt(change: Partial<Attempt>): Attempt {
  return {
    key: 'k',
    companyId: 501,
    result: 'no_answer',
    byUserId: IVANOV,
    byName: 'Иванов',
    at: '2025-11-23T09:04:00Z',
    until: null,
    comment: null,
    ...change,
  }
}

test('colleagues see who is calling, the caller sees himself', () => {
  const calling = attempt({ result: 'calling' })
  expect(attemptSentence('ru', calling, clock, MELNIKOVA)).toBe('Иванов звонит')
  expect(attemptSentence('ru', calling, clock, IVANOV)).toBe('вы звоните')
  expect(attemptSentence('en', calling, clock, MELNIKOVA)).toBe('Иванов is calling')
  expect(attemptTone(calling, clock)).toBe('live')
})

test('a call nobody has closed is not going on for ever', () => {
  const old = attempt({ result: 'calling', at: '2025-11-23T08:40:00Z' })
  expect(attemptSentence('ru', old, clock, MELNIKOVA)).toBe('звонили в 11:40')
  expect(attemptTone(old, clock)).toBe('todo')
})

test('a result says when, by the clock today and by the day before', () => {
  expect(attemptSentence('ru', attempt({}), clock, MELNIKOVA)).toBe('не дозвонились 12:04')
  expect(attemptSentence('ru', attempt({ at: '2025-11-20T09:04:00Z' }), clock, MELNIKOVA)).toBe('не дозвонились 20.11')
  expect(attemptSentence('ru', attempt({ result: 'busy_until', until: '2025-11-27' }), clock, MELNIKOVA)).toBe(
    'занят до 27.11',
  )
  expect(attemptSentence('ru', attempt({ result: 'call_back', until: '2025-11-24T07:00:00Z' }), clock, MELNIKOVA)).toBe(
    'перезвонить 24.11 10:00',
  )
})

test('the history of a row names the author once and the moment once', () => {
  expect(attemptHistoryLine('ru', attempt({}), clock, MELNIKOVA)).toBe('12:04 · Иванов: не дозвонились')
  expect(
    attemptHistoryLine(
      'ru',
      attempt({ result: 'busy_until', until: '2025-11-27', comment: 'в Нижнем' }),
      clock,
      IVANOV,
    ),
  ).toBe('12:04 · Иванов: занят до 27.11 — в Нижнем')
  expect(attemptHistoryLine('ru', attempt({ result: 'calling', at: '2025-11-20T09:04:00Z' }), clock, IVANOV)).toBe(
    '20.11 12:04 · Иванов: звонили',
  )
})
