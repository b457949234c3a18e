import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { assetUrl } from './assets.ts'
import { avatar } from './avatar.ts'
import type { Desk } from './desk.ts'
import { leftMenu } from './left-menu.ts'
import type { Viewing } from './viewing.ts'
import type { WordKey } from './words.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export interface PageOptions {
  title: string
  clientId: string
  card?: { entityTypeId: number; id: number; signature: string }
}

/** Words the page's own script says. */
const SCRIPT_WORDS: WordKey[] = [
  'loading',
  'failed',
  'close',
  'cancel',
  'select',
  'search',
  'searchColleague',
  'signInAs',
  'nothingFound',
  'selectUser',
  'selectCrm',
  'hangUp',
  'incomingCall',
  'outgoingCall',
  'callback',
  'callOn',
  'callThrough',
  'unknownCaller',
  'hiddenNumber',
  'hiddenItem',
  'ringing',
  'dialling',
  'talking',
  'callOver',
  'lineBusy',
  'notReached',
  'answer',
  'decline',
  'fold',
  'unfold',
  'addLead',
  'addContact',
  'phoneDesk',
  'phoneDeskNote',
  'phoneNumber',
  'ringMe',
  'dial',
  'messenger',
  'chatHistory',
  'appForm',
]

/** A whole page: the portal's frame around `content`, or `content` alone inside a slider. */
export function shell(viewing: Viewing, desk: Desk, options: PageOptions, content: Html): Html {
  const data = {
    viewerId: viewing.viewer.id,
    language: viewing.language,
    slider: viewing.slider,
    clientId: options.clientId,
    card: options.card,
    callTabs: viewing.slider ? [] : callTabs(viewing, desk),
    workers: viewing.slider ? [] : workers(viewing, desk),
    words: Object.fromEntries(SCRIPT_WORDS.map((key) => [key, viewing.words[key]])),
  }
  return html`<!doctype html>
    <html lang="${viewing.language}" data-theme="${viewing.theme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${options.title} — ${desk.company}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${assetUrl('card.css')}" />
        <script type="module" src="${assetUrl('card.js')}"></script>
      </head>
      <body class="${viewing.slider ? 'in-slider' : 'in-portal'}" data-page="${JSON.stringify(data)}">
        ${viewing.slider ? html`<main class="workarea">${content}</main>` : framed(viewing, desk, content)}
      </body>
    </html>`
}

/** The applications in the call card; as in the portal, the list is that of the page's opening. */
function callTabs(viewing: Viewing, desk: Desk): { placementId: string; title: string }[] {
  return desk.placements('CALL_CARD').map(({ id, title }) => ({ placementId: id, title: title[viewing.language] }))
}

/** Applications that run hidden on every page: everybody's, and this person's own. */
function workers(viewing: Viewing, desk: Desk): string[] {
  const placed = desk.placements('PAGE_BACKGROUND_WORKER')
  return placed.filter(({ userId }) => userId === 0 || userId === viewing.viewer.id).map(({ id }) => id)
}

function framed(viewing: Viewing, desk: Desk, content: Html): Html {
  return html`<div class="portal">
    <aside class="side">
      <a class="portal-name" href="/">
        <span class="portal-title">${desk.company}</span><span class="portal-24">24</span>
      </a>
      <nav id="left-menu" class="left-menu">${leftMenu(viewing, desk)}</nav>
    </aside>
    <div class="portal-main">
      ${topBar(viewing)}
      <main class="workarea">${content}</main>
    </div>
  </div>`
}

function topBar(viewing: Viewing): Html {
  const { words, viewer } = viewing
  return html`<header class="top-bar">
    <form class="top-search" action="/crm/company/list/" role="search">
      <input type="search" name="q" placeholder="${words.search}: ${words.companies.toLowerCase()}" />
    </form>
    <span class="sandbox-mark">${words.sandbox}</span>
    <div class="languages">${language(viewing, 'ru')} ${language(viewing, 'en')}</div>
    <div class="top-popup">
      <button type="button" class="bell" data-phone aria-label="${words.phoneDesk}" title="${words.phoneDesk}">
        ${raw(PHONE)}
      </button>
      <div class="popup popup-phone" hidden></div>
    </div>
    <div class="top-popup">
      <button type="button" class="bell" data-bell aria-label="${words.notifications}">
        ${raw(BELL)}<span class="unread" data-unread hidden></span>
      </button>
      <div class="popup popup-bell" hidden></div>
    </div>
    <div class="top-popup">
      <button type="button" class="user-switch" data-user-switch aria-haspopup="true">
        ${avatar(viewer)}<span class="user-name">${viewer.name}</span><span class="caret"></span>
      </button>
      <div class="popup popup-people" hidden></div>
    </div>
  </header>`
}

function language(viewing: Viewing, code: 'ru' | 'en'): Html {
  const current = viewing.language === code
  return html`<a class="language" href="?lang=${code}" ${current ? raw('aria-current="true"') : ''}>${code}</a>`
}

const BELL = `<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path fill="currentColor"
  d="M12 3a6 6 0 0 0-6 6v4l-2 3v1h16v-1l-2-3V9a6 6 0 0 0-6-6zm-2.2 15a2.3 2.3 0 0 0 4.4 0z"/></svg>`

const PHONE = `<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path fill="currentColor"
  d="M6.6 3.5 9.4 3l1.7 4.2-2 1.7a13 13 0 0 0 6 6l1.7-2 4.2 1.7-.5 2.8a2.6 2.6 0 0 1-2.7 2.1A15.4 15.4 0 0 1 4.5 6.2a2.6 2.6 0 0 1 2.1-2.7z"/></svg>`
