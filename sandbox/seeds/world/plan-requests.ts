import { dayAt } from '../days.ts'
import { mix, Random, wheelOf } from '../random.ts'
import { officeMinute } from './office-hours.ts'
import { planLoad } from './plan-load.ts'
import { askedRate, clientVatOf } from './prices.ts'
import type { LoadPlan } from './load-plan.ts'
import type { RequestPlan, RequestStage } from './request-plan.ts'
import type { TripPlan } from './trip-plan.ts'
import type { World } from './world.ts'

const OPEN_STAGES = wheelOf<RequestStage>({ NEW: 16, SEARCH: 40, TRUCK: 16, AGREEMENT: 15, PAUSE: 13 })
const LOST_REASONS = wheelOf<string>({
  rate: 26,
  competitor: 20,
  silent: 14,
  client_declined: 12,
  no_truck: 10,
  postponed: 7,
  dates: 5,
  cargo: 2,
  debtor: 1,
  duplicate: 2,
  other: 1,
})
const LOST_WITHIN_DAYS = 420

function request(load: LoadPlan, stage: RequestStage, random: Random, clientRate: number | null): RequestPlan {
  const asking = stage === 'TRUCK' || stage === 'WON' ? 0.2 : 0.45
  return {
    id: 0,
    load,
    stage,
    kind: random.chance(asking) ? 'price_inquiry' : 'truck_needed',
    clientVat: clientVatOf(load),
    clientRate,
    leadId: null,
    lostReason: stage === 'LOST' ? LOST_REASONS.draw(random) : null,
  }
}

/** Requests that became orders: the newer the trip, the likelier it has one. */
export function planWonRequests(world: World, trips: readonly TripPlan[]): RequestPlan[] {
  const running = trips.filter((trip) => trip.stage !== 'DONE' && trip.stage !== 'CANCELLED')
  const done = trips.filter((trip) => trip.stage === 'DONE').slice(-Math.ceil(world.size.finished * 0.6))
  const fromRunning = running.slice(0, Math.floor(Math.min(running.length / 2, world.size.won / 3)))
  const wanted = Math.min(done.length, world.size.won - fromRunning.length)
  const fromDone = Array.from({ length: wanted }, (_, at) => done[Math.floor(((at + 0.5) * done.length) / wanted)])
  return [...fromDone, ...fromRunning].flatMap((trip) => {
    if (!trip) return []
    const random = new Random(mix(trip.load.seed, 11))
    trip.createdAt = Math.min(world.end - 2, trip.load.createdAt + random.integer(60, 240))
    trip.request = request(trip.load, 'WON', random, trip.clientRate)
    return [trip.request]
  })
}

/** A request whose client was named a price. */
export function planRequest(load: LoadPlan, stage: RequestStage): RequestPlan {
  const random = new Random(mix(load.seed, 13))
  return request(load, stage, random, askedRate(random, load))
}

export function planLostRequests(world: World): RequestPlan[] {
  return Array.from({ length: world.size.lost }, (_, at) => {
    const seed = world.seedOf('lost', at)
    const random = new Random(seed)
    const createdAt = officeMinute(random, world.today - 3 - Math.floor(LOST_WITHIN_DAYS * random.next() ** 1.6))
    const time = { createdAt, loadDay: dayAt(createdAt) + random.integer(1, 7) }
    const load = planLoad(mix(seed, 1), world.clientWheel.draw(random), world.laneWheel, time)
    return request(load, 'LOST', random, random.chance(0.7) ? askedRate(random, load) : null)
  })
}

export function planOpenRequests(world: World): RequestPlan[] {
  return Array.from({ length: world.size.open }, (_, at) => {
    const seed = world.seedOf('open', at)
    const random = new Random(seed)
    const loadDay = world.today + Math.max(-2, Math.round(random.between(-2.4, 3.5) + random.next() ** 2 * 7))
    const createdAt = officeMinute(random, Math.min(world.today, loadDay) - 1 - Math.floor(random.next() ** 2 * 5))
    const time = { createdAt, loadDay: Math.min(loadDay, world.today + 10) }
    const load = planLoad(mix(seed, 1), world.clientWheel.draw(random), world.laneWheel, time)
    if (random.chance(0.06)) load.excluded = random.sample(world.carriers, random.integer(1, 2)).map((one) => one.id)
    const stage = OPEN_STAGES.draw(random)
    const named = random.chance(stage === 'NEW' ? 0.3 : 0.85)
    return request(load, stage, random, named ? askedRate(random, load) : null)
  })
}
