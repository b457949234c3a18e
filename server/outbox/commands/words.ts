import { TERM_EVENT_LABELS, VAT_LABELS, type Language, type VatCode } from '../../../contract/codes.ts'
import type { Money } from '../../../contract/money.ts'
import type { OfferPayload } from './offer-payload.ts'

/** «85 000 ₽ с НДС 22 %»: what stands in the portal is written for people there, in their language. */
export function rateWords(rate: Money, vat: VatCode, language: Language): string {
  return `${moneyWords(rate, language)} ${VAT_LABELS[vat][language]}`
}

/** The price of an offer: for the trip, per kilometre, or both. */
export function priceWords(offer: Pick<OfferPayload, 'rate' | 'ratePerKm' | 'vat'>, language: Language): string {
  const perKm = offer.ratePerKm && `${moneyWords(offer.ratePerKm, language)}/${PER_KM[language]}`
  if (offer.rate === null) return `${perKm ?? NO_RATE[language]} ${VAT_LABELS[offer.vat][language]}`
  return `${rateWords(offer.rate, offer.vat, language)}${perKm ? ` (${perKm})` : ''}`
}
const PER_KM: Record<Language, string> = { ru: 'км', en: 'km' }
const NO_RATE: Record<Language, string> = { ru: 'ставка не названа', en: 'no rate named' }

/** «ВУ 99 12 345678, СТС или VIN 99 22 123456»; empty where neither is known. These papers have no other names. */
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

export function moneyWords(amount: Money, language: Language = 'ru'): string {
  const whole = Math.trunc(amount.minor / 100)
  const kopecks = Math.abs(amount.minor % 100)
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  const sign = amount.currency === 'RUB' ? '₽' : amount.currency
  return `${grouped}${kopecks ? `${language === 'ru' ? ',' : '.'}${String(kopecks).padStart(2, '0')}` : ''}\u00a0${sign}`
}

/** «предоплата 30 %, остальное 5 б. д. по сканам». */
export function termWords(term: NonNullable<OfferPayload['term']>, language: Language): string {
  const words = TERM[language]
  if (term.prepayPercent >= 100) return words.prepaid('100')
  const event = TERM_EVENT_LABELS[term.event][language]
  const rest = term.days === 0 ? `${words.atOnce} ${event}` : `${words.days(term.days, term.bankDays)} ${event}`
  if (term.prepayPercent <= 0) return rest
  const percent = String(term.prepayPercent)
  return `${words.prepaid(language === 'ru' ? percent.replace('.', ',') : percent)}, ${words.rest} ${rest}`
}
const TERM = {
  ru: {
    prepaid: (percent: string) => `предоплата ${percent} %`,
    rest: 'остальное',
    atOnce: 'сразу',
    days: (count: number, bank: boolean) => `${count} ${bank ? 'б. д.' : 'к. д.'}`,
  },
  en: {
    prepaid: (percent: string) => `${percent}% in advance`,
    rest: 'the rest',
    atOnce: 'at once',
    days: (count: number, bank: boolean) => `${count} ${bank ? 'bank' : 'calendar'} ${count === 1 ? 'day' : 'days'}`,
  },
}

/**
 * The portal reads square brackets as markup: a hostile company name could draw a link or a picture. Round ones
 * say the same to a person.
 */
export function plain(text: string): string {
  return text.replaceAll('[', '(').replaceAll(']', ')').replace(/\s+/g, ' ').trim()
}
