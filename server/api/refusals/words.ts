import type { Language } from '../../../contract/codes.ts'
import { REFUSAL_REASON_LABELS, type RefusalReason } from '../../../contract/refusal-reasons.ts'
import type { Rate } from '../../../contract/money.ts'
import { moneyWords, plain } from '../../outbox/commands/words.ts'

/** What the sentences below speak of. Names and texts come from people: they are freed of markup here. */
export interface Told {
  /** What the portal speaks: everybody reads what stands in a card. People are told in their own language. */
  portalLanguage: Language
  title: string
  /** Path of the card in the portal; null in the card's own timeline. */
  path: string | null
  kind: 'request' | 'order' | 'lead'
  reason: RefusalReason
  comment: string
  sum: Rate | null
  asker: string
  by: string | null
  insteadOf: string | null
  text: string | null
  to: string | null
  untilOn: string | null
}

const CARD: Record<Told['kind'], Record<Language, string>> = {
  request: { ru: 'запрос', en: 'request' },
  order: { ru: 'заявка', en: 'order' },
  lead: { ru: 'лид', en: 'lead' },
}

const cardName = (told: Told, language: Language) => {
  const name = `${CARD[told.kind][language]} ${told.path ? `[url=${told.path}]${plain(told.title)}[/url]` : `«${plain(told.title)}»`}`
  return name
}
const reasonName = (told: Told, language: Language) => REFUSAL_REASON_LABELS[told.reason][language]
const sumName = (told: Told) => (told.sum ? `, ${moneyWords(told.sum)}` : '')
const day = (on: string | null) => (on ? on.split('-').toReversed().join('.') : '')
const byName = (told: Told, language: Language) =>
  told.insteadOf
    ? `${plain(told.by ?? '')} (${language === 'ru' ? 'за' : 'for'} ${plain(told.insteadOf)})`
    : plain(told.by ?? '')
const quote = (text: string | null) => (text?.trim() ? `: «${plain(text)}»` : '')

/** One sentence in each language; markup is ours only. */
type Sentence = Record<Language, (told: Told) => string>

