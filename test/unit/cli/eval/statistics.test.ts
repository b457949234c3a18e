import { expect, test } from 'vitest'
import { mean, percentile, rounded } from '../../../../cli/eval/statistics.ts'

test('a percentile is the value below which that share lies', () => {
  const values = Array.from({ length: 100 }, (_, index) => index + 1).reverse()
  expect(percentile(values, 0.5)).toBe(50)
  expect(percentile(values, 0.95)).toBe(95)
  expect(percentile([3], 0.95)).toBe(3)
  expect(percentile([], 0.5)).toBe(0)
})

test('a mean of nothing is nothing', () => {
  expect(mean([1, 2, 6])).toBe(3)
  expect(mean([])).toBe(0)
  expect(rounded(0.123456)).toBe(0.1235)
})
