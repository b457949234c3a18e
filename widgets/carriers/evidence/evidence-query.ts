import type { Reason } from '../../../contract/carriers.ts'
import type { EvidenceQuery } from '../../../contract/evidence.ts'

/**
 * What to ask for the evidence of one line. The line about the rest of the lanes nearby is what is left when the lanes
 * with lines of their own are taken away, so it needs those.
 */
export function evidenceQueryOf(reason: Reason, all: readonly Reason[]): EvidenceQuery {
  switch (reason.kind) {
    case 'trips_near':
    case 'offers_near':
      return { of: reason.kind, fromId: reason.fromId, toId: reason.toId }
    case 'near_rest': {
      const named = new Set(all.flatMap((line) => ('fromId' in line ? [`${line.fromId}:${line.toId}`] : [])))
      return named.size > 0 ? { of: reason.kind, except: [...named].join() } : { of: reason.kind }
    }
    case 'soon_empty':
    case 'part_load':
      return { of: reason.kind, orderId: reason.orderId }
    default:
      return { of: reason.kind }
  }
}
