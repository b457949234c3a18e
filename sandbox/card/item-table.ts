import { html } from 'hono/html'
import { personLink } from './avatar.ts'
import { stagesOf } from './card-parts.ts'
import type { Desk, Placement } from './desk.ts'
import { detailsUrl } from './entities.ts'
import type { Entity } from './entities.ts'
import { money, moment } from './formats.ts'
import { textOf } from './item.ts'
import type { Item } from './item.ts'
import { placementSubmenu } from './placement-menu.ts'
import { itemTitle, loadReferences } from './references.ts'
import type { References } from './references.ts'
import type { Html } from './shell.ts'
import { stageChip } from './stage-bar.ts'
import type { Viewing } from './viewing.ts'

/** Which columns make sense for a kind of item. */
interface Columns {
  stage: boolean
  client: boolean
  amount: boolean
}

/** A table of items: name, stage, client, responsible, sum, date. */
export async function itemTable(viewing: Viewing, desk: Desk, entity: Entity, items: Item[]): Promise<Html> {
  const { words } = viewing
  const companies = items.map((item) => ({ entityTypeId: 4, id: Number(item.companyId) })).filter(({ id }) => id > 0)
  const references = await loadReferences(desk, viewing, companies)
  const columns = {
    stage: entity.hasStages,
    client: companies.length > 0,
    amount: items.some((item) => Number(item.opportunity) > 0),
  }
  const rowMenu = desk.placements(`${entity.placementPrefix}_LIST_MENU`)
  return html`<table class="grid">
    <thead>
      <tr>
        <th class="col-menu"></th>
        <th class="col-id">ID</th>
        <th>${words.title}</th>
        ${columns.stage ? html`<th>${words.stage}</th>` : ''} ${columns.client ? html`<th>${words.client}</th>` : ''}
        <th>${words.responsible}</th>
        ${columns.amount ? html`<th class="col-amount">${words.amount}</th>` : ''}
        <th class="col-date">${words.created}</th>
      </tr>
    </thead>
    <tbody>
      ${items.map((item) => row(viewing, desk, entity, item, columns, references, rowMenu))}
    </tbody>
  </table>`
}

function row(
  viewing: Viewing,
  desk: Desk,
  entity: Entity,
  item: Item,
  columns: Columns,
  references: References,
  rowMenu: Placement[],
): Html {
  const stage = stagesOf(desk, entity, item).find((one) => one.id === item.stageId)
  const person = desk.person(Number(item.assignedById))
  return html`<tr data-item="${item.id}">
    <td class="col-menu">${rowActions(viewing, entity, item, rowMenu)}</td>
    <td class="col-id">${item.id}</td>
    <td class="col-title"><a href="${detailsUrl(entity, item.id)}">${itemTitle(entity, item)}</a></td>
    ${columns.stage ? html`<td>${stageChip(stage)}</td>` : ''}
    ${columns.client ? html`<td>${client(viewing, references, Number(item.companyId))}</td>` : ''}
    <td>${person ? personLink(person) : ''}</td>
    ${columns.amount ? html`<td class="col-amount">${amount(viewing, item)}</td>` : ''}
    <td class="col-date">${moment(textOf(item.createdTime))}</td>
  </tr>`
}

/** What can be done with a row: open its card, and what applications add. */
function rowActions(viewing: Viewing, entity: Entity, item: Item, placements: Placement[]): Html {
  const { words } = viewing
  return html`<details class="menu">
    <summary class="row-mark" aria-label="${words.rowActions}"><span></span></summary>
    <div class="menu-list">
      <a href="${detailsUrl(entity, item.id)}">${words.view}</a>
      ${placements.length > 0 ? html`<hr />` : ''}${placementSubmenu(placements, viewing, { ID: String(item.id) })}
    </div>
  </details>`
}

function client(viewing: Viewing, references: References, companyId: number): Html | '' {
  if (!(companyId > 0)) return ''
  const found = references.find({ entityTypeId: 4, id: companyId })
  if (!found) return html`<span class="hidden-item">${viewing.words.hiddenItem}</span>`
  return html`<a href="${found.href}">${found.title}</a>`
}

function amount(viewing: Viewing, item: Item): string {
  return Number(item.opportunity) ? money(Number(item.opportunity), textOf(item.currencyId), viewing.language) : ''
}
