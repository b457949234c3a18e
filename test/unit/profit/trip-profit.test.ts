import { array, assert as always, constant, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VAT_CODES } from '../../../contract/codes.ts'
import { EXPENSE_KINDS, OWN_REGIMES, type ExpenseLine } from '../../../contract/profit.ts'
import { equalMarginPrices } from '../../../server/money/equal-margin.ts'
import { carrierPriceForMargin, rankOffers } from '../../../server/profit/price-for-margin.ts'
import type { ProfitSettings, Trip } from '../../../server/profit/trip.ts'
import { tripProfit } from '../../../server/profit/trip-profit.ts'

const settings: ProfitSettings = {
  currency: 'RUB',
  annualPercent: null,
  cashPercent: 0,
  minimumShare: null,
  exchange: () => null,
}
const line = record({
  minor: integer({ min: 0, max: 1e10 }),
  currency: constant('RUB'),
  vat: constantFrom(...VAT_CODES),
})
const expense = record({
  minor: integer({ min: 0, max: 1e9 }),
  currency: constant('RUB'),
  vat: constantFrom(...VAT_CODES),
  kind: constantFrom(...EXPENSE_KINDS),
  phase: constant<ExpenseLine['phase']>('actual'),
  direction: constant<ExpenseLine['direction']>('out'),
})
const trip = record({
  serviceOn: constantFrom('2025-12-31', '2026-01-01', '2026-11-23'),
  own: record({ regime: constantFrom(...OWN_REGIMES), role: constant('principal' as const) }),
  client: line,
  carriers: array(line, { minLength: 1, maxLength: 4 }),
  expenses: array(expense, { maxLength: 5 }),
  km: constant(820),
  clientTerm: constant(null),
  carrierTerms: constant([]),
})

function marginOf(one: Trip): number {
  const profit = tripProfit(one, settings)
  if (profit.state !== 'known') throw new Error('This trip is calculable')
  return profit.fact.netMarginMinor
}

const today: Trip = {
  serviceOn: '2026-11-23',
  own: { regime: 'general', role: 'principal' },
  client: { minor: 12_200_000, currency: 'RUB', vat: '22' },
  carriers: [{ minor: 9_000_000, currency: 'RUB', vat: 'none' }],
  expenses: [],
  km: null,
  clientTerm: null,
  carrierTerms: [],
}

