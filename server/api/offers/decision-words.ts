import type { Language } from '../../../contract/codes.ts'
import { DECLINE_REASON_LABELS, type OfferDecisionInput } from '../../../contract/offers.ts'
import { plain, rateWords } from '../../outbox/commands/words.ts'

/** What stands in the timeline of the load after a decision; `language` is the portal’s. */
export function decisionText(
  input: OfferDecisionInput,
  companyName: string,
  round: number,
  language: Language,
): string {
  const comment = { ru: 'Комментарий', en: 'Comment' }[language]
  return [HEADLINES[language](input, plain(companyName), round), input.comment && `${comment}: ${plain(input.comment)}`]
    .filter(Boolean)
    .join('\n')
}

type Headline = (input: OfferDecisionInput, company: string, round: number) => string

const HEADLINES: Record<Language, Headline> = {
  ru(input, company, round) {
    switch (input.action) {
      case 'accept':
        return `Предложение перевозчика ${company} принято`
      case 'decline':
        return `Предложение перевозчика ${company} отклонено: ${DECLINE_REASON_LABELS[input.reason].ru}`
      case 'withdraw':
        return `Перевозчик ${company} отказался`
      case 'counter':
        return `Торг с перевозчиком ${company}, раунд ${round}: мы предложили ${rateWords(input.rate, input.vat, 'ru')}`
      case 'answer':
        return `Перевозчик ${company} назвал новую цену: ${rateWords(input.rate, input.vat, 'ru')}`
      case 'award':
        return `Исполнитель: ${company}`
      case 'extend':
        return `Предложение перевозчика ${company} продлено до ${momentWords(input.validUntilAt)} (МСК)`
      case 'reopen':
        return `Предложение перевозчика ${company} снова в работе`
    }
  },
  en(input, company, round) {
    switch (input.action) {
      case 'accept':
        return `The offer of ${company} is accepted`
      case 'decline':
        return `The offer of ${company} is declined: ${DECLINE_REASON_LABELS[input.reason].en}`
      case 'withdraw':
        return `${company} has withdrawn`
      case 'counter':
        return `Bargain with ${company}, round ${round}: we proposed ${rateWords(input.rate, input.vat, 'en')}`
      case 'answer':
        return `${company} named a new price: ${rateWords(input.rate, input.vat, 'en')}`
      case 'award':
        return `Executor: ${company}`
      case 'extend':
        return `The offer of ${company} is extended until ${momentWords(input.validUntilAt)} (Moscow)`
      case 'reopen':
        return `The offer of ${company} is in work again`
    }
  },
}

/** «27.11.2026 18:00» by Moscow’s clocks. */
function momentWords(at: string): string {
  const text = new Intl.DateTimeFormat('ru-RU', {
    timeZone: 'Europe/Moscow',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at))
  return text.replace(',', '')
}

/** What those who have to do with a load are told when it is awarded; each in his own language. */
export const AWARD_NOTICES: Record<
  Language,
  {
    card(kind: 'request' | 'order', link: string): string
    gone(card: string, carrier: string): string
    executor(card: string, carrier: string): string
  }
> = {
  ru: {
    card: (kind, link) => `${kind === 'request' ? 'запросу' : 'заявке'} ${link}`,
    gone: (card, carrier) => `Груз по ${card} отдан другому перевозчику. Ваш перевозчик ${carrier} свободен.`,
    executor: (card, carrier) => `Исполнитель по ${card}: ${carrier}`,
  },
  en: {
    card: (kind, link) => `${kind} ${link}`,
    gone: (card, carrier) => `The load of ${card} went to another carrier. Your carrier ${carrier} is free.`,
    executor: (card, carrier) => `Executor for ${card}: ${carrier}`,
  },
}
