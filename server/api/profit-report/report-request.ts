import type { ReportQuery } from '../../../contract/profit-report.ts'
import { NotAllowedError } from '../../errors.ts'
import type { ApiContext } from '../api-context.ts'
import { profitSight, type ProfitSight } from '../profit/may-see.ts'
import type { Viewer } from '../session/bearer.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import type { ReportRequest } from './answer-report.ts'

/** Whose orders a report may count for this person. Throws NotAllowedError for whoever may see none. */
export async function requireSight(room: PortalRoom, viewer: Viewer): Promise<ProfitSight> {
  const sight = await profitSight(room.store, viewer)
  if (!sight) throw new NotAllowedError('no_right', 'What trips earn is shown to directors and heads')
  return sight
}

export async function reportRequest(
  { gazetteer, distance, workCalendar, now }: ApiContext,
  { viewer, room }: { viewer: Viewer; room: PortalRoom },
  query: ReportQuery,
): Promise<ReportRequest> {
  const sight = await requireSight(room, viewer)
  return { gazetteer, distance, workCalendar, store: room.store, sight, query, now: new Date(now()).toISOString() }
}
