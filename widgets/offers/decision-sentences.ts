import { DECLINE_REASON_LABELS, type OfferDecision } from '../../contract/offers.ts'
import type { Language } from '../../contract/codes.ts'
import { momentFull, type Clock } from '../shared/sentences/dates.ts'
import { money } from '../shared/sentences/numbers.ts'
import { vatText } from '../shared/sentences/rate.ts'
import { isUnderWay, writeSentence, writeTone, type WriteTone } from '../shared/sentences/write.ts'

/** Where the newest decision stands, while it is worth telling: on its way, or not taken by the portal. */
export function writeNote(
  language: Language,
  decisions: readonly OfferDecision[],
): { text: string; tone: WriteTone } | null {
  const write = decisions.at(-1)?.write
  if (!write || (writeTone(write) === 'good' && !isUnderWay(write))) return null
  return { text: writeSentence(language, write, null), tone: writeTone(write) }
}

/** «Мы предложили 80 000 ₽ без НДС», «Отклонено: дорого». */
export function decisionSentence(language: Language, decision: OfferDecision, clock: Clock): string {
  const ru = language === 'ru'
  const price = decision.rate ? `${money(language, decision.rate)} ${vatText(language, decision.rate.vat)}` : ''
  const until = decision.validUntilAt ? momentFull(language, decision.validUntilAt, clock) : ''
  switch (decision.action) {
    case 'accept':
      return ru ? 'Принято' : 'Accepted'
    case 'decline': {
      const reason = decision.reason ? `: ${DECLINE_REASON_LABELS[decision.reason][language]}` : ''
      return (ru ? 'Отклонено' : 'Declined') + reason
    }
    case 'withdraw':
      return ru ? 'Перевозчик отказался' : 'The carrier withdrew'
    case 'counter':
      return ru ? `Мы предложили ${price}` : `We offered ${price}`
    case 'answer':
      return ru ? `Перевозчик назвал ${price}` : `The carrier asked ${price}`
    case 'award':
      return ru ? 'Выбран исполнителем' : 'Awarded'
    case 'extend':
      return ru ? `Продлено до ${until}` : `Extended until ${until}`
    case 'reopen':
      return ru ? 'Возвращено в работу' : 'Reopened'
  }
}
