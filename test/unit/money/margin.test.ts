import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { VAT_CODES, type VatCode } from '../../../contract/codes.ts'
import type { Rate } from '../../../contract/money.ts'
import { marginOf } from '../../../server/money/margin.ts'

const roubles = (amount: number, vat: VatCode | null): Rate => ({
  minor: Math.round(amount * 100),
  currency: 'RUB',
  vat,
})
const today = { own: 'general', serviceOn: '2026-11-23' } as const

test.each([
  [90_000, 'none', 10_000_00],
  [110_000, '22', 9_836_07],
  [95_000, '5', 9_523_81],
  [96_300, '7', 10_000_00],
] as const)('against a client at 122,000 with 22 %%, a carrier at %d (%s) leaves %d kopecks', (amount, vat, left) => {
  expect(marginOf({ client: roubles(122_000, '22'), costs: [roubles(amount, vat)], ...today })).toMatchObject({
    state: 'known',
    netRevenueMinor: 100_000_00,
    netMarginMinor: left,
  })
})

test('margin is a share of net revenue, markup a share of net cost', () => {
  const margin = marginOf({ client: roubles(122_000, '22'), costs: [roubles(80_000, 'none')], ...today })
  expect(margin).toMatchObject({ marginShare: 0.2, markupShare: 0.25 })
})

test('a margin with an unknown VAT or with two currencies is unknown and says why', () => {
  const client = roubles(122_000, '22')
  expect(marginOf({ client: roubles(122_000, null), costs: [roubles(90_000, null)], ...today })).toEqual({
    state: 'unknown',
    missing: ['client_vat', 'cost_vat'],
  })
  expect(marginOf({ client, costs: [{ minor: 1000_00, currency: 'EUR', vat: '0' }], ...today })).toEqual({
    state: 'unknown',
    missing: ['one_currency'],
  })
})

test('a trip without costs has no markup, and a free one no margin share: null, not zero', () => {
  expect(marginOf({ client: roubles(122_000, '22'), costs: [], ...today })).toMatchObject({ markupShare: null })
  expect(marginOf({ client: roubles(0, '22'), costs: [], ...today })).toMatchObject({ marginShare: null })
})

test('one more expense never raises the margin', () => {
  const price = fc.record({
    minor: fc.integer({ min: 0, max: 1e10 }),
    currency: fc.constant('RUB'),
    vat: fc.constantFrom(...VAT_CODES),
  })
  fc.assert(
    fc.property(price, fc.array(price), price, (client, costs, extra) => {
      const before = marginOf({ client, costs, ...today })
      const after = marginOf({ client, costs: [...costs, extra], ...today })
      if (before.state !== 'known' || after.state !== 'known') throw new Error('both margins are calculable')
      expect(after.netMarginMinor).toBeLessThanOrEqual(before.netMarginMinor)
    }),
  )
})
