import { html, raw } from 'hono/html'
import type { Desk } from './desk.ts'
import { listUrl } from './entities.ts'
import type { Html } from './shell.ts'
import type { Viewing } from './viewing.ts'

interface Entry {
  title: string
  href: string
  icon: keyof typeof ICONS
}

/** The left menu: CRM, then the application and the entries it brought along. */
export function leftMenu(viewing: Viewing, desk: Desk): Html {
  const crm = viewing.entities
    .filter((entity) => entity.entityTypeId !== 3)
    .map((entity) => ({
      title: entity.listTitle,
      href: listUrl(entity),
      icon: (ICON_OF[entity.entityTypeId] ?? 'smart') as Entry['icon'],
    }))
  const { words } = viewing
  crm.push({ title: words.analytics, href: '/report/analytics/', icon: 'report' })
  crm.push({ title: words.telephonyAnalytics, href: '/report/telephony/', icon: 'calls' })
  const applications = applicationEntries(viewing, desk)
  return html`${group(viewing, words.crm, crm)}${
    applications.length > 0 ? group(viewing, words.applications, applications) : ''
  }`
}

function applicationEntries(viewing: Viewing, desk: Desk): Entry[] {
  const app = desk.app()
  if (!app) return []
  const own: Entry = { title: app.title[viewing.language], href: appUrl(app.clientId), icon: 'app' }
  const placed = app.isInstalled ? desk.placements('LEFT_MENU') : []
  const entries = placed.map((placement): Entry => ({
    title: placement.title[viewing.language],
    href: `/marketplace/placement/${placement.id}/`,
    icon: 'page',
  }))
  return [own, ...entries]
}

/** The page of an application. */
export const appUrl = (clientId: string): string => `/marketplace/app/${clientId}/`

function group(viewing: Viewing, title: string, entries: Entry[]): Html {
  return html`<div class="menu-group">
    <div class="menu-heading">${title}</div>
    ${entries.map((entry) => menuLink(entry, isCurrent(viewing.path, entry.href)))}
  </div>`
}

/** A card belongs to its list's entry. */
function isCurrent(path: string, href: string): boolean {
  return path.startsWith(href.replace(/list\/$/, ''))
}

function menuLink(entry: Entry, current: boolean): Html {
  return html`<a
    class="menu-link"
    href="${entry.href}"
    title="${entry.title}"
    ${current ? raw('aria-current="page"') : ''}
  >
    <span class="menu-icon">${raw(svg(ICONS[entry.icon]))}</span><span class="menu-text">${entry.title}</span>
  </a>`
}

const ICON_OF: Record<number, string> = { 1: 'lead', 2: 'deal', 4: 'company' }

const ICONS = {
  lead: 'M4 5h16l-6 7v6l-4 2v-8z',
  deal: 'M3 8l5-3 4 2 4-2 5 3v8h-3l-5 4-6-4H3z',
  company: 'M5 21V4h9v5h5v12h-5v-4h-4v4zM8 7v2h3V7zm0 4v2h3v-2zm6 1v2h3v-2z',
  smart: 'M4 4h7v7H4zm9 0h7v7h-7zM4 13h7v7H4zm9 0h7v7h-7z',
  app: 'M2 7h11v9H2zm12 3h4l3 3v3h-7zM6 16a2 2 0 1 0 .1 0zm11 0a2 2 0 1 0 .1 0z',
  page: 'M5 3h9l5 5v13H5zm8 1v5h5z',
  report: 'M4 20V10h4v10zm6 0V4h4v16zm6 0v-7h4v7z',
  calls:
    'M6.6 3.5 9.4 3l1.7 4.2-2 1.7a13 13 0 0 0 6 6l1.7-2 4.2 1.7-.5 2.8a2.6 2.6 0 0 1-2.7 2.1A15.4 15.4 0 0 1 4.5 6.2a2.6 2.6 0 0 1 2.1-2.7z',
}

const svg = (path: string): string =>
  `<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path fill="currentColor" fill-rule="evenodd" d="${path}"/></svg>`
