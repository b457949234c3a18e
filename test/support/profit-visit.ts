import { portalAction } from '../../cli/demo/portal-pages.ts'
import type { ProfitAnswer } from '../../contract/profit.ts'
import type { ReportAnswer } from '../../contract/profit-report.ts'
import type { Session } from '../../contract/session.ts'
import type { Ticket, World } from './world.ts'

/** Somebody opens the tab «Рентабельность» of a deal or an order; it has to open. */
export async function openProfitTab(
  world: World,
  userId: number,
  kind: ProfitAnswer['card']['kind'],
  id: number,
): Promise<{ session: Session; answer: ProfitAnswer }> {
  const boot = (await world.post(await profitTicket(world, userId, kind, id))).boot()
  if (boot.state !== 'profitability') throw new Error(`The tab did not open: ${JSON.stringify(boot)}`)
  return boot
}

async function profitTicket(world: World, userId: number, kind: 'deal' | 'order', id: number): Promise<Ticket> {
  if (kind === 'order') {
    const ticket = await world.ticket(userId, 'order', id)
    return { ...ticket, action: ticket.action.replace('/w/carriers', '/w/profitability') }
  }
  return framed(world, userId, 'CRM_DEAL_DETAIL_TAB', { ID: String(id) }, `/crm/deal/details/${id}/`)
}

/** Somebody opens the page «Рентабельность»; what comes back asks its report. */
export async function openProfitReport(
  world: World,
  userId: number,
): Promise<(query: string) => Promise<ReportAnswer>> {
  const boot = (await world.post(await framed(world, userId, 'LEFT_MENU', {}, '/'))).boot()
  if (boot.state !== 'profit-report') throw new Error(`The page did not open: ${JSON.stringify(boot)}`)
  return async (query) => {
    const answer = await world.api(boot.session, 'GET', `/api/profit-report?${query}`)
    if (!answer.ok) throw new Error(`${query}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as ReportAnswer
  }
}

async function framed(
  world: World,
  userId: number,
  placement: string,
  options: Record<string, string>,
  uri: string,
): Promise<Ticket> {
  const widget = placement === 'LEFT_MENU' ? '/w/profit-report' : '/w/profitability'
  const bound = world.sandbox.portal.placements(placement).find(({ handler }) => handler.endsWith(widget))!
  return portalAction<Ticket>(world.sandbox.url, 'frame', {
    viewerId: userId,
    language: 'ru',
    placement,
    placementId: bound.id,
    options,
    uri,
  })
}
