import type { Language } from '../../contract/codes.ts'
import type { TypedTerm } from '../../typed/term.ts'

const EVENT_WORDS: Record<Language, Record<TypedTerm['event'], string>> = {
  ru: {
    unloading: 'на выгрузке',
    scan: 'по сканам',
    originals: 'по оригиналам',
    invoice: 'от счёта',
    etrn: 'по ЭТрН',
  },
  en: { unloading: 'unloading', scan: 'scans', originals: 'originals', invoice: 'invoice', etrn: 'e-waybill' },
}

/** A term as a logist would type it, so that it can be changed by a few keys: «5 бд по сканам», “5 bd scans”. */
export function termAsTyped(term: TypedTerm, language: Language): string {
  const ru = language === 'ru'
  if (term.prepayPercent >= 100) return ru ? 'предоплата 100%' : 'prepay 100%'
  const prepay = term.prepayPercent > 0 ? `${ru ? 'аванс' : 'prepay'} ${term.prepayPercent}%, ` : ''
  const kind = term.bankDays ? (ru ? 'бд' : 'bd') : ru ? 'кд' : 'cd'
  const days = term.days > 0 ? `${term.days} ${kind} ` : ''
  return `${prepay}${days}${EVENT_WORDS[language][term.event]}`
}
