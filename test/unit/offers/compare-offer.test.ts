import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { VAT_CODES } from '../../../contract/codes.ts'
import { equalMarginMinor } from '../../../server/money/equal-margin.ts'
import { compareOffer, type AskedPrice, type ComparisonGround } from '../../../server/offers/compare-offer.ts'

const settings = { currency: 'RUB', annualPercent: null, cashPercent: 0, minimumShare: null, exchange: () => null }
const ground: ComparisonGround = {
  own: { regime: 'general', role: 'principal' },
  client: { minor: 12_200_000, currency: 'RUB', vat: '22' },
  clientTerm: null,
  serviceOn: '2026-11-26',
  km: 800,
  settings,
}
const asks = (minor: number, vat: (typeof VAT_CODES)[number] | null, change: Partial<AskedPrice> = {}): AskedPrice => ({
  rate: { minor, currency: 'RUB', vat },
  perKm: null,
  term: null,
  ...change,
})

test.each([
  ['90 000 without VAT', 9_000_000, 'none', 9_000_000, 1_000_000],
  ['110 000 with 22 %', 11_000_000, '22', 9_016_393, 983_607],
  ['95 000 with 5 %', 9_500_000, '5', 9_047_619, 952_381],
  ['96 300 with 7 %', 9_630_000, '7', 9_000_000, 1_000_000],
] as const)(
  'to an entity on the general system %s costs what is left without the tax',
  (_, minor, vat, net, margin) => {
    expect(compareOffer(asks(minor, vat), ground)).toMatchObject({ netCostMinor: net, marginMinor: margin })
  },
)

test('an entity without deductions pays every price whole', () => {
  const own = { regime: 'simplified_none', role: 'principal' } as const
  expect(compareOffer(asks(11_000_000, '22'), { ...ground, own })).toMatchObject({ netCostMinor: 11_000_000 })
})

test('a carrier who waits for his money is cheaper by what the money earns meanwhile', () => {
  const term = { event: 'originals', days: 30, bankDays: false, prepayPercent: 0 } as const
  const priced = { ...ground, settings: { ...settings, annualPercent: 20 } }
  // 90 000 × 20 % × 30 / 365 = 1 479.45
  expect(compareOffer(asks(9_000_000, 'none', { term }), priced)).toMatchObject({
    deferralMinor: 147_945,
    equalMinor: 8_852_055,
  })
  expect(compareOffer(asks(9_000_000, 'none'), priced)).toMatchObject({ deferralMinor: null, equalMinor: 9_000_000 })
})

test('a price per kilometre is compared by the distance, and is no price while the distance is not known', () => {
  const perKm = { minor: 6_000, currency: 'RUB', vat: 'none' } as const
  expect(compareOffer({ rate: null, perKm, term: null }, ground)).toMatchObject({ priceMinor: 4_800_000 })
  expect(compareOffer({ rate: null, perKm, term: null }, { ...ground, km: null })).toEqual({
    state: 'unknown',
    missing: ['distance'],
  })
})

test('what is missing is named, and never taken for zero', () => {
  expect(compareOffer({ rate: null, perKm: null, term: null }, ground)).toEqual({
    state: 'unknown',
    missing: ['price'],
  })
  expect(compareOffer(asks(9_000_000, null), ground)).toEqual({ state: 'unknown', missing: ['vat'] })
  const euros = { minor: 90_000, currency: 'EUR', vat: 'none' } as const
  expect(compareOffer({ rate: euros, perKm: null, term: null }, ground)).toEqual({
    state: 'unknown',
    missing: ['currency'],
  })
})

test('without the client’s price, or for somebody who may not see it, there is a cost and no margin', () => {
  expect(compareOffer(asks(9_000_000, 'none'), { ...ground, client: null })).toMatchObject({
    netCostMinor: 9_000_000,
    marginMinor: null,
    marginShare: null,
  })
})

test('prices of equal margin cost the same within a kopeck, whatever their treatment', () => {
  const amounts = fc.integer({ min: 100_00, max: 10_000_000_00 })
  fc.assert(
    fc.property(amounts, fc.constantFrom(...VAT_CODES), fc.constantFrom(...VAT_CODES), (minor, from, to) => {
      const [one, other] = [
        compareOffer(asks(minor, from), ground),
        compareOffer(asks(equalMarginMinor(minor, from, to), to), ground),
      ]
      if (one.state !== 'known' || other.state !== 'known') throw new Error('both are known')
      expect(Math.abs(one.equalMinor - other.equalMinor)).toBeLessThanOrEqual(1)
    }),
  )
})
