import { TERM_EVENT_LABELS, VAT_LABELS, type VatCode } from '../../../contract/codes.ts'
import type { Money } from '../../../contract/money.ts'
import type { OfferPayload } from './offer-payload.ts'

/** «85 000 ₽ с НДС 22 %»: what stands in the portal is written for people there, in Russian. */
export function rateWords(rate: Money, vat: VatCode): string {
  return `${moneyWords(rate)} ${VAT_LABELS[vat].ru}`
}

/** The price of an offer: for the trip, per kilometre, or both. */
export function priceWords(offer: Pick<OfferPayload, 'rate' | 'ratePerKm' | 'vat'>): string {
  const perKm = offer.ratePerKm && `${moneyWords(offer.ratePerKm)}/км`
  if (offer.rate === null) return `${perKm ?? 'ставка не названа'} ${VAT_LABELS[offer.vat].ru}`
  return `${rateWords(offer.rate, offer.vat)}${perKm ? ` (${perKm})` : ''}`
}

/** «ВУ 99 12 345678, СТС или VIN 99 22 123456»; empty where neither is known. */
export function papersWords(papers: Pick<OfferPayload, 'driverLicence' | 'vehiclePaper'>): string {
  const { driverLicence, vehiclePaper } = papers
  return [driverLicence && `ВУ ${driverLicence}`, vehiclePaper && `СТС или VIN ${vehiclePaper}`]
    .filter(Boolean)
    .join(', ')
}

/** «27.11.2026» of YYYY-MM-DD. */
export function dayWords(on: string): string {
  return on.slice(0, 10).split('-').toReversed().join('.')
}

export function moneyWords(amount: Money): string {
  const whole = Math.trunc(amount.minor / 100)
  const kopecks = Math.abs(amount.minor % 100)
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  const sign = amount.currency === 'RUB' ? '₽' : amount.currency
  return `${grouped}${kopecks ? `,${String(kopecks).padStart(2, '0')}` : ''}\u00a0${sign}`
}

/** «предоплата 30 %, остальное 5 б. д. по сканам». */
export function termWords(term: NonNullable<OfferPayload['term']>): string {
  if (term.prepayPercent >= 100) return 'предоплата 100 %'
  const rest =
    term.days === 0
      ? `сразу ${TERM_EVENT_LABELS[term.event].ru}`
      : `${term.days} ${term.bankDays ? 'б. д.' : 'к. д.'} ${TERM_EVENT_LABELS[term.event].ru}`
  return term.prepayPercent > 0
    ? `предоплата ${String(term.prepayPercent).replace('.', ',')} %, остальное ${rest}`
    : rest
}

/**
 * The portal reads square brackets as markup: a hostile company name could draw a link or a picture. Round ones
 * say the same to a person.
 */
export function plain(text: string): string {
  return text.replaceAll('[', '(').replaceAll(']', ')').replace(/\s+/g, ' ').trim()
}
