import { html } from 'hono/html'
import type { Desk, Stage } from './desk.ts'
import { listUrl, stageDictionary } from './entities.ts'
import type { Entity } from './entities.ts'
import { placementButton } from './placement-menu.ts'
import type { Html } from './shell.ts'
import { inkOn, safeColor } from './stage-bar.ts'
import type { Viewing } from './viewing.ts'

interface Funnel {
  id: number
  name: string
}

const LEAD = 1
const DEAL = 2

/** The funnels of a kind of item; leads have one without a name, deals always have the general one. */
export function funnelsOf(viewing: Viewing, desk: Desk, entity: Entity): Funnel[] {
  if (!entity.hasStages) return []
  const known = entity.entityTypeId === LEAD ? [] : desk.categories(entity.entityTypeId)
  const hasGeneral = entity.isSmart || known.some(({ id }) => id === 0)
  return hasGeneral ? known : [{ id: 0, name: viewing.words.general }, ...known]
}

/** Where automation rules and funnels of this kind are set up. */
export function stagePageLinks(viewing: Viewing, desk: Desk, entity: Entity): Html | '' {
  const [first] = funnelsOf(viewing, desk, entity)
  if (!first) return ''
  const funnels =
    entity.entityTypeId === LEAD
      ? ''
      : html`<a class="button-head" href="/crm/${entity.path}/funnels/"> ${viewing.words.funnels} </a>`
  return html`<a class="button-head" href="/crm/${entity.path}/automation/${first.id}/">${viewing.words.robots}</a
    >${funnels}`
}

/** The designer of automation rules: its stages, and the applications in its head. */
export function automationPage(viewing: Viewing, desk: Desk, entity: Entity, categoryId: number): Html {
  const { words } = viewing
  const toolbar = desk.placements(`${entity.placementPrefix}_ROBOT_DESIGNER_TOOLBAR`)
  const funnel = funnelsOf(viewing, desk, entity).find(({ id }) => id === categoryId)
  return html`${head(viewing, entity, words.robots, placementButton(toolbar, viewing, {}))}
    <div class="stage-board">
      <div class="stage-board-title">${funnel?.name ?? ''}</div>
      ${columns(desk, entity, categoryId, html`<span class="stage-plus" aria-hidden="true">+</span>`)}
    </div>
    <p class="head-note">${words.robotsNote}</p>`
}

/** The funnels of a kind of item with their stages, and the applications in the page's head. */
export function funnelsPage(viewing: Viewing, desk: Desk, entity: Entity): Html {
  const code = entity.entityTypeId === DEAL ? 'CRM_FUNNELS_TOOLBAR' : `${entity.placementPrefix}_FUNNELS_TOOLBAR`
  const toolbar = placementButton(desk.placements(code), viewing, {})
  return html`${head(viewing, entity, viewing.words.funnels, toolbar)}
  ${funnelsOf(viewing, desk, entity).map(
    (funnel) =>
      html`<div class="stage-board">
        <div class="stage-board-title">${funnel.name}</div>
        ${columns(desk, entity, funnel.id, '')}
      </div>`,
  )}`
}

function head(viewing: Viewing, entity: Entity, title: string, buttons: Html | ''): Html {
  return html`<header class="list-head">
    <h1 id="pagetitle">${title}</h1>
    <a class="head-link" href="${listUrl(entity)}">${entity.listTitle}</a>
    <div class="head-buttons">${buttons}</div>
  </header>`
}

function columns(desk: Desk, entity: Entity, categoryId: number, below: Html | ''): Html {
  const stages = desk.stages(stageDictionary(entity, categoryId))
  return html`<div class="stage-columns">${stages.map((stage) => html`<div>${plate(stage)}${below}</div>`)}</div>`
}

function plate(stage: Stage): Html {
  return html`<div class="stage-plate" style="--stage:${safeColor(stage.color)};--ink:${inkOn(stage.color)}">
    ${stage.name}
  </div>`
}
