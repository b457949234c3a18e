import { TERM_EVENT_LABELS, VAT_LABELS, type VatCode } from '../../../contract/codes.ts'
import type { Money } from '../../../contract/money.ts'
import type { OfferPayload } from './offer-payload.ts'

/** «85 000 ₽ с НДС 22 %»: what stands in the portal is written for people there, in Russian. */
export function rateWords(rate: Money, vat: VatCode): string {
  return `${moneyWords(rate)} ${VAT_LABELS[vat].ru}`
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
