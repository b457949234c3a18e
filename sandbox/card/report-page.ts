import { html, raw } from 'hono/html'
import type { PhoneCall } from '../rules/phone-calls.ts'
import type { Desk, Placement } from './desk.ts'
import { stageDictionary } from './entities.ts'
import type { Entity } from './entities.ts'
import { moment, number } from './formats.ts'
import { listItems } from './item.ts'
import { readableNumber } from './phone/call-view.ts'
import { frameData, placementButton } from './placement-menu.ts'
import type { Html } from './shell.ts'
import { safeColor } from './stage-bar.ts'
import { funnelsOf } from './stage-page.ts'
import type { Viewing } from './viewing.ts'

/** CRM analytics: how many items stand on which stage, and what applications add. `path` names the report. */
export async function analyticsPage(viewing: Viewing, desk: Desk, path: string): Promise<Html> {
  const { words } = viewing
  const reported = viewing.entities.filter((entity) => entity.hasStages)
  const entity = reported.find((one) => one.path === path) ?? reported[0]
  const reports = reported.map((one) => ({
    title: `${words.analyticsOf}: ${one.listTitle}`,
    href: `/report/analytics/?report=${encodeURIComponent(one.path)}`,
    isCurrent: one === entity,
  }))
  const apps = [...desk.placements('CRM_ANALYTICS_MENU'), ...desk.placements('BI_ANALYTICS_MENU')]
  const toolbar = placementButton(desk.placements('CRM_ANALYTICS_TOOLBAR'), viewing, {})
  const body = entity ? await stageBars(viewing, desk, entity) : html``
  return page(viewing, words.analytics, entity?.listTitle ?? '', { reports, apps, toolbar, body })
}

/** Statistics of calls: those this portal has pretended since it started. */
export function telephonyPage(viewing: Viewing, desk: Desk): Html {
  const { words } = viewing
  const reports = [{ title: words.telephonyAnalytics, href: '/report/telephony/', isCurrent: true }]
  const apps = desk.placements('TELEPHONY_ANALYTICS_MENU')
  const body = callTable(viewing, desk, desk.phone.list())
  return page(viewing, words.telephonyAnalytics, words.telephonyAnalytics, { reports, apps, toolbar: '', body })
}

interface Parts {
  reports: { title: string; href: string; isCurrent: boolean }[]
  apps: Placement[]
  toolbar: Html | ''
  body: Html
}

function page(viewing: Viewing, title: string, heading: string, { reports, apps, toolbar, body }: Parts): Html {
  return html`<div class="report">
    <nav class="report-menu">
      <div class="report-name">${title}</div>
      ${reports.map(
        (report) =>
          html`<a href="${report.href}" ${report.isCurrent ? raw('aria-current="page"') : ''}>${report.title}</a>`,
      )}
      ${
        apps.length > 0
          ? html`<div class="report-group">${viewing.words.applications}</div>
              ${apps.map((placement) => appEntry(viewing, placement))}`
          : ''
      }
    </nav>
    <div class="report-main">
      <header class="report-head">
        <h1 id="pagetitle">${heading}</h1>
        ${toolbar}
      </header>
      <div class="report-body">${body}</div>
    </div>
  </div>`
}

/** A report of an application takes the place of the portal's; the BI menu opens its address and tells it nothing. */
function appEntry(viewing: Viewing, placement: Placement): Html {
  const title = placement.title[viewing.language]
  const opens =
    placement.code === 'BI_ANALYTICS_MENU'
      ? html`data-report-address="${placement.handler}"`
      : html`data-report-frame="${frameData(placement, {})}"`
  return html`<button type="button" data-title="${title}" data-code="${placement.code}" ${opens}>${title}</button>`
}

async function stageBars(viewing: Viewing, desk: Desk, entity: Entity): Promise<Html> {
  const [funnel] = funnelsOf(viewing, desk, entity)
  const stages = desk.stages(stageDictionary(entity, funnel?.id ?? 0))
  const counts = await Promise.all(stages.map((stage) => countOn(viewing, desk, entity, stage.id)))
  const most = Math.max(1, ...counts)
  return html`<div class="report-box">
    <h2>${viewing.words.analyticsOf}${funnel ? `: ${funnel.name}` : ''}</h2>
    ${stages.map(
      (stage, at) =>
        html`<div class="bar-row">
          <span class="bar-name">${stage.name}</span>
          <span class="bar-track"
            ><span
              class="bar"
              style="--stage:${safeColor(stage.color)};width:${Math.round(((counts[at] ?? 0) / most) * 100)}%"
            ></span
          ></span>
          <span class="bar-count">${number(counts[at] ?? 0, viewing.language)}</span>
        </div>`,
    )}
  </div>`
}

/** How many of the items this person may see stand on that stage; nobody's items are counted for him. */
async function countOn(viewing: Viewing, desk: Desk, entity: Entity, stageId: string): Promise<number> {
  try {
    const query = { filter: { stageId }, select: ['id'] }
    return (await listItems(desk, viewing.viewer.id, entity.entityTypeId, query)).total
  } catch (error) {
    if (desk.isRefusal(error)) return 0
    throw error
  }
}

function callTable(viewing: Viewing, desk: Desk, calls: PhoneCall[]): Html {
  const { words } = viewing
  if (calls.length === 0) return html`<p class="list-empty">${words.noCalls}</p>`
  const kinds = { incoming: words.incomingCall, outgoing: words.outgoingCall, callback: words.callback }
  return html`<table class="grid">
    <thead>
      <tr>
        <th>${words.when}</th>
        <th>${words.direction}</th>
        <th>${words.phoneNumber}</th>
        <th>${words.who}</th>
        <th>${words.duration}</th>
      </tr>
    </thead>
    <tbody>
      ${calls.map(
        (call) =>
          html`<tr>
            <td>${moment(new Date(call.startedAt).toISOString())}</td>
            <td>${kinds[call.direction]}</td>
            <td>${readableNumber(call.number) || words.hiddenNumber}</td>
            <td>${desk.person(call.userId)?.name ?? ''}</td>
            <td>${talked(call)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

/** `2:05`; empty where nobody talked. */
function talked({ connectedAt, finishedAt }: PhoneCall): string {
  if (connectedAt === null || finishedAt === null) return ''
  const seconds = Math.floor((finishedAt - connectedAt) / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
