import type { Language } from '../../contract/codes.ts'
import type { WriteStep } from '../../contract/write.ts'
import { writeReasonText } from '../shared/sentences/problem.ts'

const NAMES: Record<string, { ru: string; en: string }> = {
  'add-company': { ru: 'Компания перевозчика', en: 'Company of the carrier' },
  'add-requisite': { ru: 'Реквизиты компании', en: 'Requisites of the company' },
  'add-contact': { ru: 'Контакт', en: 'Contact' },
  'link-caller': { ru: 'Карточка связана с компанией', en: 'The card is tied to the company' },
  'add-offer': { ru: 'Предложение в запросе', en: 'Offer under the request' },
  'comment-load': { ru: 'Комментарий в запросе', en: 'Comment on the request' },
  'comment-card': { ru: 'Комментарий в этой карточке', en: 'Comment on this card' },
  'notify-manager': { ru: 'Уведомление', en: 'Notification' },
  'teach-carrier': { ru: 'База перевозчиков', en: 'Carrier base' },
  'update-item': { ru: 'Изменение карточки', en: 'Change of the card' },
}

export function stepName(language: Language, step: WriteStep): string {
  return (NAMES[step.command] ?? { ru: step.command, en: step.command })[language]
}

/** Where a step stands; a refusal says why, and how to mend it. */
export function stepState(language: Language, step: WriteStep): string {
  const ru = language === 'ru'
  if (step.state === 'done') return ru ? 'записано' : 'written'
  const reason = step.reason ? writeReasonText(language, step.reason) : ''
  if (step.state === 'pending' || step.state === 'sending')
    return (ru ? 'записывается' : 'being written') + (reason ? `: ${reason}` : '…')
  return `${ru ? 'не записано' : 'not written'}${reason ? `: ${reason}` : ''}. ${mend(language, step)}`.trim()
}

function mend(language: Language, { command, reason }: WriteStep): string {
  const ru = language === 'ru'
  if (reason === 'dependency_refused') return ''
  if (command === 'update-item' && (reason === 'no_right' || reason === 'changed_meanwhile'))
    return ru
      ? 'Откройте карточку и измените её сами или попросите менеджера.'
      : 'Open the card and change it, or ask the manager.'
  if (reason === 'no_right')
    return ru
      ? 'Попросите администратора дать право и запишите снова.'
      : 'Ask the administrator for the right, then write again.'
  if (command === 'link-caller' && reason === 'changed_meanwhile')
    return ru
      ? 'К карточке привязана другая компания: проверьте, кто звонил.'
      : 'The card is tied to another company: look who called.'
  return ru
    ? 'Остальное записано; это запишите в карточке сами.'
    : 'The rest is written; write this on the card yourself.'
}
