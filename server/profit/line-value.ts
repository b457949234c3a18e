import type { VatCode } from '../../contract/codes.ts'
import type { ProfitLine } from '../../contract/profit.ts'
import { vatInsideMinor } from '../money/net-cost.ts'
import { deductsInputVat, outputVatPercent, type OwnRegime } from '../money/own-regime.ts'
import { divideRounded } from '../money/rounding.ts'
import { vatPercent } from '../money/vat.ts'
import type { ExchangeRate } from './trip.ts'

const TEN_THOUSAND = 10_000

/** A line in the portal's own currency; null where the day has no recorded rate. One line, rounded once. */
export function inOwnCurrency(line: ProfitLine, currency: string, on: string, exchange: ExchangeRate): number | null {
  if (line.currency === currency) return line.minor
  const rate = exchange(line.currency, on)
  if (rate === null || !Number.isSafeInteger(rate) || rate <= 0) return null
  const product = line.minor * rate
  // Beyond that kopecks are no longer exact; such a sum is a mistake.
  return Number.isSafeInteger(product) ? divideRounded(product, TEN_THOUSAND) : null
}

/** A line taken apart: what remains, and the tax inside, which together are what is written. */
export interface Split {
  netMinor: number
  vatMinor: number
}

/** Something we pay: the tax is taken back by those who may, and is part of the cost for all others. */
export function splitCost(minor: number, vat: VatCode, own: OwnRegime): Split {
  const vatMinor = deductsInputVat(own) ? vatInsideMinor(minor, vatPercent(vat)) : 0
  return { netMinor: minor - vatMinor, vatMinor }
}

/** Something we are paid: our own regime and the day decide the tax we owe inside it. */
export function splitRevenue(minor: number, vat: VatCode, own: OwnRegime, serviceOn: string): Split {
  const vatMinor = vatInsideMinor(minor, outputVatPercent(own, vat, serviceOn))
  return { netMinor: minor - vatMinor, vatMinor }
}
