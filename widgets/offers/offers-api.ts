import type { CardReference } from '../../contract/card.ts'
import type {
  ExportInput,
  OfferDecisionAnswer,
  OfferDecisionInput,
  OffersAnswer,
  OffersOfPortal,
} from '../../contract/offers.ts'
import type { RevealsAnswer } from '../../contract/reveals.ts'
import type { Session } from '../../contract/session.ts'
import { createApi } from '../shared/api.ts'
import { bootThroughFrame, holdSession } from '../shared/session.ts'

export type OffersApi = ReturnType<typeof createOffersApi>

/** The endpoints of this widget beside those every widget has. Every call throws ApiProblem. */
export function createOffersApi(session: Session) {
  const api = createApi(holdSession(session, () => bootThroughFrame('offers', true)))
  return {
    ...api,
    ofCard: ({ kind, id }: CardReference) => api.call<OffersAnswer>('GET', `/api/cards/${kind}/${id}/offers`),
    find: (filter: Record<string, string>) =>
      api.call<OffersOfPortal>('GET', `/api/offers?${new URLSearchParams(filter).toString()}`),
    decide: (offerId: number, input: OfferDecisionInput) =>
      api.call<OfferDecisionAnswer>('POST', `/api/offers/${offerId}/decisions`, input),
    reveals: (query: Record<string, string> = {}) =>
      api.call<RevealsAnswer>('GET', `/api/reveals?${new URLSearchParams(query).toString()}`),
    mask: (masked: boolean) => api.call<RevealsAnswer>('PUT', '/api/reveals/masking', { masked }),
    takeOut: (input: ExportInput) => api.call<{ url: string }>('POST', '/api/exports/offers', input),
  }
}