/** What is said to somebody in a notification. */
export const NOTICES = {
  asked: {
    ru: (told) =>
      `Отказ ждёт вашего решения — ${cardName(told, 'ru')}${sumName(told)}. ${plain(told.asker)}: ${reasonName(told, 'ru')}${quote(told.comment)}`,
    en: (told) =>
      `A refusal waits for your decision: ${cardName(told, 'en')}${sumName(told)}. ${plain(told.asker)}: ${reasonName(told, 'en')}${quote(told.comment)}`,
  },
  escalated: {
    ru: (told) =>
      `Отказ не рассмотрели вовремя, решаете вы — ${cardName(told, 'ru')}${sumName(told)}. ${plain(told.asker)}: ${reasonName(told, 'ru')}${quote(told.comment)}`,
    en: (told) =>
      `Nobody decided a refusal in time, it is yours now: ${cardName(told, 'en')}${sumName(told)}. ${plain(told.asker)}: ${reasonName(told, 'en')}${quote(told.comment)}`,
  },
  lifted: {
    ru: (told) =>
      `Отказ ждёт вашего решения: тех, кто решает обычно, сегодня нет — ${cardName(told, 'ru')}${sumName(told)}. ${plain(told.asker)}: ${reasonName(told, 'ru')}${quote(told.comment)}`,
    en: (told) =>
      `A refusal waits for your decision, as those who usually decide are away: ${cardName(told, 'en')}${sumName(told)}. ${plain(told.asker)}: ${reasonName(told, 'en')}${quote(told.comment)}`,
  },
  approved: {
    ru: (told) => `Отказ согласован — ${cardName(told, 'ru')}. ${byName(told, 'ru')}${quote(told.text)}`,
    en: (told) => `The refusal is approved: ${cardName(told, 'en')}. ${byName(told, 'en')}${quote(told.text)}`,
  },
  returned: {
    ru: (told) =>
      `Отказ не согласован, вернули в работу — ${cardName(told, 'ru')}. ${byName(told, 'ru')}${quote(told.text)}. Делает ${plain(told.to ?? '')}, до ${day(told.untilOn)}`,
    en: (told) =>
      `The refusal was returned: ${cardName(told, 'en')}. ${byName(told, 'en')}${quote(told.text)}. ${plain(told.to ?? '')} does it, until ${day(told.untilOn)}`,
  },
  handed_over: {
    ru: (told) =>
      `Вместо отказа передан — ${cardName(told, 'ru')}. Теперь ведёт ${plain(told.to ?? '')}. Решение: ${byName(told, 'ru')}${quote(told.text)}`,
    en: (told) =>
      `Handed over instead of refused: ${cardName(told, 'en')}. ${plain(told.to ?? '')} has it now. ${byName(told, 'en')}${quote(told.text)}`,
  },
  questioned: {
    ru: (told) => `Вопрос по отказу — ${cardName(told, 'ru')}. ${byName(told, 'ru')}${quote(told.text)}`,
    en: (told) => `A question about a refusal: ${cardName(told, 'en')}. ${byName(told, 'en')}${quote(told.text)}`,
  },
  answered: {
    ru: (told) =>
      `Ответ по отказу, ждёт вашего решения — ${cardName(told, 'ru')}. ${byName(told, 'ru')}${quote(told.text)}`,
    en: (told) =>
      `An answer about a refusal, it waits for your decision: ${cardName(told, 'en')}. ${byName(told, 'en')}${quote(told.text)}`,
  },
  expired: {
    ru: (told) => `Отказ не согласовали в срок, он снят — ${cardName(told, 'ru')}. Запросите его ещё раз`,
    en: (told) => `Nobody decided the refusal in time, it is void: ${cardName(told, 'en')}. Ask again`,
  },
  instructed: {
    ru: (told) => `Что сделать после возврата — ${cardName(told, 'ru')}. ${byName(told, 'ru')}${quote(told.text)}`,
    en: (told) => `What to do after the return: ${cardName(told, 'en')}. ${byName(told, 'en')}${quote(told.text)}`,
  },
  instruct: {
    ru: (told) =>
      `Вы вернули в работу — ${cardName(told, 'ru')}. Напишите на вкладке «Отказ», что сделать: пока в задаче сказано только «продолжайте работу»`,
    en: (told) =>
      `You returned it to work: ${cardName(told, 'en')}. Say in the tab “Refusal” what is to be done: so far the task only says to go on`,
  },
  load_gone: {
    ru: (told) => `Груз снят, перевозчиков искать больше не нужно — ${cardName(told, 'ru')}: ${reasonName(told, 'ru')}`,
    en: (told) => `The load is gone, no carrier is needed any more: ${cardName(told, 'en')}: ${reasonName(told, 'en')}`,
  },
  moved_back: {
    ru: (told) =>
      `Отказ без согласования — ${cardName(told, 'ru')}${sumName(told)}. Кто перевёл: ${told.by ? plain(told.by) : 'робот'}. Мы вернули на прежнюю стадию`,
    en: (told) =>
      `Lost without approval: ${cardName(told, 'en')}${sumName(told)}. Moved by ${told.by ? plain(told.by) : 'a robot'}; we moved it back`,
  },
  reported: {
    ru: (told) =>
      `Отказ без согласования — ${cardName(told, 'ru')}${sumName(told)}. Кто перевёл: ${told.by ? plain(told.by) : 'робот'}`,
    en: (told) =>
      `Lost without approval: ${cardName(told, 'en')}${sumName(told)}. Moved by ${told.by ? plain(told.by) : 'a robot'}`,
  },
  left: {
    ru: (told) =>
      `Карточку снова и снова переводят в отказ без согласования — ${cardName(told, 'ru')}. Мы больше не возвращаем её: проверьте роботов и права на стадию`,
    en: (told) =>
      `A card is moved to lost again and again without approval: ${cardName(told, 'en')}. We no longer move it back: check robots and stage rights`,
  },
} as const satisfies Record<string, Sentence>
export type NoticeName = keyof typeof NOTICES

