import type { VatCode } from '../../contract/codes.ts'
import { deductsInputVat, outputVatPercent, type OwnRegime } from './own-regime.ts'
import { divideRounded } from './rounding.ts'
import { vatPercent } from './vat.ts'

/**
 * VAT inside an amount, in kopecks: amount × rate / (100 + rate), rounded once, half away from zero. The rest of
 * the amount is the net, so that tax and net always add up to what the document line says.
 */
export function vatInsideMinor(minor: number, ratePercent: number): number {
  return divideRounded(minor * ratePercent, 100 + ratePercent)
}

/**
 * What a price written with this VAT code costs our own entity, in kopecks: without the tax where it is deducted,
 * whole where it is not (no VAT, 0 %, cash, or an entity without deductions). One document line, rounded once.
 */
export function netCostMinor(minor: number, vat: VatCode, own: OwnRegime = 'general'): number {
  return deductsInputVat(own) ? minor - vatInsideMinor(minor, vatPercent(vat)) : minor
}

/** What a client's price leaves our own entity after the VAT it owes for a service of that day, in kopecks. */
export function netRevenueMinor(minor: number, vat: VatCode, own: OwnRegime, serviceOn: string): number {
  return minor - vatInsideMinor(minor, outputVatPercent(own, vat, serviceOn))
}
