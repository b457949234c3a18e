import type { VatCode } from '../../contract/codes.ts'
import { generalRateOn } from './vat.ts'

/**
 * How our own legal entity of a payment form is taxed, as principal: `general` ОСНО; `simplified_general` УСН that
 * chose the general rate with deductions; `simplified_7` and `simplified_5` УСН with VAT and no deductions;
 * `simplified_none` УСН without VAT.
 */
export type OwnRegime = 'general' | 'simplified_general' | 'simplified_7' | 'simplified_5' | 'simplified_none'

const CHARGES: Record<OwnRegime, 'general' | 0 | 5 | 7> = {
  general: 'general',
  simplified_general: 'general',
  simplified_7: 7,
  simplified_5: 5,
  simplified_none: 0,
}

/** Only those who charge the general rate may take the VAT inside a carrier's price back. */
export function deductsInputVat(own: OwnRegime): boolean {
  return CHARGES[own] === 'general'
}

/**
 * Per cent of VAT we owe inside a client's price. Our regime and the day of service (YYYY-MM-DD) decide, not the
 * words in the order: a price "without VAT" taken by an ОСНО entity still contains its tax. International carriage
 * (0) and a reduced rate (10) stay as written for those who pay VAT.
 */
export function outputVatPercent(own: OwnRegime, written: VatCode, serviceOn: string): number {
  const charge = CHARGES[own]
  if (charge === 0 || written === '0') return 0
  if (charge !== 'general') return charge
  return written === '10' ? 10 : generalRateOn(serviceOn)
}

/**
 * Of periods in any order the one a day (YYYY-MM-DD) falls into: the latest that has begun; one without a beginning
 * has always been. A day that is not known is taken into the latest. null: none had begun yet.
 */
export function periodOn<Period extends { sinceOn: string | null }>(
  periods: readonly Period[],
  on: string | null,
): Period | null {
  const begun = periods.filter(({ sinceOn }) => sinceOn === null || on === null || sinceOn <= on)
  return begun.toSorted((a, b) => (a.sinceOn ?? '').localeCompare(b.sinceOn ?? '')).at(-1) ?? null
}
