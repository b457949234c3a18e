import { expect, test } from 'vitest'
import { paused } from '../../../../server/match/vetoes/paused.ts'
import { base, carrier, needs } from '../cast.ts'

const pausedUntil = (pausedUntilOn: string | null) => carrier({ base: base({ state: 'paused', pausedUntilOn }) })

test('a pause that ends by the loading day does not matter, one that lasts longer does', () => {
  expect(paused(pausedUntil('2026-11-25'), needs()).state).toBe('passes')
  expect(paused(pausedUntil('2026-11-26'), needs())).toEqual({
    state: 'vetoed',
    reasons: [{ kind: 'paused', until: '2026-11-26' }],
  })
})

test('the last possible loading day counts, not the first', () => {
  expect(paused(pausedUntil('2026-11-26'), needs({ loadToAt: '2026-11-26T10:00:00Z' })).state).toBe('passes')
})

test('midnight in Moscow belongs to the new day although UTC still has the old one', () => {
  expect(paused(pausedUntil('2026-11-26'), needs({ loadFromAt: '2026-11-25T21:00:00Z' })).state).toBe('passes')
})

test('a pause without a day, or with an unreadable one, has no end', () => {
  expect(paused(pausedUntil(null), needs()).state).toBe('vetoed')
  expect(paused(pausedUntil('после праздников'), needs()).state).toBe('vetoed')
})

test('without a loading date, or with one long past, today decides', () => {
  expect(paused(pausedUntil('2026-11-23'), needs({ loadFromAt: null })).state).toBe('passes')
  expect(paused(pausedUntil('2026-11-24'), needs({ loadFromAt: null })).state).toBe('vetoed')
  expect(paused(pausedUntil('2026-11-23'), needs({ loadFromAt: '1970-01-01T00:00:00Z' })).state).toBe('passes')
})

test('an active carrier passes and one outside the base is unknown', () => {
  expect(paused(carrier(), needs()).state).toBe('passes')
  expect(paused(carrier({ base: null }), needs()).state).toBe('unknown')
})
