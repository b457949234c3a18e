import { VAT_CODES } from '../../../contract/codes.ts'
import type { LoadKind } from '../../../contract/load.ts'
import type { OffersOfLoad } from '../../../contract/offers.ts'
import type { ProfitLine } from '../../../contract/profit.ts'
import { compareOffer, type ComparisonGround } from '../../offers/compare-offer.ts'
import { readAsOf } from '../../store/meta.ts'
import { readLoadRow } from '../../store/load-reader.ts'
import { readOffersOfLoad } from '../../store/offer-reader.ts'
import type { LoadRow } from '../../store/schema.ts'
import type { ApiContext } from '../api-context.ts'
import { laneRatesOf } from '../carriers/lane-rates-of.ts'
import { readLoad } from '../carriers/list-carriers.ts'
import { laneOf } from '../carriers/load-view.ts'
import { entityOf } from '../profit/own-entities.ts'
import { readProfitKnowledge } from '../profit/profit-knowledge.ts'
import type { Viewer } from '../session/bearer.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { viewOfferLines } from './view-offer-lines.ts'

/** The tab of a request or an order: every offer made for it, on equal terms. Throws NotFoundError for an unknown load. */
export async function offersOfLoad(
  context: ApiContext,
  room: PortalRoom,
  viewer: Pick<Viewer, 'roles'>,
  card: { kind: LoadKind; id: number },
): Promise<OffersOfLoad> {
  const { store } = room
  const { gazetteer, distance, router } = context
  const now = new Date(context.now()).toISOString()
  const load = await readLoad({ store, gazetteer, distance, router, roles: viewer.roles, ...card })
  const row = (await readLoadRow(store, card.kind, card.id))!
  const ground = await groundOf(context, room, row, {
    client: load.clientRate ?? null,
    km: load.distance?.km ?? null,
    now,
  })
  const lines = await viewOfferLines(await readOffersOfLoad(store, card.kind, card.id), { store, gazetteer, now })
  const lane = laneOf(load)
  return {
    of: 'load',
    card,
    asOf: (await readAsOf(store)) ?? now,
    open: load.open,
    lane: { from: lane?.from.name ?? row.loadText, to: lane?.to.name ?? row.unloadText },
    distanceKm: ground.km,
    ...('clientRate' in load && { clientRate: load.clientRate ?? null }),
    targetRate: load.targetRate,
    regime: ground.own.regime,
    annualPercent: ground.settings.annualPercent,
    rates: lane ? await laneRatesOf(context, store, load, lane, now) : { state: 'none' },
    offers: lines.map((line) => ({
      ...line,
      comparison: compareOffer({ rate: line.rate, perKm: line.ratePerKm, term: line.term }, ground),
    })),
  }
}

/** The general system where nothing tells otherwise: it is what makes carriers with and without VAT unequal. */
async function groundOf(
  context: ApiContext,
  { store }: PortalRoom,
  row: LoadRow,
  seen: { client: ProfitLine | null; km: number | null; now: string },
): Promise<ComparisonGround> {
  const { settings, chosen } = await readProfitKnowledge(store, context, [])
  const clientVat = VAT_CODES.find((code) => code === row.clientVat) ?? null
  const serviceOn = (row.unloadByAt ?? row.loadFromAt ?? seen.now).slice(0, 10)
  const own = entityOf({ companyId: null, clientVat, serviceOn }, chosen)
  return {
    own: { regime: own?.regime ?? 'general', role: own?.role ?? 'principal' },
    client: seen.client,
    clientTerm: null,
    serviceOn,
    km: seen.km,
    settings,
  }
}
