import type { VatCode } from '../../contract/codes.ts'
import type { Rate } from '../../contract/money.ts'
import { netCostMinor, netRevenueMinor } from './net-cost.ts'
import type { OwnRegime } from './own-regime.ts'

export interface PricedTrip {
  client: Rate
  /** Carriers and other expenses, one line per document. */
  costs: readonly Rate[]
  own: OwnRegime
  /** Calendar day of the service, YYYY-MM-DD: it decides the rate of VAT we owe. */
  serviceOn: string
}

/** `unknown` names what is missing: a margin that cannot be calculated is never a zero. */
export type Margin =
  | { state: 'unknown'; missing: ('client_vat' | 'cost_vat' | 'one_currency')[] }
  | {
      state: 'known'
      currency: string
      netRevenueMinor: number
      netCostMinor: number
      netMarginMinor: number
      /** Margin by net revenue and by net cost, as fractions; null where the divisor is zero. */
      marginShare: number | null
      markupShare: number | null
    }

type Known = Rate & { vat: VatCode }
const isKnown = (rate: Rate): rate is Known => rate.vat !== null

/** Net margin of a trip for our own entity as principal; every line is freed of VAT by its own treatment. */
export function marginOf({ client, costs, own, serviceOn }: PricedTrip): Margin {
  const knownCosts = costs.filter(isKnown)
  if (!isKnown(client) || knownCosts.length < costs.length || !isOneCurrency([client, ...costs]))
    return { state: 'unknown', missing: missingOf(client, costs) }
  const revenue = netRevenueMinor(client.minor, client.vat, own, serviceOn)
  const cost = knownCosts.reduce((sum, line) => sum + netCostMinor(line.minor, line.vat, own), 0)
  return {
    state: 'known',
    currency: client.currency,
    netRevenueMinor: revenue,
    netCostMinor: cost,
    netMarginMinor: revenue - cost,
    marginShare: revenue === 0 ? null : (revenue - cost) / revenue,
    markupShare: cost === 0 ? null : (revenue - cost) / cost,
  }
}

function missingOf(client: Rate, costs: readonly Rate[]): ('client_vat' | 'cost_vat' | 'one_currency')[] {
  const missing: ('client_vat' | 'cost_vat' | 'one_currency')[] = []
  if (!isKnown(client)) missing.push('client_vat')
  if (!costs.every(isKnown)) missing.push('cost_vat')
  if (!isOneCurrency([client, ...costs])) missing.push('one_currency')
  return missing
}

function isOneCurrency(lines: readonly Rate[]): boolean {
  return new Set(lines.map((line) => line.currency)).size === 1
}
