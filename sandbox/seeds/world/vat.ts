import { dayOf } from '../days.ts'
import type { Random } from '../random.ts'
import { wheelOf } from '../random.ts'

/** How somebody settles VAT, whatever the year: `general` is the base rate of the day. */
export type Regime = 'general' | '5' | '7' | 'none' | 'cash'

const BASE_RATE_22 = dayOf('2026-01-01')
/** Since then firms on the simplified system may owe 5 or 7 %; before, they wrote «без НДС». */
const SIMPLIFIED_VAT = dayOf('2025-01-01')

/** The code of a price for a carriage that loads on `day`. */
export function vatOn(day: number, regime: Regime, abroad = false): string {
  if (regime === 'general') {
    if (abroad) return '0'
    return day < BASE_RATE_22 ? '20' : '22'
  }
  if (regime === '5' || regime === '7') return day < SIMPLIFIED_VAT ? 'none' : regime
  return regime
}

/** The part of a written price that is VAT is rate / (100 + rate). */
export function vatPercent(code: string): number {
  return code === 'none' || code === 'cash' ? 0 : Number(code)
}

/** What the market adds to a price without VAT to make it this one: less than the tax itself. */
export function marketFactor(code: string): number {
  if (code === '22') return 1.165
  if (code === '20') return 1.15
  if (code === '7') return 1.055
  if (code === '5') return 1.04
  return code === 'cash' ? 0.95 : 1
}

const COMPANY_REGIMES = wheelOf<Regime>({ general: 62, '5': 14, '7': 6, none: 16, cash: 2 })
const ENTREPRENEUR_REGIMES = wheelOf<Regime>({ general: 8, '5': 20, '7': 3, none: 57, cash: 12 })

export function drawRegime(random: Random, form: 'company' | 'entrepreneur'): Regime {
  return (form === 'company' ? COMPANY_REGIMES : ENTREPRENEUR_REGIMES).draw(random)
}
