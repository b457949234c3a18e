import type { ComparisonGap, OfferComparison } from '../../contract/offers.ts'
import type { OwnRole, PaymentTerm, ProfitLine } from '../../contract/profit.ts'
import { netCostMinor } from '../money/net-cost.ts'
import type { OwnRegime } from '../money/own-regime.ts'
import { averageDays } from '../profit/cost-of-money.ts'
import { tripProfit } from '../profit/trip-profit.ts'
import type { ProfitSettings, Trip } from '../profit/trip.ts'

const DAYS_A_YEAR = 365

/** What all offers of one load are compared on. */
export interface ComparisonGround {
  own: { regime: OwnRegime; role: OwnRole }
  /** null: absent, or not for this viewer. */
  client: ProfitLine | null
  clientTerm: PaymentTerm | null
  serviceOn: string
  km: number | null
  settings: ProfitSettings
}

/** A price as it was asked. Both may be absent: then there is nothing to compare. */
export interface AskedPrice {
  rate: ProfitLine | null
  perKm: ProfitLine | null
  term: PaymentTerm | null
}

/**
 * What an offer really costs us: freed of the VAT that our own entity takes back, and less what paying later saves
 * (price × annual rate × days / 365; banking days as calendar ones by seven to five). Two offers with the same equal
 * cost are worth the same to us whatever is written in them.
 */
export function compareOffer({ rate, perKm, term }: AskedPrice, ground: ComparisonGround): OfferComparison {
  const { own, settings, km } = ground
  const asked = rate ?? (perKm && km !== null ? { ...perKm, minor: Math.round(perKm.minor * km) } : null)
  const missing: ComparisonGap[] = []
  if (!rate && !perKm) missing.push('price')
  else if (!asked) missing.push('distance')
  if (asked && asked.vat === null) missing.push('vat')
  if (asked && asked.currency !== settings.currency) missing.push('currency')
  if (!asked || asked.vat === null || missing.length > 0) return { state: 'unknown', missing }
  // An agent's carrier is paid by the client: nothing is deducted on the way.
  const net = own.role === 'agent' ? asked.minor : netCostMinor(asked.minor, asked.vat, own.regime)
  const deferral = deferralMinor(asked.minor, term, settings.annualPercent)
  const margin = marginOf({ ...asked, vat: asked.vat }, ground)
  return {
    state: 'known',
    priceMinor: asked.minor,
    netCostMinor: net,
    deferralMinor: deferral,
    equalMinor: net - (deferral ?? 0),
    marginMinor: margin?.fact.netMarginMinor ?? null,
    marginShare: margin?.fact.marginShare ?? null,
  }
}

/** What it saves to pay later, in kopecks; null where the term or the price of money is not known. */
function deferralMinor(minor: number, term: PaymentTerm | null, annualPercent: number | null): number | null {
  if (term === null || annualPercent === null) return null
  return Math.round((minor * annualPercent * averageDays(term)) / 100 / DAYS_A_YEAR)
}

/** By the calculation of trips itself, so that the tab and the profit of the later order say the same. */
function marginOf(price: ProfitLine, { own, client, clientTerm, serviceOn, km, settings }: ComparisonGround) {
  if (!client) return null
  const trip: Trip = { serviceOn, own, client, carriers: [price], expenses: [], km, clientTerm, carrierTerms: [] }
  const profit = tripProfit(trip, settings)
  return profit.state === 'known' ? profit : null
}
