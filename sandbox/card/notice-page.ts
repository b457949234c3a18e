import { html } from 'hono/html'
import type { Html } from './shell.ts'

/** A page that has only a sentence to say: no rights, nothing found, not installed. */
export function noticePage(title: string, text: string, link?: { href: string; label: string }): Html {
  return html`<div class="notice">
    <div class="notice-mark" aria-hidden="true"></div>
    <h1 id="pagetitle">${title}</h1>
    <p>${text}</p>
    ${link ? html`<a href="${link.href}">${link.label}</a>` : ''}
  </div>`
}
