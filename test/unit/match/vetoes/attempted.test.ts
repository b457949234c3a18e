import { expect, test } from 'vitest'
import type { Attempt } from '../../../../contract/carriers.ts'
import { attempted } from '../../../../server/match/vetoes/attempted.ts'
import { attempt, carrier, needs } from '../cast.ts'

const after = (...attempts: Attempt[]) => attempted(carrier({ attempts }), needs())

test('a carrier nobody has called for this load is not judged by calls', () => {
  expect(after()).toEqual({ state: 'not_applicable' })
})

test('"does not run it" and "too dear" take the carrier off the list of this load', () => {
  expect(after(attempt({ result: 'wrong_direction' }))).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'attempt', result: 'wrong_direction', until: null }],
  })
  expect(after(attempt({ result: 'too_dear' })).state).toBe('vetoed')
})

test('busy beyond the loading day refuses, free on that day does not', () => {
  expect(after(attempt({ result: 'busy_until', until: '2026-11-27' }))).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'attempt', result: 'busy_until', until: '2026-11-27' }],
  })
  expect(after(attempt({ result: 'busy_until', until: '2026-11-25' })).state).toBe('passes')
  expect(after(attempt({ result: 'busy_until', until: null })).state).toBe('vetoed')
})

test('a later answer replaces an earlier refusal, an unanswered call does not', () => {
  const dear = attempt({ result: 'too_dear' })
  expect(after(attempt({ result: 'offered' }), dear).state).toBe('passes')
  expect(after(attempt({ result: 'call_back', until: '2026-11-23T12:00:00Z' }), dear).state).toBe('passes')
  expect(after(attempt({ result: 'no_answer' }), attempt({ result: 'calling' }), dear).state).toBe('vetoed')
})
