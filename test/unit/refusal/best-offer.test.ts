import { expect, test } from 'vitest'
import { bestOffer, shareOfClientPrice } from '../../../server/refusal/best-offer.ts'

const offer = (rub: number, vat: '22' | 'none' | null) => ({ rate: { minor: rub * 100, currency: 'RUB', vat } })
const client = { minor: 12_200_000, currency: 'RUB', vat: '22' as const }
const ON = '2026-11-27'

test('offers are compared by what they cost us: 122 000 with VAT is no dearer than 100 000 without', () => {
  expect(bestOffer([offer(122_000, '22'), offer(101_000, 'none')])!.offer.rate.minor).toBe(12_200_000)
  expect(bestOffer([offer(123_000, '22'), offer(100_000, 'none')])!.offer.rate.minor).toBe(10_000_000)
})

test('an offer whose VAT is not stated cannot be the best, and none is no best', () => {
  expect(bestOffer([offer(50_000, null)])).toBeNull()
  expect(bestOffer([{ rate: null }])).toBeNull()
  expect(bestOffer([])).toBeNull()
})

test('the share says how far the best offer is from the client’s price, both without VAT', () => {
  expect(shareOfClientPrice(bestOffer([offer(122_000, '22')]), client, ON)).toBe(1)
  expect(shareOfClientPrice(bestOffer([offer(90_000, 'none')]), client, ON)).toBeCloseTo(0.9)
  expect(shareOfClientPrice(bestOffer([offer(105_000, 'none')]), client, ON)).toBeCloseTo(1.05)
})

test('nothing is guessed where a price, its VAT or its currency is missing', () => {
  const best = bestOffer([offer(90_000, 'none')])
  expect(shareOfClientPrice(best, null, ON)).toBeNull()
  expect(shareOfClientPrice(best, { ...client, vat: null }, ON)).toBeNull()
  expect(shareOfClientPrice(best, { ...client, currency: 'EUR' }, ON)).toBeNull()
  expect(shareOfClientPrice(null, client, ON)).toBeNull()
})
