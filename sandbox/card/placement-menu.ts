import { html } from 'hono/html'
import type { Placement } from './desk.ts'
import type { Html } from './shell.ts'
import type { Viewing } from './viewing.ts'
import type { Language } from './words.ts'

type Options = Record<string, string>

/** The data a button needs to open a placement. */
export function frameData(placement: Placement, options: Record<string, unknown>): string {
  return JSON.stringify({ placement: placement.code, placementId: placement.id, options })
}

/** Menu entries that open the application in a slider, under the headings the application gave them. */
export function placementItems(placements: Placement[], language: Language, options: Options): Html {
  const groups = [...new Set(placements.map((placement) => placement.group[language]))]
  return html`${groups.map((group) => {
    const members = placements.filter((placement) => placement.group[language] === group)
    return html`${group ? html`<div class="menu-note">${group}</div>` : ''}${members.map((placement) =>
      placementItem(placement, language, options),
    )}`
  })}`
}

function placementItem(placement: Placement, language: Language, options: Options): Html {
  const title = placement.title[language]
  return html`<button
    type="button"
    data-open-frame="${frameData(placement, options)}"
    data-title="${title}"
    data-code="${placement.code}"
  >
    ${title}
  </button>`
}

/** The button of a page's head: the first placement itself, the others behind its arrow. */
export function placementButton(placements: Placement[], viewing: Viewing, options: Options): Html | '' {
  const [first] = placements
  if (!first) return ''
  const { language, words } = viewing
  return html`<div class="split">
    ${placementItem(first, language, options)}
    <details class="menu">
      <summary aria-label="${words.extensions}"><span class="caret"></span></summary>
      <div class="menu-list">${placementItems(placements, language, options)}</div>
    </details>
  </div>`
}

/** The entry of a menu behind which the applications stand; nothing where there are none. */
export function placementSubmenu(placements: Placement[], viewing: Viewing, options: Options): Html | '' {
  if (placements.length === 0) return ''
  return html`<details class="submenu">
    <summary>${viewing.words.extensions}<span class="submenu-mark"></span></summary>
    <div class="menu-list">${placementItems(placements, viewing.language, options)}</div>
  </details>`
}
