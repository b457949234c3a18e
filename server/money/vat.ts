import type { VatCode } from '../../contract/codes.ts'

/**
 * What a VAT code says of a written price. `inside` means the price contains the tax; prices with the tax on top
 * are not written in orders. `simplified` is the 5 or 7 % of a small seller: he deducts nothing, his buyer does.
 */
export interface VatTreatment {
  code: VatCode
  ratePercent: number
  tax: 'inside' | 'absent'
  regime: 'general' | 'reduced' | 'simplified' | 'zero' | 'without' | 'cash'
  /** First and last calendar day of service the rate may be charged for; null: no bound that matters to freight. */
  sinceOn: string | null
  untilOn: string | null
}

/** The general rate by the day of the service, newest first: 22 % since 2026-01-01, 20 % before. */
const GENERAL_RATES = [
  { percent: 22, sinceOn: '2026-01-01' },
  { percent: 20, sinceOn: '' },
] as const

const always = { sinceOn: null, untilOn: null }
const TREATMENTS: Record<VatCode, Omit<VatTreatment, 'code'>> = {
  '22': { ratePercent: 22, tax: 'inside', regime: 'general', sinceOn: '2026-01-01', untilOn: null },
  '20': { ratePercent: 20, tax: 'inside', regime: 'general', sinceOn: '2019-01-01', untilOn: '2025-12-31' },
  '10': { ratePercent: 10, tax: 'inside', regime: 'reduced', ...always },
  '7': { ratePercent: 7, tax: 'inside', regime: 'simplified', sinceOn: '2025-01-01', untilOn: null },
  '5': { ratePercent: 5, tax: 'inside', regime: 'simplified', sinceOn: '2025-01-01', untilOn: null },
  '0': { ratePercent: 0, tax: 'inside', regime: 'zero', ...always },
  none: { ratePercent: 0, tax: 'absent', regime: 'without', ...always },
  cash: { ratePercent: 0, tax: 'absent', regime: 'cash', ...always },
}

export function vatTreatment(code: VatCode): VatTreatment {
  return { code, ...TREATMENTS[code] }
}

/** Per cent of VAT inside a price written with this code; 0 where there is none. */
export function vatPercent(code: VatCode): number {
  return TREATMENTS[code].ratePercent
}

/** The general rate for a service rendered on this calendar day (YYYY-MM-DD), in per cent. */
export function generalRateOn(serviceOn: string): 20 | 22 {
  return GENERAL_RATES.find((rate) => serviceOn >= rate.sinceOn)!.percent
}

/** Whether a price for a service of that day may carry this code: 22 % before 2026 is a mistake in the card. */
export function isVatInForce(code: VatCode, serviceOn: string): boolean {
  const { sinceOn, untilOn } = TREATMENTS[code]
  return (sinceOn === null || serviceOn >= sinceOn) && (untilOn === null || serviceOn <= untilOn)
}
