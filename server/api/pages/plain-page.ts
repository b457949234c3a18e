import { pageHeaders } from './page-headers.ts'

const SENTENCES = {
  portal_unknown: {
    ru: 'Этот портал не подключён к приложению «Рейс». Администратор портала может установить его заново.',
    en: 'This portal is not connected to Reis. An administrator of the portal can install it again.',
  },
  no_right: {
    ru: 'Приложение «Рейс» ещё не настроено в этом портале. Настроить его может администратор портала: попросите его открыть «Рейс» в левом меню.',
    en: 'Reis is not set up in this portal yet. A portal administrator can do it: ask him to open Reis in the left menu.',
  },
  portal_silent: {
    ru: 'Портал сейчас не отвечает. Откройте страницу ещё раз через минуту.',
    en: 'The portal does not answer just now. Open the page again in a minute.',
  },
  outside: {
    ru: 'Приложение «Рейс» открывается в карточке Битрикс24.',
    en: 'Reis opens inside a Bitrix24 card.',
  },
  too_many: {
    ru: 'Слишком много попыток подряд. Откройте страницу ещё раз через несколько минут.',
    en: 'Too many attempts in a row. Open the page again in a few minutes.',
  },
  bad_input: {
    ru: 'Страница открыта не так, как её открывает Битрикс24.',
    en: 'This page was not opened the way Bitrix24 opens it.',
  },
} as const

/** A page with one sentence, in both languages, that nobody may frame. */
export function plainPage(sentence: keyof typeof SENTENCES, status: number): Response {
  const { ru, en } = SENTENCES[sentence]
  const html = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Рейс</title><p>${ru}</p><p lang="en">${en}</p></html>`
  return new Response(html, { status, headers: pageHeaders(null) })
}
