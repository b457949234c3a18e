import { DECLINE_REASON_LABELS, type OfferDecisionInput } from '../../../contract/offers.ts'
import { plain, rateWords } from '../../outbox/commands/words.ts'

/** What stands in the timeline of the load after a decision; for people in the portal, in Russian. */
export function decisionText(input: OfferDecisionInput, companyName: string, round: number): string {
  return [headline(input, plain(companyName), round), input.comment && `Комментарий: ${plain(input.comment)}`]
    .filter(Boolean)
    .join('\n')
}

function headline(input: OfferDecisionInput, company: string, round: number): string {
  switch (input.action) {
    case 'accept':
      return `Предложение перевозчика ${company} принято`
    case 'decline':
      return `Предложение перевозчика ${company} отклонено: ${DECLINE_REASON_LABELS[input.reason].ru}`
    case 'withdraw':
      return `Перевозчик ${company} отказался`
    case 'counter':
      return `Торг с перевозчиком ${company}, раунд ${round}: мы предложили ${rateWords(input.rate, input.vat)}`
    case 'answer':
      return `Перевозчик ${company} назвал новую цену: ${rateWords(input.rate, input.vat)}`
    case 'award':
      return `Исполнитель: ${company}`
    case 'extend':
      return `Предложение перевозчика ${company} продлено до ${momentWords(input.validUntilAt)}`
    case 'reopen':
      return `Предложение перевозчика ${company} снова в работе`
  }
}

/** «27.11.2026 18:00 (МСК)». */
function momentWords(at: string): string {
  const text = new Intl.DateTimeFormat('ru-RU', {
    timeZone: 'Europe/Moscow',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at))
  return `${text.replace(',', '')} (МСК)`
}
