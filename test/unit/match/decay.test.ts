import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DECAY_EPOCH_AT, decayAt, weightAt } from '../../../server/match/decay.ts'

const NOW = '2026-11-23T07:00:00.000Z'
const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString()

test('a trip of today counts one, a trip of 240 days ago 0.37', () => {
  expect(weightAt(NOW) * decayAt(Date.parse(NOW))).toBeCloseTo(1, 10)
  expect(weightAt(daysAgo(240)) * decayAt(Date.parse(NOW))).toBeCloseTo(Math.exp(-1), 10)
  expect(weightAt(DECAY_EPOCH_AT)).toBe(1)
})

test('a sum kept since the epoch equals the sum of the trips decayed one by one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2500 }), { maxLength: 50 }), (ages) => {
      const kept = ages.reduce((sum, age) => sum + weightAt(daysAgo(age)), 0)
      const direct = ages.reduce((sum, age) => sum + Math.exp(-age / 240), 0)
      expect(kept * decayAt(Date.parse(NOW))).toBeCloseTo(direct, 8)
    }),
  )
})

test('a date nobody can read adds nothing, and absurd years stay finite numbers', () => {
  expect(weightAt('вчера')).toBe(0)
  expect(decayAt(null)).toBe(0)
  for (const at of ['1970-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T00:00:00Z'])
    expect(Number.isFinite(weightAt(at)) && weightAt(at) > 0).toBe(true)
})
