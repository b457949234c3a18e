import { expect, test } from 'vitest'
import type { Attempt } from '../../../../contract/carriers.ts'
import { attempted } from '../../../../server/match/criteria/attempted.ts'
import { preferred } from '../../../../server/match/criteria/preferred.ts'
import { answerOf, attempt, base, carrier, needs } from '../cast.ts'

const after = (...attempts: Attempt[]) => answerOf(attempted, carrier({ attempts }), needs())

test('a preferred carrier gets a small term, others a zero, one outside the base is unknown', () => {
  expect(answerOf(preferred, carrier({ base: base({ preferred: true }) }), needs())).toEqual({
    state: 'judged',
    lines: [{ kind: 'preferred', points: 0.3 }],
  })
  expect(answerOf(preferred, carrier(), needs())).toEqual({ state: 'judged', lines: [] })
  expect(answerOf(preferred, carrier({ base: null }), needs())).toEqual({ state: 'unknown' })
})

test('each unanswered call lowers a little more, up to three', () => {
  const missed = attempt({ result: 'no_answer' })
  expect(after()).toEqual({ state: 'not_applicable' })
  expect(after(missed)).toMatchObject({ lines: [{ kind: 'attempted', result: 'no_answer', points: -0.4 }] })
  expect(after(missed, missed, missed, missed, missed)).toMatchObject({ lines: [{ points: expect.closeTo(-1.2) }] })
})

test('unanswered calls are forgotten once the carrier has said something', () => {
  expect(after(attempt({ result: 'offered' }), attempt({ result: 'no_answer' }))).toEqual({
    state: 'judged',
    lines: [],
  })
})

test('"call back" lowers the carrier until that moment', () => {
  expect(after(attempt({ result: 'call_back', until: '2026-11-23T12:00:00Z' }))).toMatchObject({
    lines: [{ result: 'call_back', points: -0.15 }],
  })
  expect(after(attempt({ result: 'call_back', until: '2026-11-23T06:00:00Z' }))).toEqual({ state: 'judged', lines: [] })
})

test('a colleague who is calling right now does not move the carrier', () => {
  expect(after(attempt({ result: 'calling' }))).toEqual({ state: 'judged', lines: [] })
})
