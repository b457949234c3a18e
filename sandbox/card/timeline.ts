import { html } from 'hono/html'
import { avatar } from './avatar.ts'
import { bbCode } from './bb-code.ts'
import type { Desk } from './desk.ts'
import { personUrl } from './entities.ts'
import type { Entity } from './entities.ts'
import { dayHeading, moment, time } from './formats.ts'
import { textOf } from './item.ts'
import type { Item } from './item.ts'
import type { Html } from './shell.ts'
import { recordMenu } from './record-menu.ts'
import type { Viewing } from './viewing.ts'

interface Comment {
  ID: string | number
  AUTHOR_ID: string | number
  CREATED: string
  COMMENT: string
}

/** The right column of a card: comments by day, newest first, and the item's creation at the end. */
export async function timeline(viewing: Viewing, desk: Desk, entity: Entity, item: Item): Promise<Html> {
  const params = {
    filter: { ENTITY_ID: item.id, ENTITY_TYPE: entity.timelineType },
    order: { ID: 'DESC' },
    select: ['ID', 'AUTHOR_ID', 'CREATED', 'COMMENT'],
  }
  const comments = (await desk.call<Comment[]>(viewing.viewer.id, 'crm.timeline.comment.list', params)).result
  const rows: { at: string; row: Html }[] = comments.map((comment) => ({
    at: comment.CREATED,
    row: commentRow(
      viewing,
      desk,
      comment,
      recordMenu(viewing, desk, entity, item.id, { kind: 'comment', id: Number(comment.ID) }),
    ),
  }))
  const createdAt = textOf(item.createdTime)
  if (createdAt) rows.push({ at: createdAt, row: createdRow(viewing, desk, item, createdAt) })
  let heading = ''
  return html`${rows.map(({ at, row }) => {
    const next = dayHeading(at, viewing.nowMs, viewing.language, viewing.words)
    const isNew = next !== heading
    heading = next
    return html`${isNew ? html`<div class="timeline-day"><span>${next}</span></div>` : ''}${row}`
  })}`
}

function commentRow(viewing: Viewing, desk: Desk, comment: Comment, menu: Html | ''): Html {
  const author = person(desk, Number(comment.AUTHOR_ID))
  return html`<article class="entry entry-comment" data-comment="${comment.ID}">
    <div class="entry-mark entry-mark-comment"></div>
    <div class="entry-box">
      <header>
        <span class="entry-kind">${viewing.words.comment}</span>
        <time title="${moment(comment.CREATED)}">${time(comment.CREATED)}</time>
      </header>
      <div class="entry-text">${bbCode(comment.COMMENT)}</div>
      <footer>${avatar(author)}<a href="${personUrl(author.id)}">${author.name}</a>${menu}</footer>
    </div>
  </article>`
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
