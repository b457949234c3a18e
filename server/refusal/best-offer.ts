import type { Rate } from '../../contract/money.ts'
import { netCostMinor, netRevenueMinor } from '../money/net-cost.ts'

/** An offer that can be compared: in the client's currency, its treatment known. */
export interface Compared<Offer> {
  offer: Offer
  netMinor: number
}

/** The offer that costs us least once the VAT that comes back is taken off; null where none has a known treatment. */
export function bestOffer<Offer extends { rate: Rate | null }>(offers: readonly Offer[]): Compared<Offer> | null {
  let best: Compared<Offer> | null = null
  for (const offer of offers) {
    if (!offer.rate || offer.rate.vat === null) continue
    const netMinor = netCostMinor(offer.rate.minor, offer.rate.vat)
    if (!best || netMinor < best.netMinor) best = { offer, netMinor }
  }
  return best
}

/**
 * The best offer over the client's price, both net: 1.05 is five per cent too dear, 0.9 leaves a tenth. null where one
 * of them is not known, or they are in different money. `on` is the day of the service.
 */
export function shareOfClientPrice(best: Compared<{ rate: Rate | null }> | null, client: Rate | null, on: string) {
  if (!best?.offer.rate || !client || client.vat === null || best.offer.rate.currency !== client.currency) return null
  const revenue = netRevenueMinor(client.minor, client.vat, 'general', on)
  return revenue > 0 ? best.netMinor / revenue : null
}
