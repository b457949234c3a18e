import { VAT_CODES, type VatCode } from '../../../contract/codes.ts'
import { equalMarginPrices } from '../../../server/money/equal-margin.ts'
import { deductsInputVat } from '../../../server/money/own-regime.ts'
import { carrierPriceForMargin, rankOffers } from '../../../server/profit/price-for-margin.ts'
import { tripProfit } from '../../../server/profit/trip-profit.ts'
import type { ProfitCase } from './read-cases.ts'

/** Everything that can be said of a case, under the names of the columns. */
export function figuresOf(one: ProfitCase): Record<string, string> {
  const { trip, settings, offers, targetShare } = one
  const profit = tripProfit(trip, settings)
  const findings = profit.findings.join('; ')
  const figures = profit.state === 'known' ? known(profit) : { state: 'unknown', missing: profit.missing.join('; ') }
  return { ...figures, findings, ...equalPrices(one), ...mostPrice(), ...offered() }

  function mostPrice(): Record<string, string> {
    const prices = targetShare === null ? null : carrierPriceForMargin(trip, targetShare, settings)
    return prices ? { max_price: priceList(prices) } : {}
  }

  function offered(): Record<string, string> {
    if (offers.length === 0) return {}
    const ranked = rankOffers(trip, offers, settings)
    const margins = offers.map((offer) => {
      const left = ranked.find((each) => each.offer === offer)!.profit
      return left.state === 'known' ? roubles(left.fact.netMarginMinor) : 'unknown'
    })
    const best = ranked[0]!.profit.state === 'known' ? String(offers.indexOf(ranked[0]!.offer) + 1) : ''
    return { best_offer: best, offer_margins: margins.join('; ') }
  }
}

function equalPrices({ trip }: ProfitCase): Record<string, string> {
  const [carrier] = trip.carriers
  if (!carrier?.vat || !trip.own) return {}
  // Who takes no tax back pays the same for every form.
  const prices = deductsInputVat(trip.own.regime)
    ? equalMarginPrices(carrier.minor, carrier.vat)
    : (Object.fromEntries(VAT_CODES.map((vat) => [vat, carrier.minor])) as Record<VatCode, number>)
  return { equal_prices: priceList(prices) }
}

function known({ plan, fact, costOfMoneyMinor, perKm }: Extract<ReturnType<typeof tripProfit>, { state: 'known' }>) {
  return {
    state: 'known',
    net_revenue: roubles(fact.netRevenueMinor),
    net_cost: roubles(fact.netCostMinor),
    net_margin: roubles(fact.netMarginMinor),
    margin_pct: percent(fact.marginShare),
    markup_pct: percent(fact.markupShare),
    vat_out: roubles(fact.vatOwedMinor),
    vat_in: roubles(fact.vatDeductedMinor),
    vat_due: roubles(fact.vatOwedMinor - fact.vatDeductedMinor),
    plan_margin: roubles(plan.netMarginMinor),
    adjusted_margin: roubles(fact.adjustedMarginMinor),
    cost_of_money: costOfMoneyMinor === null ? '' : roubles(costOfMoneyMinor),
    margin_per_km: perKm ? roubles(perKm.marginMinor) : '',
  }
}

const priceList = (prices: Record<VatCode, number>) =>
  VAT_CODES.map((vat) => `${vat} ${roubles(prices[vat])}`).join('; ')
const roubles = (minor: number) => (minor / 100).toFixed(2)
const percent = (share: number | null) => (share === null ? '' : (share * 100).toFixed(2))
