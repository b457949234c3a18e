import { html } from 'hono/html'
import type { PortalApp, Placement } from './desk.ts'
import { linkParams } from './link-params.ts'
import { noticePage } from './notice-page.ts'
import type { Html } from './shell.ts'
import type { Viewing } from './viewing.ts'

/** The application's own page; until it is installed only an administrator sees it, on the install page. */
export function appPage(viewing: Viewing, app: PortalApp): Html {
  const { words } = viewing
  if (!app.isInstalled && !viewing.viewer.isAdmin) return noticePage(words.notInstalledTitle, words.notInstalled)
  const frame = { placement: 'DEFAULT', options: {} }
  return framePage(app.title[viewing.language], frame)
}

/** The application opened by a link, told what the link says under `params`. */
export function linkedPage(viewing: Viewing, app: PortalApp, query: URLSearchParams): Html {
  const frame = { placement: 'REST_APP_URI', options: linkParams(query) }
  return framePage(app.title[viewing.language], frame)
}

/** The page of a menu entry the application brought along. */
export function placementPage(viewing: Viewing, placement: Placement): Html {
  const frame = { placement: placement.code, placementId: placement.id, options: {} }
  return framePage(placement.title[viewing.language], frame)
}

function framePage(title: string, frame: Record<string, unknown>): Html {
  return html`<header class="list-head"><h1 id="pagetitle">${title}</h1></header>
    <div class="app-box" data-frame="${JSON.stringify(frame)}" data-frame-now></div>`
}
