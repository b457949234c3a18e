import type { TypedTerm } from '../../typed/term.ts'

const EVENT_WORDS: Record<TypedTerm['event'], string> = {
  unloading: 'на выгрузке',
  scan: 'по сканам',
  originals: 'по оригиналам',
  invoice: 'от счёта',
  etrn: 'по ЭТрН',
}

/** A term as a logist would type it, so that it can be changed by a few keys: «5 бд по сканам». */
export function termAsTyped(term: TypedTerm): string {
  if (term.prepayPercent >= 100) return 'предоплата 100%'
  const prepay = term.prepayPercent > 0 ? `аванс ${term.prepayPercent}%, ` : ''
  const days = term.days > 0 ? `${term.days} ${term.bankDays ? 'бд' : 'кд'} ` : ''
  return `${prepay}${days}${EVENT_WORDS[term.event]}`
}
