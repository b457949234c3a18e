import { html } from 'hono/html'
import { personLink } from './avatar.ts'
import type { Desk } from './desk.ts'
import { moment } from './formats.ts'
import { textOf } from './item.ts'
import type { Item } from './item.ts'
import type { Html } from './shell.ts'
import type { Viewing } from './viewing.ts'

/** The history tab: when the item was created, last moved and last changed, and by whom. */
export function itemHistory(viewing: Viewing, desk: Desk, item: Item): Html {
  const { words } = viewing
  const events = [
    { what: words.wasUpdated, at: item.updatedTime, by: item.updatedBy },
    { what: words.wasMoved, at: item.movedTime, by: item.movedBy },
    { what: words.wasCreated, at: item.createdTime, by: item.createdBy },
  ].filter((event) => textOf(event.at) !== '')
  return html`<table class="grid">
    <thead>
      <tr>
        <th>${words.when}</th>
        <th>${words.event}</th>
        <th>${words.who}</th>
      </tr>
    </thead>
    <tbody>
      ${events.map(
        (event) =>
          html`<tr>
            <td>${moment(textOf(event.at))}</td>
            <td>${event.what}</td>
            <td>${author(desk, Number(event.by))}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

/** A colleague by his id; one who is gone keeps his number. */
function author(desk: Desk, id: number): Html {
  const person = desk.person(id)
  return person ? personLink(person) : html`#${id}`
}
