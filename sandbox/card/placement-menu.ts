import { html } from 'hono/html'
import type { Placement } from './desk.ts'
import type { Html } from './shell.ts'
import type { Language } from './words.ts'

/** A drop-down of placements that open the application in a slider; nothing where there are none. */
export function placementMenu(
  placements: Placement[],
  label: string,
  language: Language,
  options: Record<string, string>,
): Html | '' {
  if (placements.length === 0) return ''
  return html`<details class="menu">
    <summary class="button-light">${label}<span class="caret"></span></summary>
    <div class="menu-list">
      ${placements.map((placement) => {
        const frame = { placement: placement.code, placementId: placement.id, options }
        const title = placement.title[language]
        return html`<button type="button" data-open-frame="${JSON.stringify(frame)}" data-title="${title}">
          ${title}
        </button>`
      })}
    </div>
  </details>`
}
