import { html } from 'hono/html'
import { avatar } from '../avatar.ts'
import type { Desk, ShownActivity } from '../desk.ts'
import type { Entity } from '../entities.ts'
import { personUrl } from '../entities.ts'
import { moment, time } from '../formats.ts'
import { recordMenu } from '../record-menu.ts'
import type { Html } from '../shell.ts'
import type { Viewing } from '../viewing.ts'
import { pressed } from './action.ts'
import { drawBlocks } from './blocks.ts'
import { asMap, translated } from './texts.ts'

/** An activity as its card shows it: planned ones say until when, done ones when it was. */
export interface ActivityRow {
  viewing: Viewing
  desk: Desk
  entity: Entity
  itemId: number
  activity: ShownActivity
  /** Whether the reader may change the card. */
  mayWrite: boolean
}

export function activityRow(row: ActivityRow): Html {
  const { viewing, activity } = row
  const { words } = viewing
  const layout = asMap(activity.layout)
  const isDrawn = activity.layout !== null
  const deadline = activity.deadline === null || activity.isIncomingChannel ? '' : moment(activity.deadline)
  const drawing = { viewing, activityId: activity.id, deadline }
  const isLate = !activity.isCompleted && activity.deadline !== null && Date.parse(activity.deadline) < viewing.nowMs
  const state = activity.isCompleted ? 'is-done' : 'is-planned'
  return html`<article
    class="entry entry-activity ${state}"
    data-activity-id="${activity.id}"
    data-revision="${activity.revision}"
  >
    <div class="entry-mark entry-mark-activity ${isDrawn ? 'is-app' : ''}"></div>
    <div class="entry-box">
      <header>
        ${isDrawn ? drawnTitle(layout, row) : html`<span class="entry-kind">${kindOf(activity, words)}</span>`}
        ${isDrawn ? tags(layout, row) : ''} ${badge(activity, viewing)}
        ${isLate ? html`<span class="record-tag tag-failure">${words.late}</span>` : ''}
        <time title="${moment(activity.at)}">${time(activity.at)}</time>
      </header>
      <div class="entry-text">
        ${isDrawn ? drawBlocks(asMap(layout['body'])['blocks'], drawing, 'body/blocks') : plainBody(row, deadline)}
        ${activity.extraBlocks === null ? '' : drawBlocks(activity.extraBlocks['blocks'], drawing, 'extra/blocks')}
        ${activity.note === null ? '' : html`<div class="record-note">${activity.note}</div>`}
      </div>
      ${foot(row, layout)}
    </div>
  </article>`
}

function kindOf(activity: ShownActivity, words: Viewing['words']): string {
  if (activity.typeId === 2) return words.call
  if (activity.typeId === 4) return words.letter
  return words.task
}

function drawnTitle(layout: Record<string, unknown>, { viewing, activity }: ActivityRow): Html {
  const { title, titleAction } = asMap(layout['header'])
  const at = { activityId: activity.id, path: 'header/titleAction' }
  return pressed(titleAction, at, 'entry-kind', translated(title, viewing.language))
}

function tags(layout: Record<string, unknown>, { viewing, activity, mayWrite }: ActivityRow): Html {
  const all = Object.entries(asMap(asMap(layout['header'])['tags'])).filter(([, tag]) => isShown(asMap(tag), mayWrite))
  return html`${all.map(([id, tag]) => {
    const { title, type, action } = asMap(tag)
    const at = { activityId: activity.id, path: `header/tags/${id}/action` }
    return pressed(action, at, `record-tag tag-${tone(type)}`, translated(title, viewing.language))
  })}`
}

/** What is for the telephone only, or for those who may change the card, is left out for others. */
const isShown = (part: Record<string, unknown>, mayWrite: boolean): boolean =>
  part['scope'] !== 'mobile' && (mayWrite || part['hideIfReadonly'] !== true)

const tone = (type: unknown): string =>
  ['warning', 'success', 'failure', 'primary'].find((known) => known === type) ?? 'secondary'

function badge({ badge }: ShownActivity, viewing: Viewing): Html | '' {
  if (badge === null) return ''
  const value = translated(badge.value, viewing.language)
  return html`<span class="record-tag tag-${tone(badge.type)}" title="${translated(badge.title, viewing.language)}"
    >${value}</span
  >`
}

function plainBody({ viewing, activity }: ActivityRow, deadline: string): Html {
  const until = deadline === '' ? '' : html`<div class="record-deadline">${viewing.words.until} ${deadline}</div>`
  return html`<div class="is-bold">${activity.subject}</div>
    ${activity.description ? html`<div class="is-multiline">${activity.description}</div>` : ''}${until}`
}

function foot(row: ActivityRow, layout: Record<string, unknown>): Html {
  const { viewing, desk, entity, itemId, activity, mayWrite } = row
  const footer = asMap(layout['footer'])
  const buttons = Object.entries(asMap(footer['buttons'])).filter(([, one]) => isShown(asMap(one), mayWrite))
  const person = desk.person(activity.responsibleId) ?? {
    id: activity.responsibleId,
    name: `#${activity.responsibleId}`,
  }
  return html`<footer>
    ${buttons.map(([id, one]) => {
      const { title, type, action } = asMap(one)
      const at = { activityId: activity.id, path: `footer/buttons/${id}/action` }
      const look = type === 'primary' ? 'button-main' : 'button-plain'
      return pressed(action, at, look, translated(title, viewing.language))
    })}
    ${ownButtons(row)} ${avatar(person)}<a href="${personUrl(person.id)}">${person.name}</a>
    ${ownMenu(row, asMap(footer['menu']))}
    ${recordMenu(viewing, desk, entity, itemId, { kind: 'activity', activityId: activity.id })}
  </footer>`
}

/** The portal's own kinds are ticked off on the card; an application's are closed by the application. */
function ownButtons({ viewing, activity, mayWrite }: ActivityRow): Html | '' {
  if (activity.layout !== null || activity.isCompleted || !mayWrite) return ''
  return html`<button type="button" class="button-plain" data-complete="${activity.id}">
    ${viewing.words.complete}
  </button>`
}

function ownMenu({ viewing, activity, mayWrite }: ActivityRow, menu: Record<string, unknown>): Html | '' {
  const items = Object.entries(asMap(menu['items'])).filter(([, item]) => isShown(asMap(item), mayWrite))
  const mayDelete = mayWrite && String(menu['showDeleteItem'] ?? true) !== 'false'
  if (items.length === 0 && !mayDelete) return ''
  return html`<details class="menu entry-menu">
    <summary class="entry-dots" aria-label="${viewing.words.recordActions}"><span></span></summary>
    <div class="menu-list">
      ${items.map(([id, item]) => {
        const { title, action } = asMap(item)
        const at = { activityId: activity.id, path: `footer/menu/items/${id}/action` }
        return pressed(action, at, 'menu-item', translated(title, viewing.language))
      })}
      ${
        mayDelete
          ? html`<button type="button" class="menu-item" data-delete-activity="${activity.id}">
              ${viewing.words.deleteRecord}
            </button>`
          : ''
      }
    </div>
  </details>`
}
