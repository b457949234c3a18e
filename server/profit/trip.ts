import type { ExpenseLine, OwnRole, PaymentTerm, ProfitLine } from '../../contract/profit.ts'
import type { OwnRegime } from '../money/own-regime.ts'

/** Roubles for one unit of a currency on a day, in ten-thousandths, as the portal recorded it; null: not recorded. */
export type ExchangeRate = (currency: string, on: string) => number | null

/** Everything the profit of one order is calculated from. Null is "not stated", never zero. */
export interface Trip {
  /** Calendar day of the service (unloading), YYYY-MM-DD: it decides rates of VAT and of exchange. */
  serviceOn: string | null
  own: { regime: OwnRegime; role: OwnRole } | null
  client: ProfitLine | null
  /** One line a carrier or a leg. */
  carriers: readonly ProfitLine[]
  expenses: readonly ExpenseLine[]
  km: number | null
  clientTerm: PaymentTerm | null
  /** Of the carriers, in their order; absent ones are not stated. */
  carrierTerms: readonly (PaymentTerm | null)[]
  /** Days of what has happened, in the order it has to happen in; null: not yet, or not told. */
  happened?: readonly (string | null)[]
  /** Carriers awarded by their offers; more than one is a mistake in the cards. */
  awarded?: number
  /** What the card holds and no calculation can take: a rate below zero, a payment form of no known meaning. */
  odd?: readonly string[]
}

/** What a portal has set for all its trips. */
export interface ProfitSettings {
  /** Everything is brought to it. */
  currency: string
  /** Price of money, per cent a year; null: not reckoned. */
  annualPercent: number | null
  /** What a rouble of cash costs beyond itself, per cent: 25 where it saves no profit tax. */
  cashPercent: number
  /** Below this share of net revenue a head is asked; null: no minimum. */
  minimumShare: number | null
  exchange: ExchangeRate
}