describe('The profit of a trip', () => {
  test('one more expense never raises the margin', () => {
    always(
      property(trip, expense, (one, extra) => {
        // An actual expense takes the place of a planned one of its kind; here all are actual.
        expect(marginOf({ ...one, expenses: [...one.expenses, extra] })).toBeLessThanOrEqual(marginOf(one))
      }),
    )
  })

  test('the legs together leave what their sum leaves, as every line is rounded for itself', () => {
    always(
      property(trip, (one) => {
        const legs = one.carriers.map((carrier) => marginOf({ ...one, carriers: [carrier] }))
        const revenue = marginOf({ ...one, carriers: [{ minor: 0, currency: 'RUB', vat: 'none' }] })
        const costs = legs.reduce((sum, left) => sum + (revenue - left), 0)
        expect(marginOf(one)).toBe(revenue - costs)
      }),
    )
  })

  test('what remains and the tax inside add up to what is written', () => {
    always(
      property(trip, (one) => {
        const profit = tripProfit(one, settings)
        if (profit.state !== 'known') throw new Error('This trip is calculable')
        const { netRevenueMinor, vatOwedMinor, netCostMinor, vatDeductedMinor } = profit.fact
        expect(netRevenueMinor + vatOwedMinor).toBe(one.client.minor)
        const written = [...one.carriers, ...one.expenses].reduce((sum, { minor }) => sum + minor, 0)
        expect(netCostMinor + vatDeductedMinor).toBe(written)
      }),
    )
  })

  test('prices of equal margin leave the same within a kopeck, whatever their VAT', () => {
    always(
      property(integer({ min: 100, max: 1e9 }), constantFrom(...VAT_CODES), (minor, from) => {
        const margins = Object.entries(equalMarginPrices(minor, from)).map(([vat, price]) =>
          marginOf({ ...today, carriers: [{ minor: price, currency: 'RUB', vat: vat as typeof from }] }),
        )
        expect(Math.max(...margins) - Math.min(...margins)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('what is missing is named, all of it, and nothing is taken for zero', () => {
    const nothing = { ...today, client: null, carriers: [], own: null, serviceOn: null }
    expect(tripProfit(nothing, settings)).toEqual({
      state: 'unknown',
      missing: ['client_price', 'carrier_price', 'service_date', 'own_entity'],
      findings: [],
    })
  })

  test('negative sums, two carriers and a tax of another regime are shown for what they are', () => {
    const odd = {
      ...today,
      client: { minor: 12_200_000, currency: 'RUB', vat: '5' as const },
      carriers: [...today.carriers, { minor: -100, currency: 'RUB', vat: 'none' as const }],
    }
    expect(tripProfit(odd, settings).findings).toEqual(['negative_price', 'vat_not_of_regime', 'several_carriers'])
  })
})

describe('What a carrier may ask', () => {
  test('for a margin of 10 % of 100,000 net: 90,000 without VAT, 94,500 with 5 %, 109,800 with 22 %', () => {
    expect(carrierPriceForMargin(today, 0.1, settings)).toMatchObject({
      none: 9_000_000,
      '5': 9_450_000,
      '7': 9_630_000,
      '22': 10_980_000,
    })
  })

  test('an entity without deductions pays the same whatever is inside', () => {
    const own = { regime: 'simplified_5', role: 'principal' } as const
    const client = { minor: 10_500_000, currency: 'RUB', vat: '5' } as const
    expect(carrierPriceForMargin({ ...today, own, client }, 0.1, settings)).toMatchObject({
      none: 9_000_000,
      '22': 9_000_000,
    })
  })

  test('an agent who is paid in other money is asked in roubles, as everybody is', () => {
    const own = { regime: 'simplified_none', role: 'agent' } as const
    const client = { minor: 150_000, currency: 'USD', vat: 'none' } as const
    const atRate = { ...settings, exchange: () => 900_000 }
    // 1,500 dollars at 90 roubles are 135,000; of the fee everything is margin, so a kopeck of it is enough.
    expect(carrierPriceForMargin({ ...today, own, client }, 0.1, atRate)!.none).toBe(13_499_999)
  })

  test('the price asked back leaves the margin that was wanted', () => {
    always(
      property(trip, integer({ min: 0, max: 50 }), (one, percent) => {
        const prices = carrierPriceForMargin(one, percent / 100, settings)!
        const revenue = tripProfit({ ...one, carriers: [{ minor: 0, currency: 'RUB', vat: 'none' }] }, settings)
        if (revenue.state !== 'known') throw new Error('This trip is calculable')
        const wanted = Math.round((revenue.fact.netRevenueMinor * percent) / 100)
        for (const vat of ['none', '5', '22'] as const) {
          const left = marginOf({ ...one, carriers: [{ minor: prices[vat], currency: 'RUB', vat }] })
          expect(Math.abs(left - wanted)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('of offers the one that leaves more stands first, not the one with the smaller number', () => {
    const offer = (who: string, minor: number, vat: 'none' | '22' | '5' | null) => ({
      who,
      price: { minor, currency: 'RUB', vat },
    })
    const offers = [
      offer('не знаем НДС', 8_000_000, null),
      offer('без НДС', 9_000_000, 'none'),
      offer('с НДС 22 %', 10_500_000, '22'),
      offer('с НДС 5 %', 9_500_000, '5'),
    ]
    const order = rankOffers(today, offers, settings).map((one) => one.offer.who)
    expect(order).toEqual(['с НДС 22 %', 'без НДС', 'с НДС 5 %', 'не знаем НДС'])
  })
})
