import { expect, test } from 'vitest'
import { dayAndYear } from '../../../widgets/shared/sentences/dates.ts'

test('a day on paper carries its year, in the reader’s language', () => {
  expect(dayAndYear('ru', '2026-11-27')).toBe('27 ноября 2026')
  expect(dayAndYear('en', '2026-11-27')).toMatch(/November/)
})
