import { mix, Random, wheelOf } from '../random.ts'
import { drawTerm } from './clients.ts'
import type { LoadPlan } from './load-plan.ts'
import type { OfferPlan, OfferStage } from './offer-plan.ts'
import { wantedFor } from './plan-trips.ts'
import { wakingMinute } from './office-hours.ts'
import { carrierRate } from './prices.ts'
import type { RequestPlan, RequestStage } from './request-plan.ts'
import type { Agreed, TripPlan } from './trip-plan.ts'
import { vatOn } from './vat.ts'
import type { World } from './world.ts'

/** How many carriers answer, by how far the request has come: from, to. */
const ANSWERS: Record<RequestStage, readonly [number, number]> = {
  NEW: [0, 1],
  SEARCH: [1, 5],
  TRUCK: [2, 6],
  AGREEMENT: [3, 7],
  PAUSE: [0, 4],
  WON: [3, 9],
  LOST: [2, 9],
}

const OPEN = wheelOf<OfferStage>({ RECEIVED: 62, BARGAIN: 22, DECLINED: 8, WITHDRAWN: 8 })
const OVER = wheelOf<OfferStage>({ DECLINED: 55, EXPIRED: 30, WITHDRAWN: 15 })
const ANSWERS_WITHIN_MINUTES = 30 * 60
const LOSERS_SURCHARGE = 1.035

interface Asked {
  load: LoadPlan
  /** Offers come between these minutes. */
  from: number
  until: number
  count: number
  stages: typeof OPEN
  winner: { agreed: Agreed; stage: OfferStage } | null
}

export function offersOfRequest(world: World, request: RequestPlan, trip: TripPlan | null): OfferPlan[] {
  const { load, stage } = request
  const [fewest, most] = ANSWERS[stage]
  const random = new Random(mix(load.seed, 37))
  const closed = stage === 'WON' || stage === 'LOST'
  const until = trip ? trip.createdAt : load.createdAt + ANSWERS_WITHIN_MINUTES
  const offers = gather(world, {
    load,
    from: load.createdAt,
    until: Math.min(until, world.end),
    count: random.integer(fewest, most),
    stages: closed ? OVER : OPEN,
    winner: trip?.agreed ? { agreed: trip.agreed, stage: trip.stage === 'CANCELLED' ? 'WITHDRAWN' : 'AWARDED' } : null,
  })
  const best = stage === 'AGREEMENT' ? offers.reduce<OfferPlan | null>(cheaper, null) : null
  if (best) best.stage = 'ACCEPTED'
  return offers
}

function cheaper(best: OfferPlan | null, offer: OfferPlan): OfferPlan {
  return best && best.rate <= offer.rate ? best : offer
}

/** Offers on an order that came without a request, mostly none or one: a known carrier took it at once. */
export function offersOfTrip(world: World, trip: TripPlan): OfferPlan[] {
  const { load, agreed, stage } = trip
  if (!agreed) return []
  const random = new Random(mix(load.seed, 41))
  const count = Math.round(random.between(0, 2 * world.size.offersPerOrder))
  if (count === 0) return []
  const limit = Math.min(trip.createdAt + ANSWERS_WITHIN_MINUTES, trip.loadedAt ?? Infinity, world.end)
  return gather(world, {
    load,
    from: trip.createdAt,
    until: Math.max(limit, trip.createdAt + 2),
    count: count - 1,
    stages: OVER,
    winner: { agreed, stage: stage === 'CANCELLED' ? 'WITHDRAWN' : 'AWARDED' },
  })
}

function gather(world: World, { load, from, until, count, stages, winner }: Asked): OfferPlan[] {
  const except = new Set<number>(load.excluded)
  const offers: OfferPlan[] = []
  const add = (seed: number, stage: OfferStage, agreed: Agreed, executor: boolean): void => {
    const random = new Random(seed)
    const { carrier, vehicle, vat, rate, term } = agreed
    const createdAt = wakingMinute(random, from + Math.min(3, until - from), until)
    const waits = stage === 'RECEIVED' ? 0 : 900
    const updatedAt = wakingMinute(random, createdAt, Math.min(world.end, createdAt + waits))
    const author = random.chance(0.5) ? load.client.logist : random.pick(world.logists)
    offers.push({
      seed: mix(seed, 43),
      load,
      carrier,
      vehicle,
      stage,
      executor,
      vat,
      rate,
      term,
      author,
      createdAt,
      updatedAt,
    })
    except.add(carrier.id)
  }
  if (winner) add(mix(load.seed, 47), winner.stage, winner.agreed, winner.stage === 'AWARDED')
  const wanted = wantedFor(load)
  for (let at = 0; at < count; at++) {
    const seed = mix(load.seed, 100 + at)
    const random = new Random(seed)
    const chosen = world.pool.choose(random, wanted, except)
    if (!chosen) break
    const vat = vatOn(load.loadDay, chosen.carrier.regime, load.abroad)
    const rate = carrierRate(random, load.market * LOSERS_SURCHARGE, chosen.carrier.dear, vat)
    const term = drawTerm(random, [3, 5, 7, 10, 14])
    add(mix(seed, 53), stages.draw(random), { ...chosen, vat, rate, term }, false)
  }
  return offers.sort((a, b) => a.createdAt - b.createdAt)
}
