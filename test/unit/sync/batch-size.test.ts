import { expect, test } from 'vitest'
import { createBatchSize } from '../../../server/sync/batch-size.ts'

test('a quick portal is asked for more at once, a slow one for less', () => {
  const size = createBatchSize(10)
  size.took(800)
  expect(size.pages()).toBe(20)
  size.took(26_000)
  expect(size.pages()).toBe(10)
  size.failed()
  expect(size.pages()).toBe(5)
})

test('a batch asks for no more than the portal still has execution time for, and for one page at least', () => {
  const size = createBatchSize(50)
  size.cost(50, 3)
  expect(size.pages(null)).toBe(50)
  expect(size.pages(1.2)).toBe(20)
  expect(size.pages(0)).toBe(1)
})