/** What stands in the card's timeline, in the portal's own language. */
const SAID_IN_CARD = {
  asked: {
    ru: (told) => `Запрошен отказ. Причина: ${reasonName(told, 'ru')}. ${plain(told.comment)}`,
    en: (told) => `A refusal is asked for. Reason: ${reasonName(told, 'en')}. ${plain(told.comment)}`,
  },
  lost: {
    ru: (told) =>
      `Отказ: ${reasonName(told, 'ru')}. ${plain(told.comment)}\nПросит: ${plain(told.asker)}. ${
        told.by ? `Согласие: ${byName(told, 'ru')}${quote(told.text)}` : 'Согласование не требуется'
      }`,
    en: (told) =>
      `Refused: ${reasonName(told, 'en')}. ${plain(told.comment)}\nAsked by ${plain(told.asker)}. ${
        told.by ? `Approved by ${byName(told, 'en')}${quote(told.text)}` : 'No approval was needed'
      }`,
  },
  returned: {
    ru: (told) =>
      `Отказ не согласован (${byName(told, 'ru')})${quote(told.text)}\nДелает ${plain(told.to ?? '')}, до ${day(told.untilOn)}`,
    en: (told) =>
      `The refusal is not approved (${byName(told, 'en')})${quote(told.text)}\n${plain(told.to ?? '')} does it, until ${day(told.untilOn)}`,
  },
  instructed: {
    ru: (told) => `Что сделать после возврата — ${byName(told, 'ru')}${quote(told.text)}`,
    en: (told) => `What to do after the return, by ${byName(told, 'en')}${quote(told.text)}`,
  },
  handed_over: {
    ru: (told) =>
      `Вместо отказа карточка передана: ${plain(told.to ?? '')}. Решение: ${byName(told, 'ru')}${quote(told.text)}`,
    en: (told) =>
      `Handed over instead of refused: ${plain(told.to ?? '')} has it now. Decided by ${byName(told, 'en')}${quote(told.text)}`,
  },
  questioned: {
    ru: (told) => `Вопрос по отказу от ${byName(told, 'ru')}${quote(told.text)}`,
    en: (told) => `A question about the refusal by ${byName(told, 'en')}${quote(told.text)}`,
  },
  answered: {
    ru: (told) => `Ответ по отказу от ${byName(told, 'ru')}${quote(told.text)}`,
    en: (told) => `An answer about the refusal by ${byName(told, 'en')}${quote(told.text)}`,
  },
  withdrawn: {
    ru: (told) => `Отказ отозван: ${plain(told.asker)}`,
    en: (told) => `The refusal is withdrawn: ${plain(told.asker)}`,
  },
  expired: {
    ru: () => 'Отказ не согласовали в срок: он снят',
    en: () => 'Nobody decided the refusal in time: it is void',
  },
  lifted: {
    ru: (told) =>
      `Все, кто решает, сегодня отсутствуют и не оставили заместителя. Теперь решить может и ${plain(told.to ?? '')}`,
    en: (told) =>
      `Everybody who decides is away and has left no deputy. ${plain(told.to ?? '')} may decide now as well`,
  },
  escalated: {
    ru: () => 'Отказ не рассмотрели вовремя: решает директор',
    en: () => 'Nobody decided the refusal in time: the director does now',
  },
  moved_back: {
    ru: (told) =>
      `Карточку перевели в отказ без того, что требует правило (${told.by ? plain(told.by) : 'робот'}). Она возвращена на прежнюю стадию: укажите причину и комментарий или запросите отказ на вкладке «Отказ»`,
    en: (told) =>
      `The card was moved to lost without what the rule demands (${told.by ? plain(told.by) : 'a robot'}). It is back where it stood: state a reason and a comment, or ask in the tab “Refusal”`,
  },
} as const satisfies Record<string, Sentence>
export type CardNote = keyof typeof SAID_IN_CARD

/** A sentence for the card's own timeline or its chat. */
export function cardNote(note: CardNote, told: Told): string {
  return SAID_IN_CARD[note][told.portalLanguage]({ ...told, path: null })
}

/** The same where it is said who decides. */
export function askedNote(told: Told, waitsFor: string): string {
  const who = { ru: 'Решают', en: 'To decide' }[told.portalLanguage]
  return `${cardNote('asked', told)}\n${who}: ${plain(waitsFor)}`
}

/** Nobody can decide: an administrator has to be told. */
export const NOBODY: Record<Language, string> = {
  ru: 'никто: нужен администратор',
  en: 'nobody: an administrator is needed',
}

/** What a task says until the head who pressed the button has said more. */
export const WORDLESS: Record<Language, string> = {
  ru: 'Продолжайте работу: отказ не согласован',
  en: 'Go on: the refusal is not approved',
}

/** A task in the language of whoever does it. */
export const TASKS = {
  returned: {
    ru: (told) => `Вернули из отказа: ${plain(told.title)}`,
    en: (told) => `Returned from refusal: ${plain(told.title)}`,
  },
  next_contact: {
    ru: (told) => `Связаться с клиентом: ${plain(told.title)}`,
    en: (told) => `Contact the client: ${plain(told.title)}`,
  },
  next_contact_text: {
    ru: (told) => `Прошлый запрос закрыт: ${reasonName(told, 'ru')}. ${plain(told.comment)}`,
    en: (told) => `The last request is closed: ${reasonName(told, 'en')}. ${plain(told.comment)}`,
  },
} as const satisfies Record<string, Sentence>
