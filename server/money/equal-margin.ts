import { VAT_CODES, type VatCode } from '../../contract/codes.ts'
import { divideRounded } from './rounding.ts'
import { vatPercent } from './vat.ts'

/**
 * The price under treatment `to` that costs an ОСНО principal as much as this price under `from`: 90,000 without
 * VAT = 94,500 with 5 % = 109,800 with 22 %. Kopecks, rounded once, so margins stay equal within a kopeck.
 */
export function equalMarginMinor(minor: number, from: VatCode, to: VatCode): number {
  return divideRounded(minor * (100 + vatPercent(to)), 100 + vatPercent(from))
}

/** The same price in every VAT treatment, for an ОСНО principal. */
export function equalMarginPrices(minor: number, from: VatCode): Record<VatCode, number> {
  return Object.fromEntries(VAT_CODES.map((to) => [to, equalMarginMinor(minor, from, to)])) as Record<VatCode, number>
}
