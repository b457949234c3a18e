import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { weightedQuantile } from '../../../server/match/quantile.ts'

const equal = (...values: number[]) => values.map((value) => ({ value, weight: 1 }))

test('with equal weights the median is the middle one, or the middle of the two middle ones', () => {
  expect(weightedQuantile(equal(1, 2, 9), 0.5)).toBe(2)
  expect(weightedQuantile(equal(1, 2, 4, 9), 0.5)).toBe(3)
  expect(weightedQuantile(equal(7), 0.25)).toBe(7)
})

test('a heavy value draws the median to itself', () => {
  const values = [
    { value: 10, weight: 1 },
    { value: 20, weight: 1 },
    { value: 30, weight: 100 },
  ]
  expect(weightedQuantile(values, 0.5)).toBeGreaterThan(29)
})

test('a quantile never leaves the range of its values and grows with its share', () => {
  const sorted = fc
    .array(fc.record({ value: fc.integer(), weight: fc.double({ min: 1e-6, max: 1, noNaN: true }) }), { minLength: 1 })
    .map((values) => values.toSorted((a, b) => a.value - b.value))
  fc.assert(
    fc.property(sorted, (values) => {
      const [lower, median, upper] = [0.25, 0.5, 0.75].map((share) => weightedQuantile(values, share)) as [
        number,
        number,
        number,
      ]
      expect(values[0]!.value).toBeLessThanOrEqual(lower)
      expect(lower).toBeLessThanOrEqual(median)
      expect(median).toBeLessThanOrEqual(upper)
      expect(upper).toBeLessThanOrEqual(values.at(-1)!.value)
    }),
  )
})
