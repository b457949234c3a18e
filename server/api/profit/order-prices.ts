import { VAT_CODES, type VatCode } from '../../../contract/codes.ts'
import type { OrderProfit } from '../../../contract/profit.ts'
import { equalMarginPrices } from '../../money/equal-margin.ts'
import { deductsInputVat } from '../../money/own-regime.ts'
import { carrierPriceForMargin, rankOffers } from '../../profit/price-for-margin.ts'
import type { Trip } from '../../profit/trip.ts'
import { readCompanyTitles } from '../../store/candidates.ts'
import type { PortalStore } from '../../store/database.ts'
import { readOffersOfOrder } from '../../store/offers-of-order.ts'
import type { LoadRow } from '../../store/schema.ts'
import type { ProfitKnowledge } from './figure-order.ts'
import { vatCode } from './trip-of-order.ts'

/** What a carrier may ask at most for the wanted margin, else the portal's minimum; without a minimum, for no loss. */
export function mostPrice(
  trip: Trip,
  { settings }: ProfitKnowledge,
  wantedShare: number | null,
): OrderProfit['mostPrice'] {
  const share = wantedShare ?? settings.minimumShare ?? 0
  const prices = carrierPriceForMargin(trip, share, settings)
  return prices && { share, prices }
}

/** The carrier's price in every form as good for us; whoever takes no tax back pays the same in all of them. */
export function equalPrices({ carriers: [carrier], own }: Trip): OrderProfit['equalPrices'] {
  if (!carrier?.vat || !own) return null
  if (deductsInputVat(own.regime)) return equalMarginPrices(carrier.minor, carrier.vat)
  return Object.fromEntries(VAT_CODES.map((vat) => [vat, carrier.minor])) as Record<VatCode, number>
}

/** Offers made for the order or its request, by what each would leave. */
export async function offersOfOrder(
  store: PortalStore,
  order: Pick<LoadRow, 'id' | 'requestId'>,
  trip: Trip,
  { settings }: ProfitKnowledge,
): Promise<OrderProfit['offers']> {
  const rows = await readOffersOfOrder(store, order)
  const titles = await readCompanyTitles(
    store,
    rows.flatMap(({ companyId }) => companyId ?? []),
  )
  const offers = rows.map((row) => ({
    row,
    price: { minor: row.rateMinor, currency: row.rateCurrency ?? settings.currency, vat: vatCode(row.vat) },
  }))
  return rankOffers(trip, offers, settings).map(({ offer: { row, price }, profit }) => ({
    offerId: row.id,
    carrier: row.companyId === null ? null : (titles.get(row.companyId) ?? null),
    price,
    netMarginMinor: profit.state === 'known' ? profit.fact.netMarginMinor : null,
    awarded: row.semantics === 'S',
  }))
}
