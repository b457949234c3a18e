import type { Language } from '../../../contract/codes.ts'
import type { ProblemCode } from '../../../contract/problem.ts'
import type { WriteReason } from '../../../contract/write.ts'

/** `offline`: our own server did not answer at all, so no code came. */
export type AnyProblemCode = ProblemCode | 'offline'

const PROBLEMS: Record<AnyProblemCode, { ru: string; en: string }> = {
  bad_input: {
    ru: 'Не всё заполнено верно. Ничего не записано.',
    en: 'Something is filled in wrongly. Nothing was recorded.',
  },
  not_signed_in: {
    ru: 'Портал не подтвердил, кто вы. Обновите страницу.',
    en: 'The portal did not confirm who you are. Reload the page.',
  },
  session_expired: { ru: 'Сеанс закончился. Обновите страницу.', en: 'The session has ended. Reload the page.' },
  no_right: {
    ru: 'У вас нет права на эту карточку или действие. Спросите администратора портала.',
    en: 'You have no right to this card or action. Ask the portal administrator.',
  },
  not_found: { ru: 'Этой записи больше нет. Обновите карточку.', en: 'This record is gone. Reload the card.' },
  load_closed: {
    ru: 'Груз уже закрыт: предложения к нему не добавляют.',
    en: 'The load is closed: offers can no longer be added.',
  },
  changed_meanwhile: {
    ru: 'Пока вы смотрели, это изменил кто-то другой. Ничего не записано, на экране — как есть сейчас.',
    en: 'Somebody else changed this meanwhile. Nothing was recorded; the screen shows how it is now.',
  },
  already_awarded: {
    ru: 'Груз уже отдан другому перевозчику. Сначала снимите его.',
    en: 'The load is already awarded to another carrier. Withdraw that one first.',
  },
  portal_unreachable: {
    ru: 'Портал сейчас не отвечает. Ничего не потеряно, попробуйте через минуту.',
    en: 'The portal does not answer now. Nothing is lost, try again in a minute.',
  },
  portal_unknown: {
    ru: 'Этот портал приложению не знаком. Его нужно установить заново.',
    en: 'This portal is not known to the app. Install the app again.',
  },
  not_installed: {
    ru: 'Приложение ещё не настроено. Администратор должен открыть «Рейс» и закончить установку.',
    en: 'The app is not set up yet. An administrator has to open Reis and finish the installation.',
  },
  place_unknown: {
    ru: 'Место не распознано. Выберите его в строке груза.',
    en: 'The place is not recognised. Choose it in the load line.',
  },
  nobody_to_ask: {
    ru: 'Спросить некого: в Битрикс24 у отделов над менеджером этой заявки не указан руководитель.',
    en: 'There is nobody to ask: in Bitrix24 the departments above this order’s manager have no head.',
  },
  too_many_requests: {
    ru: 'Слишком много запросов подряд. Подождите полминуты.',
    en: 'Too many requests at once. Wait half a minute.',
  },
  unexpected: {
    ru: 'У нас что-то сломалось. Сделанное раньше сохранено, попробуйте ещё раз.',
    en: 'Something broke on our side. What you did before is kept, try again.',
  },
  offline: {
    ru: 'Нет связи с сервером «Рейса». Можно нажать ещё раз: дважды не запишется.',
    en: 'The Reis server cannot be reached. Press again: nothing is recorded twice.',
  },
}

/** A sentence that says what happened and what is safe. */
export function problemSentence(language: Language, code: AnyProblemCode): string {
  return PROBLEMS[code][language]
}

const WRITE_REASONS: Record<WriteReason, { ru: string; en: string }> = {
  no_right: { ru: 'у вас нет права записать это в портале', en: 'you have no right to write this in the portal' },
  item_gone: { ru: 'карточку удалили', en: 'the card was deleted' },
  field_rejected: { ru: 'портал не принял значение поля', en: 'the portal refused the value of a field' },
  field_missing: {
    ru: 'в портале нет нужного поля: администратору нужно повторить установку',
    en: 'the portal lacks a field: the administrator has to repeat the installation',
  },
  changed_meanwhile: { ru: 'запись тем временем изменили', en: 'the record was changed meanwhile' },
  user_signed_out: {
    ru: 'портал просит войти заново: обновите страницу',
    en: 'the portal asks to sign in again: reload the page',
  },
  portal_unreachable: {
    ru: 'портал не отвечает, запишем, когда ответит',
    en: 'the portal does not answer; it will be written when it does',
  },
  portal_limit: {
    ru: 'портал ограничил число запросов, запишем позже',
    en: 'the portal limits requests; it will be written later',
  },
  dependency_refused: { ru: 'не записалось то, от чего это зависит', en: 'what it depends on was not written' },
  app_removed: { ru: 'приложение удалили с портала', en: 'the app was removed from the portal' },
  unexpected: { ru: 'неожиданный ответ портала', en: 'the portal gave an unexpected answer' },
}

/** The same to somebody who did not write it himself. */
const REASONS_OF_OTHERS: Partial<typeof WRITE_REASONS> = {
  no_right: {
    ru: 'у автора нет на это права в портале',
    en: 'its author has no right to do so in the portal',
  },
  user_signed_out: {
    ru: 'автор вышел из портала: пусть откроет любую карточку',
    en: 'its author is signed out of the portal: ask them to open any card',
  },
}

/** Why a write was refused, as the tail of a sentence: «не записано: карточку удалили». */
export function writeReasonText(language: Language, reason: WriteReason): string {
  return WRITE_REASONS[reason][language]
}

/** The same for whoever looks through what others wrote. */
export function othersWriteReasonText(language: Language, reason: WriteReason): string {
  return (REASONS_OF_OTHERS[reason] ?? WRITE_REASONS[reason])[language]
}
