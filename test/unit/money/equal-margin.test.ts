import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { VAT_CODES } from '../../../contract/codes.ts'
import { equalMarginMinor, equalMarginPrices } from '../../../server/money/equal-margin.ts'
import { netCostMinor } from '../../../server/money/net-cost.ts'

test('90,000 without VAT is worth 94,500 with 5 %, 96,300 with 7 % and 109,800 with 22 %', () => {
  expect(equalMarginPrices(90_000_00, 'none')).toEqual({
    '22': 109_800_00,
    '20': 108_000_00,
    '10': 99_000_00,
    '7': 96_300_00,
    '5': 94_500_00,
    '0': 90_000_00,
    none: 90_000_00,
    cash: 90_000_00,
  })
})

test('the way back from any treatment leads to the same price', () => {
  expect(equalMarginMinor(109_800_00, '22', 'none')).toBe(90_000_00)
  expect(equalMarginMinor(94_500_00, '5', '22')).toBe(109_800_00)
  expect(equalMarginMinor(96_300_00, '7', '5')).toBe(94_500_00)
})

test('equal-margin prices cost an ОСНО principal the same within a kopeck', () => {
  const code = fc.constantFrom(...VAT_CODES)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e11 }), code, code, (minor, from, to) => {
      const difference = netCostMinor(equalMarginMinor(minor, from, to), to) - netCostMinor(minor, from)
      expect(Math.abs(difference)).toBeLessThanOrEqual(1)
    }),
  )
})
