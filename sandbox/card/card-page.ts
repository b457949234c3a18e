import { html, raw } from 'hono/html'
import { activityBar } from './activity-bar.ts'
import type { CardParts } from './card-parts.ts'
import type { Desk, Placement } from './desk.ts'
import { listUrl } from './entities.ts'
import type { Entity } from './entities.ts'
import { frameData, placementButton, placementSubmenu } from './placement-menu.ts'
import type { Html } from './shell.ts'
import type { Viewing } from './viewing.ts'

interface Tab {
  id: string
  title: string
  /** The placement behind the tab, so that a link may name it by its code. */
  code: string
  panel: Html
}

/** An item's card: head, stages, tabs; the first tab holds fields and timeline side by side. */
export function cardPage(viewing: Viewing, desk: Desk, entity: Entity, card: CardParts): Html {
  const toolbar = desk.placements(`${entity.placementPrefix}_DETAIL_TOOLBAR`)
  const key = entity.isSmart ? 'ENTITY_ID' : 'ID'
  const tabs = tabsOf(viewing, desk, entity, card)
  return html`<div class="card">
    <header class="card-head">
      <div class="card-kind"><a href="${listUrl(entity)}">${entity.itemTitle}</a> № ${card.item.id}</div>
      <h1 id="pagetitle">${card.title}</h1>
      <div class="head-buttons">
        ${placementButton(toolbar, viewing, { [key]: String(card.item.id) })} ${documents(viewing, desk, entity, card)}
      </div>
    </header>
    <div data-live="stages">${raw(card.parts.stages)}</div>
    <div class="tabs" role="tablist">
      ${tabs.map(
        (tab, at) =>
          html`<button
            type="button"
            role="tab"
            data-tab="${tab.id}"
            data-code="${tab.code}"
            aria-selected="${String(at === 0)}"
          >
            ${tab.title}
          </button>`,
      )}
    </div>
    ${tabs.map((tab) => tab.panel)}
  </div>`
}

/** The «Document» button: this portal prints nothing, but applications stand in its menu. */
function documents(viewing: Viewing, desk: Desk, entity: Entity, card: CardParts): Html {
  const { words } = viewing
  const placements = desk.placements(`${entity.placementPrefix}_DOCUMENTGENERATOR_BUTTON`)
  return html`<details class="menu menu-documents">
    <summary class="button-light">${words.document}<span class="caret"></span></summary>
    <div class="menu-list">
      <div class="menu-note">${words.noTemplates}</div>
      ${placementSubmenu(placements, viewing, { ENTITY_ID: String(card.item.id) })}
    </div>
  </details>`
}

function tabsOf(viewing: Viewing, desk: Desk, entity: Entity, card: CardParts): Tab[] {
  const { words } = viewing
  const children = desk.childrenOf(entity.entityTypeId).flatMap((child) => childTab(viewing, entity, card, child))
  const placed = desk.placements(`${entity.placementPrefix}_DETAIL_TAB`)
  return [
    { id: 'general', title: words.general, code: '', panel: general(viewing, desk, entity, card) },
    {
      id: 'products',
      title: words.products,
      code: '',
      panel: panel('products', html`${words.noProducts}`, 'is-empty'),
    },
    ...children,
    ...placed.map((placement) => placementTab(viewing, placement, card.item.id)),
    {
      id: 'history',
      title: words.history,
      code: '',
      panel: panel('history', html`<div data-live="history">${raw(card.parts.history)}</div>`),
    },
  ]
}

function panel(id: string, content: Html, className = ''): Html {
  return html`<div class="tab-panel ${className}" role="tabpanel" data-panel="${id}" hidden>${content}</div>`
}

function childTab(viewing: Viewing, entity: Entity, card: CardParts, childTypeId: number): Tab[] {
  const child = viewing.entities.find((one) => one.entityTypeId === childTypeId)
  if (!child) return []
  const query = new URLSearchParams({
    parentTypeId: String(entity.entityTypeId),
    parentId: String(card.item.id),
    childTypeId: String(childTypeId),
    viewerId: String(viewing.viewer.id),
    lang: viewing.language,
  })
  const id = `relation_${childTypeId}`
  const fragment = `/sandbox/children?${query}`
  const box = html`<div class="tab-panel" role="tabpanel" data-panel="${id}" data-fragment="${fragment}" hidden></div>`
  return [{ id, title: child.listTitle, code: '', panel: box }]
}

function placementTab(viewing: Viewing, placement: Placement, itemId: number): Tab {
  const id = `rest_placement_${placement.id}`
  const frame = frameData(placement, { ID: String(itemId) })
  const box = html`<div
    class="tab-panel tab-app"
    role="tabpanel"
    data-panel="${id}"
    data-frame="${frame}"
    hidden
  ></div>`
  return { id, title: placement.title[viewing.language], code: placement.code, panel: box }
}

function general(viewing: Viewing, desk: Desk, entity: Entity, card: CardParts): Html {
  return html`<div class="tab-panel columns" role="tabpanel" data-panel="general">
    <div class="fields-column" data-live="fields">${raw(card.parts.fields)}</div>
    <div class="timeline-column">
      ${activityBar(viewing, desk, entity, card.item.id)}
      <div class="timeline" data-live="timeline">${raw(card.parts.timeline)}</div>
    </div>
  </div>`
}
