import type { OfferFilter, OfferState } from '../../../contract/offers.ts'
import { DEFAULT_TIME_ZONE } from '../../match/days.ts'
import { STAGE_OF_STATE } from '../../offers/offer-state.ts'
import type { PortalStore } from '../../store/database.ts'
import { searchCarriers } from '../../store/carrier-search.ts'
import type { OfferSearch } from '../../store/offer-search.ts'
import { dayStart } from './day-start.ts'

/** A name that fits more carriers than these is no search yet. */
const MOST_CARRIERS = 200
const DAY_MS = 86_400_000

/** What people filter by, as the store looks for it. Days are whole days by Moscow. `now` UTC ISO. */
export async function offerSearchOf(store: PortalStore, filter: OfferFilter, now: string): Promise<OfferSearch> {
  const { q, sinceOn, untilOn, companyId, states } = filter
  const number = /^№?\s*(\d{1,12})$/.exec(q ?? '')?.[1]
  const named = q && !number ? await searchCarriers(store, q, MOST_CARRIERS) : null
  const companyIds = companyId === undefined ? named?.map(({ id }) => id) : [companyId]
  return {
    now,
    id: number === undefined ? undefined : Number(number),
    companyIds,
    fromPlaceId: filter.fromPlaceId,
    toPlaceId: filter.toPlaceId,
    body: filter.body,
    authorId: filter.authorId,
    since: sinceOn && dayStart(sinceOn, DEFAULT_TIME_ZONE),
    before: untilOn && dayStart(nextDay(untilOn), DEFAULT_TIME_ZONE),
    standings: states?.length ? states.flatMap(standingsOf) : undefined,
  }
}

function nextDay(on: string): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
}

/** An offer nobody decided on is expired by its own end, too; see `offerState`. */
function standingsOf(state: OfferState): NonNullable<OfferSearch['standings']> {
  const stage = STAGE_OF_STATE[state]
  if (state === 'active' || state === 'bargain') return [{ stage, lapsed: false }]
  if (state !== 'expired') return [{ stage, lapsed: null }]
  return [
    { stage, lapsed: null },
    { stage: STAGE_OF_STATE.active, lapsed: true },
    { stage: STAGE_OF_STATE.bargain, lapsed: true },
  ]
}
