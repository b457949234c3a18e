import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { VAT_CODES } from '../../../contract/codes.ts'
import { netCostMinor, netRevenueMinor, vatInsideMinor } from '../../../server/money/net-cost.ts'
import { vatPercent } from '../../../server/money/vat.ts'

test('an ОСНО principal takes the VAT inside a carrier price back, whatever its rate', () => {
  expect(netCostMinor(110_000_00, '22')).toBe(90_163_93)
  expect(netCostMinor(120_000_00, '20')).toBe(100_000_00)
  expect(netCostMinor(110_000_00, '10')).toBe(100_000_00)
  expect(netCostMinor(96_300_00, '7')).toBe(90_000_00)
  expect(netCostMinor(95_000_00, '5')).toBe(90_476_19)
})

test('a price without VAT, with 0 % or in cash costs what is written', () => {
  for (const vat of ['none', '0', 'cash'] as const) expect(netCostMinor(90_000_00, vat)).toBe(90_000_00)
})

test('an entity on УСН with 5 or 7 %, or without VAT, pays the carrier price whole', () => {
  expect(netCostMinor(110_000_00, '22', 'simplified_5')).toBe(110_000_00)
  expect(netCostMinor(110_000_00, '22', 'simplified_7')).toBe(110_000_00)
  expect(netCostMinor(110_000_00, '22', 'simplified_none')).toBe(110_000_00)
  expect(netCostMinor(122_000_00, '22', 'simplified_general')).toBe(100_000_00)
})

test('a client who pays 100,000 "without VAT" to an ОСНО entity leaves it 81,967.21', () => {
  expect(netRevenueMinor(100_000_00, 'none', 'general', '2026-11-23')).toBe(81_967_21)
  expect(netRevenueMinor(100_000_00, 'none', 'general', '2025-12-31')).toBe(83_333_33)
})

test('the VAT we owe is decided by our own regime, by the day and by the border', () => {
  expect(netRevenueMinor(122_000_00, '22', 'general', '2026-11-23')).toBe(100_000_00)
  expect(netRevenueMinor(105_000_00, '5', 'simplified_5', '2026-11-23')).toBe(100_000_00)
  expect(netRevenueMinor(107_000_00, '7', 'simplified_7', '2026-11-23')).toBe(100_000_00)
  expect(netRevenueMinor(100_000_00, 'none', 'simplified_none', '2026-11-23')).toBe(100_000_00)
  expect(netRevenueMinor(100_000_00, '0', 'general', '2026-11-23')).toBe(100_000_00)
})

test('half a kopeck of tax is rounded up and taken from the net, so both add up to the price', () => {
  expect(vatInsideMinor(3, 20)).toBe(1)
  expect(netCostMinor(3, '20')).toBe(2)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e11 }), fc.constantFrom(...VAT_CODES), (minor, vat) => {
      expect(netCostMinor(minor, vat) + vatInsideMinor(minor, vatPercent(vat))).toBe(minor)
    }),
  )
})
