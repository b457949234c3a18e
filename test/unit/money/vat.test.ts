import { expect, test } from 'vitest'
import { VAT_CODES } from '../../../contract/codes.ts'
import { generalRateOn, isVatInForce, vatPercent, vatTreatment } from '../../../server/money/vat.ts'

test('the general rate is 20 % for services up to the last day of 2025 and 22 % from the first day of 2026', () => {
  expect(generalRateOn('2025-12-31')).toBe(20)
  expect(generalRateOn('2026-01-01')).toBe(22)
  expect(generalRateOn('2026-11-23')).toBe(22)
  expect(generalRateOn('1970-01-01')).toBe(20)
})

test('every VAT code says its rate, and without VAT, cash and 0 % are three different treatments', () => {
  expect(VAT_CODES.map(vatPercent)).toEqual([22, 20, 10, 7, 5, 0, 0, 0])
  expect(vatTreatment('0')).toMatchObject({ ratePercent: 0, tax: 'inside', regime: 'zero' })
  expect(vatTreatment('none')).toMatchObject({ ratePercent: 0, tax: 'absent', regime: 'without' })
  expect(vatTreatment('cash')).toMatchObject({ ratePercent: 0, tax: 'absent', regime: 'cash' })
})

test('a price with 22 % for a trip of 2025, or with 20 % for a trip of 2026, is a mistake', () => {
  expect(isVatInForce('22', '2025-12-31')).toBe(false)
  expect(isVatInForce('22', '2026-01-01')).toBe(true)
  expect(isVatInForce('20', '2025-12-31')).toBe(true)
  expect(isVatInForce('20', '2026-01-01')).toBe(false)
  expect(isVatInForce('5', '2024-06-01')).toBe(false)
  expect(isVatInForce('none', '2024-06-01')).toBe(true)
})
