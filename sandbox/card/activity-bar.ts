import { html } from 'hono/html'
import type { Desk, Placement } from './desk.ts'
import type { Entity } from './entities.ts'
import { frameData } from './placement-menu.ts'
import type { Html } from './shell.ts'
import type { Viewing } from './viewing.ts'

/** The row above the timeline: what can be added to the card, and what applications add to it. */
export function activityBar(viewing: Viewing, desk: Desk, entity: Entity, itemId: number): Html {
  const { words } = viewing
  const placements = desk.placements(`${entity.placementPrefix}_DETAIL_ACTIVITY`)
  const builtIn = placements.filter(isBuiltIn)
  return html`<div class="activity-bar">
      <button type="button" class="is-current" data-pane-of="comment">${words.comment}</button>
      ${[words.task, words.call, words.letter].map(
        (name) => html`<button type="button" disabled title="${words.notHere}">${name}</button>`,
      )}
      ${placements.map((placement) => appButton(viewing, entity, placement, itemId))}
    </div>
    <form class="comment-form" data-pane="comment">
      <textarea class="comment-text" rows="2" placeholder="${words.writeComment}"></textarea>
      <button type="submit" class="button-main">${words.sendComment}</button>
    </form>
    ${builtIn.map((placement) => pane(entity, placement, itemId))}`
}

/** The application asked for the portal's own interface instead of a window. */
const isBuiltIn = (placement: Placement): boolean => placement.options['useBuiltInInterface'] === 'Y'

function appButton(viewing: Viewing, entity: Entity, placement: Placement, itemId: number): Html {
  const title = placement.title[viewing.language]
  if (isBuiltIn(placement))
    return html`<button
      type="button"
      class="activity-app"
      data-pane-of="${placement.id}"
      data-code="${placement.code}"
      ${greeting(placement)}
    >
      ${title}
    </button>`
  return html`<button
    type="button"
    class="activity-app"
    data-open-frame="${frameData(placement, { ID: String(itemId) })}"
    data-title="${title}"
    data-code="${placement.code}"
    ${greeting(placement)}
  >
    ${title}
  </button>`
}

/** What a new button says of itself to somebody who sees it for the first time. */
function greeting(placement: Placement): Html | '' {
  const title = placement.options['newUserNotificationTitle']
  const text = placement.options['newUserNotificationText']
  if (!title && !text) return ''
  return html`data-greeting="${placement.id}" data-greeting-title="${String(title ?? '')}"
  data-greeting-text="${String(text ?? '')}"`
}

/** Where the portal draws what the hidden application asks for; its options have gone through a form. */
function pane(entity: Entity, placement: Placement, itemId: number): Html {
  const options = {
    entityTypeId: String(entity.entityTypeId),
    entityId: String(itemId),
    useBuiltInInterface: 'Y',
  }
  return html`<div
    class="activity-pane"
    data-pane="${placement.id}"
    data-built-in="${frameData(placement, options)}"
    hidden
  ></div>`
}
