import { VAT_CODES, type VatCode } from '../../contract/codes.ts'
import type { ProfitLine, ProfitSums, TripProfit } from '../../contract/profit.ts'
import { deductsInputVat } from '../money/own-regime.ts'
import { divideRounded } from '../money/rounding.ts'
import { vatPercent } from '../money/vat.ts'
import { tripProfit } from './trip-profit.ts'
import type { ProfitSettings, Trip } from './trip.ts'

/**
 * The most a carrier may ask, in every VAT treatment, for this share of net revenue to be left: `trip` is taken with
 * its expenses and without its carriers. null where the trip cannot be calculated; a negative price means that the
 * margin cannot be had. As agent the carrier's price is passed on, so the fee decides: the tax is reckoned on it.
 */
export function carrierPriceForMargin(
  trip: Trip,
  share: number,
  settings: ProfitSettings,
): Record<VatCode, number> | null {
  const alone = {
    ...trip,
    carriers: [{ minor: 0, currency: settings.currency, vat: 'none' as const }],
    carrierTerms: [],
  }
  const profit = tripProfit(alone, settings)
  if (profit.state !== 'known' || !trip.own) return null
  const { regime, role } = trip.own
  const left = profit.fact.netMarginMinor - Math.round(profit.fact.netRevenueMinor * share)
  const prices = VAT_CODES.map((vat): [VatCode, number] => {
    if (role === 'agent') return [vat, priceOfAgent(trip, share, settings, profit.fact)]
    const percent = deductsInputVat(regime) ? vatPercent(vat) : 0
    return [vat, divideRounded(left * (100 + percent), 100)]
  })
  return Object.fromEntries(prices) as Record<VatCode, number>
}

/** The fee shrinks with every kopeck the carrier gets: found by halving, since fee and tax are rounded together. */
function priceOfAgent(
  trip: Trip,
  share: number,
  settings: ProfitSettings,
  { netRevenueMinor, vatOwedMinor }: ProfitSums,
): number {
  // No more than everything we are paid, in our own currency whatever the client's is.
  let [low, high] = [0, Math.max(0, netRevenueMinor + vatOwedMinor)]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const carriers = [{ minor: middle, currency: settings.currency, vat: 'none' as const }]
    const profit = tripProfit({ ...trip, carriers, carrierTerms: [] }, settings)
    const isEnough = profit.state === 'known' && (profit.fact.marginShare ?? 0) >= share
    if (isEnough) low = middle
    else high = middle - 1
  }
  return low
}

export interface RankedOffer<Offer> {
  offer: Offer
  profit: TripProfit
}

/** Offers by what each would leave, the most first; those that cannot be calculated last. */
export function rankOffers<Offer extends { price: ProfitLine }>(
  trip: Trip,
  offers: readonly Offer[],
  settings: ProfitSettings,
): RankedOffer<Offer>[] {
  const ranked = offers.map((offer) => ({
    offer,
    profit: tripProfit({ ...trip, carriers: [offer.price], carrierTerms: [] }, settings),
  }))
  const left = ({ profit }: RankedOffer<Offer>) => (profit.state === 'known' ? profit.fact.netMarginMinor : -Infinity)
  return ranked.sort((a, b) => left(b) - left(a))
}
