import type { ProfitAnswer } from '../../../contract/profit.ts'
import { NotAllowedError } from '../../errors.ts'
import type { ApiContext } from '../api-context.ts'
import type { Viewer } from '../session/bearer.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { profitSight } from './may-see.ts'
import { viewProfit } from './view-profit.ts'

/**
 * The tab for one viewer; `wantedShare`: the margin a carrier's price is asked for. Throws NotAllowedError for whoever may
 * not see what trips earn.
 */
export async function profitFor(
  context: ApiContext,
  room: PortalRoom,
  viewer: Viewer,
  card: ProfitAnswer['card'],
  wantedShare?: number,
): Promise<ProfitAnswer> {
  const sight = await profitSight(room.store, viewer)
  if (!sight) throw new NotAllowedError('no_right', 'What a trip earns is shown to directors and heads')
  return viewProfit({
    store: room.store,
    gazetteer: context.gazetteer,
    distance: context.distance,
    workCalendar: context.workCalendar,
    card,
    sight,
    maySet: maySetProfit(viewer),
    settingsPath: maySetProfit(viewer) ? settingsPathOf(context, 'settings') : null,
    ratesPath: maySetProfit(viewer) ? settingsPathOf(context, 'rates') : null,
    viewer,
    wantedShare: wantedShare ?? null,
    orderTypeId: room.map()?.processes.order.entityTypeId ?? 0,
    now: new Date(context.now()).toISOString(),
  })
}

/** A link of the portal to the handler bound to `REST_APP_URI`, told to show its settings, or its rates above them. */
export function settingsPathOf({ clientId }: Pick<ApiContext, 'clientId'>, view: 'settings' | 'rates'): string {
  return `/marketplace/view/${encodeURIComponent(clientId)}/?params[view]=${view}`
}

/** How own entities are taxed is the company's affair, not a department's. */
export function maySetProfit({ roles }: Pick<Viewer, 'roles'>): boolean {
  return roles.includes('director') || roles.includes('admin')
}

/** Throws NotAllowedError for everybody else. */
export function requireSetter(viewer: Pick<Viewer, 'roles'>): void {
  if (!maySetProfit(viewer)) throw new NotAllowedError('no_right', 'This is for directors to say')
}
