import { html } from 'hono/html'
import { avatar } from '../avatar.ts'
import { bbCode } from '../bb-code.ts'
import type { Desk, ShownRecord } from '../desk.ts'
import { personUrl } from '../entities.ts'
import type { Entity } from '../entities.ts'
import { dayHeading, moment, time } from '../formats.ts'
import { textOf } from '../item.ts'
import type { Item } from '../item.ts'
import type { Html } from '../shell.ts'
import { recordMenu } from '../record-menu.ts'
import type { Viewing } from '../viewing.ts'
import { activityRow } from './activity.ts'
import { drawBlocks } from './blocks.ts'

/** How much of the past is shown. */
const most = 50

/**
 * The right column of a card: what is planned, what is pinned, then everything else by day, newest first, with the
 * item's creation at the end.
 */
export function timeline(viewing: Viewing, desk: Desk, entity: Entity, item: Item): Html {
  const { records, mayWrite } = desk.timeline.ofCard(viewing.viewer.id, entity.entityTypeId, item.id)
  const row = (record: ShownRecord): Html => {
    const place = { viewing, desk, entity, itemId: item.id }
    if (record.kind === 'activity') return activityRow({ ...place, activity: record, mayWrite })
    return record.kind === 'comment' ? commentRow(place, record) : messageRow(viewing, desk, record)
  }
  const isPlanned = (record: ShownRecord): boolean => record.kind === 'activity' && !record.isCompleted
  const planned = records.filter(isPlanned).sort((one, other) => dueAt(one).localeCompare(dueAt(other)))
  const pinned = records.filter((record) => record.isPinned && !isPlanned(record))
  const history = records
    .filter((record) => !isPlanned(record) && !record.isPinned)
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at) || other.id - one.id)
    .slice(0, most)
    .map((record) => ({ at: record.at, row: row(record) }))
  const createdAt = textOf(item.createdTime)
  if (createdAt) history.push({ at: createdAt, row: createdRow(viewing, desk, item, createdAt) })
  return html`${section(viewing.words.planned, planned.map(row))} ${section(viewing.words.pinned, pinned.map(row))}
  ${byDay(viewing, history)}`
}

/** Planned records stand by their deadlines; those without one come last. */
const dueAt = (record: ShownRecord): string => (record.kind === 'activity' && record.deadline) || '9999'

function section(title: string, rows: Html[]): Html | '' {
  if (rows.length === 0) return ''
  return html`<div class="timeline-day is-planned"><span>${title}</span></div>
    ${rows}`
}

function byDay(viewing: Viewing, history: { at: string; row: Html }[]): Html {
  let heading = ''
  return html`${history.map(({ at, row }) => {
    const next = dayHeading(at, viewing.nowMs, viewing.language, viewing.words)
    const isNew = next !== heading
    heading = next
    return html`${isNew ? html`<div class="timeline-day"><span>${next}</span></div>` : ''}${row}`
  })}`
}

interface Place {
  viewing: Viewing
  desk: Desk
  entity: Entity
  itemId: number
}

function commentRow({ viewing, desk, entity, itemId }: Place, record: ShownRecord & { kind: 'comment' }): Html {
  const author = person(desk, record.authorId)
  const menu = recordMenu(viewing, desk, entity, itemId, { kind: 'comment', id: record.id })
  return html`<article class="entry entry-comment" data-comment="${record.id}">
    <div class="entry-mark entry-mark-comment"></div>
    <div class="entry-box">
      <header>
        <span class="entry-kind">${viewing.words.comment}</span>
        <time title="${moment(record.at)}">${time(record.at)}</time>
      </header>
      <div class="entry-text">${bbCode(record.text)}${hung(viewing, record)}</div>
      <footer>${avatar(author)}<a href="${personUrl(author.id)}">${author.name}</a>${menu}</footer>
    </div>
  </article>`
}

/** A line an application has written about the card. */
function messageRow(viewing: Viewing, desk: Desk, record: ShownRecord & { kind: 'message' }): Html {
  const author = person(desk, record.authorId)
  return html`<article class="entry entry-log" data-message="${record.id}">
    <div class="entry-mark entry-mark-log"></div>
    <div class="entry-box">
      <header>
        <span class="entry-kind">${record.title}</span><time title="${moment(record.at)}">${time(record.at)}</time>
      </header>
      <div class="entry-text">${bbCode(record.text)}${hung(viewing, record)}</div>
      <footer>${avatar(author)}<a href="${personUrl(author.id)}">${author.name}</a></footer>
    </div>
  </article>`
}

/** The blocks an application has added, and the note somebody has left. */
function hung(viewing: Viewing, record: ShownRecord): Html {
  const drawing = { viewing, activityId: 0, deadline: '' }
  return html`${record.extraBlocks === null ? '' : drawBlocks(record.extraBlocks['blocks'], drawing, 'extra/blocks')}
  ${record.note === null ? '' : html`<div class="record-note">${record.note}</div>`}`
}

function createdRow(viewing: Viewing, desk: Desk, item: Item, at: string): Html {
  const author = person(desk, Number(item.createdBy))
  return html`<article class="entry entry-log">
    <div class="entry-mark entry-mark-log"></div>
    <div class="entry-box">
      <header>
        <span class="entry-kind">${viewing.words.wasCreated}</span><time title="${moment(at)}">${time(at)}</time>
      </header>
      <footer>${avatar(author)}<a href="${personUrl(author.id)}">${author.name}</a></footer>
    </div>
  </article>`
}

function person(desk: Desk, id: number): { id: number; name: string } {
  return desk.person(id) ?? { id, name: `#${id}` }
}
