import { html } from 'hono/html'
import type { Desk } from './desk.ts'
import type { Entity } from './entities.ts'
import { placementSubmenu } from './placement-menu.ts'
import type { Html } from './shell.ts'
import type { Viewing } from './viewing.ts'

/** What a record of the timeline is: an activity, or a comment. */
export type TimelineRecord = { kind: 'activity'; activityId: number } | { kind: 'comment'; id: number }

/** The portal's number of an activity among CRM types. */
const ACTIVITY_TYPE_ID = '6'
/** The portal's number of a comment among timeline records. */
const COMMENT_RECORD = '7'

/** The «…» of a timeline record with the applications in it; nothing where there are none. */
export function recordMenu(
  viewing: Viewing,
  desk: Desk,
  entity: Entity,
  itemId: number,
  record: TimelineRecord,
): Html | '' {
  const placements = desk.placements(`${entity.placementPrefix}_ACTIVITY_TIMELINE_MENU`)
  if (placements.length === 0) return ''
  const options = { ENTITY_ID: String(itemId), ...optionsOf(record) }
  return html`<details class="menu entry-menu">
    <summary class="entry-dots" aria-label="${viewing.words.recordActions}"><span></span></summary>
    <div class="menu-list">${placementSubmenu(placements, viewing, options)}</div>
  </details>`
}

/** An activity is named by its own number; other records by their place in the timeline. */
function optionsOf(record: TimelineRecord): Record<string, string> {
  if (record.kind === 'activity')
    return { ASSOCIATED_ENTITY_ID: String(record.activityId), ASSOCIATED_ENTITY_TYPE_ID: ACTIVITY_TYPE_ID }
  return { TYPE_ID: COMMENT_RECORD, TYPE_CATEGORY_ID: '0', TIMELINE_ITEM_ID: String(record.id) }
}
