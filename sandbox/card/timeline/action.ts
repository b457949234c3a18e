import { html } from 'hono/html'
import type { Html } from '../shell.ts'
import { asMap } from './texts.ts'

/** Who the pressed thing belongs to: the page asks the portal by these. */
export interface Pressable {
  activityId: number
  /** Steps through the layout to the action: `footer/buttons/confirm/action`. */
  path: string
}

/** Leads only to http(s) or to this portal. */
const address = (uri: unknown): string | null => {
  const text = String(uri ?? '')
  return /^(?:https?:\/\/|\/(?![/\\]))/i.test(text) ? text : null
}

/** A link or a button that does what its action says; without an action, plain words. */
export function pressed(action: unknown, at: Pressable, className: string, label: Html | string): Html {
  const { type, uri, animationType, actionParams, sliderParams } = asMap(action)
  const href = address(uri)
  if (type === 'redirect' && href !== null) {
    if (href.startsWith('/')) return html`<a class="${className}" href="${href}">${label}</a>`
    return html`<a class="${className}" href="${href}" target="_blank" rel="noopener noreferrer">${label}</a>`
  }
  if (type === 'restEvent')
    return html`<button
      type="button"
      class="${className}"
      data-press="${at.path}"
      data-activity="${at.activityId}"
      data-animation="${String(animationType ?? '')}"
    >
      ${label}
    </button>`
  if (type === 'openRestApp')
    return html`<button
      type="button"
      class="${className}"
      data-open-app="${JSON.stringify({ actionParams: asMap(actionParams), sliderParams: asMap(sliderParams) })}"
      data-activity="${at.activityId}"
    >
      ${label}
    </button>`
  return html`<span class="${className} is-plain">${label}</span>`
}
