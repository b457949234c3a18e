import type { Role } from '../../../contract/codes.ts'
import type { RefusalEvidence } from '../../../contract/refusals.ts'
import { seesClientRate } from '../carriers/load-view.ts'

/** Who may see what a client's trips leave: as with profitability. */
const SEES_MARGIN: readonly Role[] = ['head', 'director', 'admin']

export interface EvidenceSight {
  clientRate: boolean
  margin: boolean
}

export function evidenceSight(roles: readonly Role[], shownToLogists: boolean): EvidenceSight {
  return {
    clientRate: seesClientRate(roles, shownToLogists),
    margin: roles.some((role) => SEES_MARGIN.includes(role)),
  }
}

/** The evidence without what this viewer may not see. A share of the client's price would tell the price. */
export function evidenceFor(evidence: RefusalEvidence, sight: EvidenceSight): RefusalEvidence {
  const { clientRate, client, offers, ...rest } = evidence
  const { bestShare, ...openOffers } = offers
  const openClient = client && {
    name: client.name,
    trips: client.trips,
    lastTripAt: client.lastTripAt,
    refusals: client.refusals,
    permanent: client.permanent,
  }
  return {
    ...rest,
    offers: { ...openOffers, ...(sight.clientRate && bestShare !== undefined && { bestShare }) },
    ...(sight.clientRate && { clientRate: clientRate ?? null }),
    client: openClient && { ...openClient, ...(sight.margin && { marginShare: client?.marginShare ?? null }) },
  }
}
