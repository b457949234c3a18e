import type { RefusalEvidence } from '../../../contract/refusals.ts'
import { bestOffer, shareOfClientPrice } from '../../refusal/best-offer.ts'
import { readAttempts } from '../../store/attempts.ts'
import { readCompanyTitles } from '../../store/candidates.ts'
import { readClientTrips } from '../../store/client-history.ts'
import { countRefusalsOf } from '../../store/refusals.ts'
import { readStageTimes } from '../../store/stage-times.ts'
import type { ApiContext } from '../api-context.ts'
import { listCarriers } from '../carriers/list-carriers.ts'
import { rateOf } from '../carriers/load-view.ts'
import { offersOnLoad } from '../carriers/offers-on-load.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { clientMarginShare } from './client-margin.ts'
import type { RefusableCard } from './refusable-card.ts'

const MOST_UNTRIED = 5

/** Everything the copy knows of how hard was tried, and for whom. For nobody's eyes before `evidenceFor`. */
export async function gatherEvidence(
  context: ApiContext,
  room: PortalRoom,
  card: RefusableCard,
): Promise<RefusalEvidence> {
  const { store } = room
  const now = new Date(context.now()).toISOString()
  const { load } = card
  const offers = load ? [...(await offersOnLoad(store, load.kind, load.id)).entries()] : []
  const flat = offers.flatMap(([companyId, own]) => own.map((offer) => ({ companyId, rate: offer.rate })))
  const best = bestOffer(flat)
  const clientRate =
    load && load.clientRateMinor !== null && load.clientRateCurrency !== null
      ? rateOf(load.clientRateMinor, load.clientRateCurrency, load.clientVat)
      : null
  const attempts = load ? await readAttempts(store, load.kind, load.id) : []
  const tried = new Set([...offers.map(([companyId]) => companyId), ...attempts.map(({ companyId }) => companyId)])
  const serviceOn = (load?.unloadByAt ?? load?.loadFromAt ?? now).slice(0, 10)
  const told = await readStageTimes(store, card)
  const names = await readCompanyTitles(store, best ? [best.offer.companyId] : [])
  return {
    at: now,
    offers: {
      count: flat.length,
      best: best?.offer.rate ?? null,
      bestBy: best ? (names.get(best.offer.companyId) ?? null) : null,
      bestShare: shareOfClientPrice(best, clientRate, serviceOn),
    },
    clientRate,
    targetRate:
      load && load.targetRateMinor !== null && load.targetRateCurrency !== null
        ? { minor: load.targetRateMinor, currency: load.targetRateCurrency }
        : null,
    attempts: {
      calls: attempts.filter(({ result }) => result !== 'offered').length,
      carriers: new Set(attempts.map(({ companyId }) => companyId)).size,
      lastAt: attempts[0]?.at ?? null,
    },
    untried: await untriedCarriers(context, room, card, tried, now),
    talks: told?.talks ?? null,
    stages: told?.stages ?? null,
    client: await clientOf(context, room, card),
  }
}

async function untriedCarriers(
  context: ApiContext,
  room: PortalRoom,
  { kind, id, load }: RefusableCard,
  tried: ReadonlySet<number>,
  now: string,
): Promise<RefusalEvidence['untried']> {
  if (!load || kind === 'lead') return { count: 0, first: [] }
  const { gazetteer, distance, router } = context
  const list = await listCarriers({
    store: room.store,
    gazetteer,
    distance,
    router,
    roles: [],
    kind,
    id,
    now,
    stale: false,
  })
  const rows = list.rows.filter(({ companyId }) => !tried.has(companyId))
  // The list itself is cut; how many there are is told apart.
  const triedInList = list.rows.length - rows.length
  return {
    count: Math.max(rows.length, list.total - triedInList),
    first: rows.slice(0, MOST_UNTRIED).map(({ companyId, name }) => ({ companyId, name })),
  }
}

async function clientOf(
  context: ApiContext,
  { store }: PortalRoom,
  card: RefusableCard,
): Promise<RefusalEvidence['client']> {
  if (card.clientId === null) return null
  const { trips, lastTripAt } = await readClientTrips(store, card.clientId)
  return {
    name: (await readCompanyTitles(store, [card.clientId])).get(card.clientId) ?? null,
    trips,
    lastTripAt,
    refusals: (await countRefusalsOf(store, [card.clientId])).get(card.clientId) ?? 0,
    permanent: card.permanentClient,
    marginShare: await clientMarginShare(store, context, card.clientId),
  }
}
