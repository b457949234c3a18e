import { dayAt, localHour } from '../days.ts'
import { mix, Random } from '../random.ts'
import type { Wanted } from './carrier-pool.ts'
import { drawTerm } from './clients.ts'
import type { LoadPlan } from './load-plan.ts'
import { officeMinute } from './office-hours.ts'
import { daysOnRoad, planLoad } from './plan-load.ts'
import { askedRate, carrierRate, clientRateFor, clientVatOf } from './prices.ts'
import type { Agreed, OrderStage, TripPlan } from './trip-plan.ts'
import { drawRegime, vatOn } from './vat.ts'
import type { World } from './world.ts'

const HISTORY_DAYS = 730
/** The winner is rarely the dearest. */
const WINNERS_DISCOUNT = 0.975
const CARRIER_DAYS = [3, 5, 7, 10, 14, 20]
const NO_ONE = new Set<number>()

interface Timing {
  createdAt: number
  loadDay: number
  stage: OrderStage
}

/** Two years with slow growth: the share of the history that lies before a trip decides its day. */
function finishedAt(world: World, random: Random, share: number): Timing {
  const day = world.today - HISTORY_DAYS + Math.floor((HISTORY_DAYS - 4) * share ** 0.88)
  const createdAt = officeMinute(random, day)
  return { createdAt, loadDay: dayAt(createdAt) + random.integer(1, 3), stage: 'DONE' }
}

/** Where a trip stands follows from the day it loads. */
function runningAt(world: World, random: Random): Timing {
  const offset = random.integer(-3, 3)
  const ahead: OrderStage = random.chance(0.5) ? 'DOCUMENTS' : 'SIGNING'
  const loaded: OrderStage = random.chance(0.75) ? 'TRANSIT' : 'UNLOADING'
  const stage = offset > 0 ? ahead : offset === 0 ? 'LOADING' : loaded
  const createdAt = officeMinute(random, world.today - 1 + Math.min(0, offset) - random.integer(0, 2))
  return { createdAt, loadDay: world.today + offset, stage }
}

/** A load somebody has a truck for; other loads are tried until one is. */
function agreedLoad(world: World, seed: number, time: Timing): { load: LoadPlan; agreed: Agreed } {
  for (let attempt = 0; attempt < 40; attempt++) {
    const random = new Random(mix(seed, attempt))
    const load = planLoad(mix(seed, 1000 + attempt), world.clientWheel.draw(random), world.laneWheel, time)
    const agreed = agree(world, random, load)
    if (agreed) return { load, agreed }
  }
  throw new Error('No carrier of this seed has a truck for any of its loads')
}

/** Somebody who takes the load, and his price; null where nobody has a fitting truck. */
export function agree(world: World, random: Random, load: LoadPlan): Agreed | null {
  const chosen = world.pool.choose(random, wantedFor(load), NO_ONE)
  if (!chosen) return null
  const { carrier, vehicle } = chosen
  const regime = random.chance(0.92) ? carrier.regime : drawRegime(random, 'company')
  const vat = vatOn(load.loadDay, regime, load.abroad)
  const rate = carrierRate(random, load.market * WINNERS_DISCOUNT, carrier.dear, vat)
  return { carrier, vehicle, vat, rate, term: drawTerm(random, CARRIER_DAYS) }
}

/** What a load asks of a carrier. */
export function wantedFor(load: LoadPlan): Wanted {
  const { bodies, weightKg, volumeM3, adr, loadDay } = load
  return { from: load.from.hub, to: load.to.hub, day: loadDay, bodies, weightKg, volumeM3, adr }
}

/** Orders in the order they were made: carried out and broken off over two years, then those on the road. */
export function planTrips(world: World): TripPlan[] {
  const { finished, cancelled, running } = world.size
  const past = finished + cancelled
  const cancelEvery = cancelled > 0 ? Math.max(2, Math.floor(past / cancelled)) : Infinity
  const trips: TripPlan[] = []
  let left = cancelled
  for (let at = 0; at < past + running; at++) {
    const seed = world.seedOf('trip', at)
    const random = new Random(seed)
    const time = at < past ? finishedAt(world, random, at / past) : runningAt(world, random)
    if (at < past && left > 0 && (at % cancelEvery === cancelEvery - 1 || past - at === left)) {
      time.stage = 'CANCELLED'
      left--
    }
    trips.push(planTrip(world, seed, time))
  }
  return trips.sort((a, b) => a.load.createdAt - b.load.createdAt)
}

function planTrip(world: World, seed: number, time: Timing): TripPlan {
  const { load, agreed } = agreedLoad(world, seed, time)
  const arrival = load.loadDay + daysOnRoad(load.km)
  const late = time.stage === 'DONE' ? arrival - (world.today - 1) : 0
  if (late > 0) {
    // A long haul that would still be on the road began earlier: it is in the history because it is over.
    const earlier = { createdAt: time.createdAt - late * 1440, loadDay: time.loadDay - late }
    return planTrip(world, seed, { ...time, ...earlier })
  }
  return tripOf(world, load, agreed, time.stage)
}

/** The order of a load, as far as its stage says it has come. */
export function tripOf(world: World, load: LoadPlan, agreed: Agreed | null, stage: OrderStage): TripPlan {
  const random = new Random(mix(load.seed, 7))
  const loaded = stage === 'TRANSIT' || stage === 'UNLOADING' || stage === 'DONE'
  const arrival = load.loadDay + daysOnRoad(load.km)
  const unloaded = localHour(arrival, random.between(8, 19), load.to.utcHours)
  return {
    id: 0,
    load,
    createdAt: load.createdAt,
    agreed,
    clientVat: clientVatOf(load),
    clientRate: agreed ? clientRateFor(random, load, agreed.rate, agreed.vat) : askedRate(random, load),
    stage,
    loadedAt: loaded ? Math.min(load.loadFromAt + random.integer(20, 300), world.end) : null,
    unloadedAt: stage === 'DONE' ? Math.min(unloaded, world.end) : null,
    logist: random.chance(0.6) ? load.client.logist : random.pick(world.logists),
    request: null,
    parentDealId: 0,
    ownDealId: null,
  }
}
