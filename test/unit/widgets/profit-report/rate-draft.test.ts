import { expect, test } from 'vitest'
import { readRateDraft } from '../../../../widgets/profit-report/rate-draft.ts'

const TODAY = '2026-11-27'

test.each([
  ['92,4512', 924_512],
  ['92.45', 924_500],
  ['0,2', 2000],
  ['1 250', 12_500_000],
  ['103 ₽', 1_030_000],
] as const)('%s roubles are read to the ten-thousandth', (rate, expected) => {
  expect(readRateDraft({ on: TODAY, rate }, TODAY)).toEqual({ rate: expected, wrong: null })
})

test.each(['', 'много', '0', '0,0000', '-92', '92,45123', '999999999'])('«%s» is no rate', (rate) => {
  expect(readRateDraft({ on: TODAY, rate }, TODAY)).toEqual({ rate: null, wrong: 'rate' })
})

test.each(['', '2026-11-28', '27.11.2026'])('«%s» is no day a rate can be said of', (on) => {
  expect(readRateDraft({ on, rate: '92' }, TODAY)).toEqual({ rate: null, wrong: 'day' })
})
