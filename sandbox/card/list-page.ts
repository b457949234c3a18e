import { html } from 'hono/html'
import type { Desk } from './desk.ts'
import { listUrl } from './entities.ts'
import type { Entity } from './entities.ts'
import { number } from './formats.ts'
import { itemTable } from './item-table.ts'
import { listItems } from './item.ts'
import { placementButton } from './placement-menu.ts'
import { stagePageLinks } from './stage-page.ts'
import type { Html } from './shell.ts'
import type { Viewing } from './viewing.ts'

const PAGE_SIZE = 50

export interface ListRequest {
  /** A part of the name, or a number. */
  search: string
  /** From 1. */
  page: number
}

/** A list of one kind of item: search, table, pages. Throws the portal's refusal. */
export async function listPage(viewing: Viewing, desk: Desk, entity: Entity, request: ListRequest): Promise<Html> {
  const { words } = viewing
  const { items, total } = await listItems(desk, viewing.viewer.id, entity.entityTypeId, {
    filter: filterOf(entity, request.search),
    order: { id: 'DESC' },
    start: (request.page - 1) * PAGE_SIZE,
  })
  const toolbar = desk.placements(`${entity.placementPrefix}_LIST_TOOLBAR`)
  return html`<header class="list-head">
      <h1 id="pagetitle">${entity.listTitle}</h1>
      <form class="list-search" role="search">
        <input type="search" name="q" value="${request.search}" placeholder="${words.searchInList}" />
        <button type="submit" class="button-light">${words.find}</button>
      </form>
      <div class="head-buttons">${stagePageLinks(viewing, desk, entity)} ${placementButton(toolbar, viewing, {})}</div>
    </header>
    <div class="list-box" data-reload="list">
      ${items.length > 0 ? itemTable(viewing, desk, entity, items) : empty(viewing, entity, request)}
      <footer class="list-foot">
        <span>${words.total}: <b>${number(total, viewing.language)}</b></span>
        ${pages(viewing, request, total)}
      </footer>
    </div>`
}

/** Digits alone are a number of an item, or a part of a name. */
function filterOf(entity: Entity, search: string): Record<string, unknown> {
  if (search === '') return {}
  const name = { [entity.entityTypeId === 3 ? '%lastName' : '%title']: search }
  return /^\d{1,15}$/.test(search) ? { 0: { logic: 'OR', 0: name, 1: { id: Number(search) } } } : name
}

function empty(viewing: Viewing, entity: Entity, request: ListRequest): Html {
  if (request.search === '') return html`<p class="list-empty">${viewing.words.emptyList}</p>`
  return html`<p class="list-empty">
    ${viewing.words.nothingFound}. <a href="${listUrl(entity)}">${viewing.words.resetSearch}</a>
  </p>`
}

function pages(viewing: Viewing, request: ListRequest, total: number): Html | '' {
  const last = Math.max(1, Math.ceil(total / PAGE_SIZE))
  if (last === 1) return ''
  const { words } = viewing
  return html`<nav class="pages">
    ${request.page > 1 ? html`<a href="${address(request, request.page - 1)}">${words.previous}</a>` : ''}
    <span>${words.page} ${request.page} / ${number(last, viewing.language)}</span>
    ${request.page < last ? html`<a href="${address(request, request.page + 1)}">${words.next}</a>` : ''}
  </nav>`
}

function address(request: ListRequest, page: number): string {
  const query = new URLSearchParams(request.search === '' ? {} : { q: request.search })
  query.set('page', String(page))
  return `?${query}`
}

/** The children of an item that a tab of its card lists, newest first. */
export async function childrenTable(
  viewing: Viewing,
  desk: Desk,
  child: Entity,
  parent: { entityTypeId: number; id: number },
): Promise<Html> {
  const { items } = await listItems(desk, viewing.viewer.id, child.entityTypeId, {
    filter: { [`parentId${parent.entityTypeId}`]: parent.id },
    order: { id: 'DESC' },
  })
  if (items.length === 0) return html`<p class="list-empty">${viewing.words.emptyList}</p>`
  return html`<div class="list-box">${itemTable(viewing, desk, child, items)}</div>`
}
