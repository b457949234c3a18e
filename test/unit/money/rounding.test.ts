import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { divideRounded } from '../../../server/money/rounding.ts'

test('half a kopeck is rounded away from zero, on both sides of it', () => {
  expect(divideRounded(5, 2)).toBe(3)
  expect(divideRounded(-5, 2)).toBe(-3)
  expect(divideRounded(4, 3)).toBe(1)
  expect(divideRounded(-4, 3)).toBe(-1)
  expect(Object.is(divideRounded(-1, 3), 0)).toBe(true)
})

test('an amount that is not a whole number of kopecks is refused instead of being guessed', () => {
  expect(() => divideRounded(0.5, 2)).toThrow(RangeError)
  expect(() => divideRounded(Number.NaN, 2)).toThrow(RangeError)
  expect(() => divideRounded(2 ** 60, 3)).toThrow(RangeError)
  expect(() => divideRounded(1, 0)).toThrow(RangeError)
})

test('the rounded quotient is never more than half a unit away from the exact one', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 1, max: 1e6 }), (numerator, denominator) => {
      const off = BigInt(divideRounded(numerator, denominator)) * BigInt(denominator) - BigInt(numerator)
      expect(2n * (off < 0n ? -off : off) <= BigInt(denominator)).toBe(true)
    }),
  )
})
