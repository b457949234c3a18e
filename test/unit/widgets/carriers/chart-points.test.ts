import { expect, test } from 'vitest'
import { chartPoints } from '../../../../widgets/carriers/chart-points.ts'
import { dayAfter, localMinutes } from '../../../../widgets/carriers/outcome-moments.ts'

const box = { width: 100, height: 40, padding: 5 }
const months = (...medians: number[]) =>
  medians.map((medianMinor, index) => ({ month: `2025-0${index + 1}`, medianMinor }))

test('the dearest month is on top, the cheapest at the bottom, months at equal steps', () => {
  expect(chartPoints(months(100, 300, 200), box).map(({ x, y }) => [x, y])).toEqual([
    [5, 35],
    [50, 5],
    [95, 20],
  ])
})

test('months that cost the same are a line in the middle, one month a point', () => {
  expect(chartPoints(months(100, 100), box).map(({ y }) => y)).toEqual([20, 20])
  expect(chartPoints(months(100), box)).toEqual([{ month: '2025-01', x: 50, y: 20 }])
})

test('a busy truck is asked for a day, a call back for a moment', () => {
  expect(dayAfter('2025-12-30', 3)).toBe('2026-01-02')
  expect(localMinutes(new Date(2025, 10, 23, 12, 2, 30), 60)).toBe('2025-11-23T13:05')
  expect(localMinutes(new Date(2025, 10, 23, 23, 30), 60)).toBe('2025-11-24T00:30')
})
