import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Random, wheelOf } from '../../../../sandbox/seeds/random.ts'

test('the same start gives the same sequence, a neighbour gives another', () => {
  const draw = (state: number) =>
    Array.from(
      { length: 5 },
      (
        (random) => () =>
          random.next()
      )(new Random(state)),
    )
  expect(draw(42)).toEqual(draw(42))
  expect(draw(42)).not.toEqual(draw(43))
})

test('a whole number lies between its ends, both included', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: -50, max: 50 }), fc.nat(20), (state, low, span) => {
      const value = new Random(state).integer(low, low + span)
      expect(Number.isInteger(value) && value >= low && value <= low + span).toBe(true)
    }),
  )
})

test('a sample has different members only', () => {
  fc.assert(
    fc.property(fc.nat(), fc.uniqueArray(fc.integer()), fc.nat(30), (state, list, count) => {
      const sample = new Random(state).sample(list, count)
      expect(sample.length).toBe(Math.min(count, list.length))
      expect(new Set(sample).size).toBe(sample.length)
    }),
  )
})

test('a wheel draws in proportion to its weights and never what weighs nothing', () => {
  const wheel = wheelOf({ often: 90, seldom: 10, never: 0 })
  const random = new Random(1)
  const drawn = Array.from({ length: 4000 }, () => wheel.draw(random))
  expect(drawn).not.toContain('never')
  expect(drawn.filter((one) => one === 'seldom').length / drawn.length).toBeCloseTo(0.1, 1)
})
