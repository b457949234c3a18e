import type { OffersOfCarrier } from '../../../contract/offers.ts'
import { readCarrierBases, readCompanyTitles } from '../../store/candidates.ts'
import { readAsOf } from '../../store/meta.ts'
import { companyOfCarrier, readCarrierFigures, readCarrierLanes } from '../../store/offer-reader.ts'
import { countOffers, searchOffers } from '../../store/offer-search.ts'
import type { CarrierBaseRow } from '../../store/schema.ts'
import type { ApiContext } from '../api-context.ts'
import { readSecurityRule } from '../carriers/portal-choices.ts'
import { rateOf } from '../carriers/load-view.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { loadTypeIdsOf } from './load-type-ids.ts'
import { viewOfferLines } from './view-offer-lines.ts'

/** As many as somebody reads in a card; the page of all offers goes on. */
const MOST_OFFERS = 50
const MOST_LANES = 30
const MOST_COUNTED = 10_000
const DAY_MS = 86_400_000

/** The tab of a carrier's company, or of his entry in the base: what he offered, drove and runs. */
export async function offersOfCarrier(
  context: ApiContext,
  room: PortalRoom,
  card: OffersOfCarrier['card'],
): Promise<OffersOfCarrier> {
  const { store } = room
  const { gazetteer } = context
  const now = new Date(context.now()).toISOString()
  const companyId = card.kind === 'company' ? card.id : await companyOfCarrier(store, card.id)
  const asOf = (await readAsOf(store)) ?? now
  const loadTypeIds = loadTypeIdsOf(room)
  if (companyId === null) return { ...NOTHING, card, asOf, loadTypeIds }
  const search = { companyIds: [companyId], now }
  const rows = await searchOffers(store, search, null, MOST_OFFERS)
  const { lastTripAt, ...figures } = await readCarrierFigures(store, companyId)
  const base = (await readCarrierBases(store, [companyId])).get(companyId)
  const place = (id: number) => gazetteer.byId(id)?.name ?? '?'
  return {
    of: 'carrier',
    card,
    asOf,
    loadTypeIds,
    company: { id: companyId, name: (await readCompanyTitles(store, [companyId])).get(companyId) ?? '' },
    figures: { ...figures, lastTripOn: lastTripAt?.slice(0, 10) ?? null },
    papers: base ? papersOf(base, (await readSecurityRule(store)).validDays, now) : [],
    lanes: (await readCarrierLanes(store, companyId, MOST_LANES)).map((lane) => ({
      from: place(lane.fromPlaceId),
      to: place(lane.toPlaceId),
      offers: lane.offers,
      trips: lane.trips,
      lastRate:
        lane.lastMinor === null || lane.lastCurrency === null
          ? null
          : rateOf(lane.lastMinor, lane.lastCurrency, lane.lastVat),
      lastAt: lane.lastAt,
    })),
    offers: await viewOfferLines(rows, { store, gazetteer, now }),
    more: Math.max(0, (await countOffers(store, search, MOST_COUNTED)) - rows.length),
  }
}

const NOTHING: Omit<OffersOfCarrier, 'card' | 'asOf' | 'loadTypeIds'> = {
  of: 'carrier',
  company: null,
  figures: { offers: 0, awarded: 0, declined: 0, withdrawn: 0, trips: 0, brokenTrips: 0, lastTripOn: null },
  papers: [],
  lanes: [],
  offers: [],
  more: 0,
}

function papersOf(base: CarrierBaseRow, validDays: number | null, now: string): OffersOfCarrier['papers'] {
  const today = now.slice(0, 10)
  const hasAdr = base.adr !== '[]' || base.adrUntilOn !== null
  const adr = {
    paper: 'adr' as const,
    on: base.adrUntilOn,
    state:
      base.adrUntilOn === null
        ? ('unknown' as const)
        : base.adrUntilOn < today
          ? ('ended' as const)
          : ('valid' as const),
  }
  return [...(hasAdr ? [adr] : []), { paper: 'security', on: base.securityOn, state: checkState(base, validDays, now) }]
}

/** A check of the security service is good for as many days as the portal has set. */
function checkState(
  { security, securityOn }: CarrierBaseRow,
  validDays: number | null,
  now: string,
): OffersOfCarrier['papers'][number]['state'] {
  if (security !== 'passed') return security
  if (securityOn === null) return 'unknown'
  if (validDays === null) return 'valid'
  return Date.parse(now) - Date.parse(securityOn) > validDays * DAY_MS ? 'ended' : 'valid'
}
