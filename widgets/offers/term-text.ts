import { TERM_EVENT_LABELS, type Language } from '../../contract/codes.ts'
import type { PaymentTerm } from '../../contract/profit.ts'

/** «предоплата 30 %, 5 б. д. по сканам», «14 к. д. после выгрузки». */
export function termText(language: Language, term: PaymentTerm): string {
  const ru = language === 'ru'
  const event = term.event ? ` ${TERM_EVENT_LABELS[term.event][language]}` : ''
  const kind = term.bankDays ? (ru ? 'б. д.' : 'bank days') : ru ? 'к. д.' : 'days'
  if (term.prepayPercent >= 100) return ru ? 'предоплата 100 %' : '100% prepaid'
  const rest = term.days === 0 ? (ru ? `сразу${event}` : `at once${event}`) : `${term.days} ${kind}${event}`
  if (!term.prepayPercent) return rest
  return ru ? `предоплата ${term.prepayPercent} %, ${rest}` : `${term.prepayPercent}% prepaid, ${rest}`
}
