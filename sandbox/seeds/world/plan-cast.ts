import { DEMO_ORDER_ID, WON_ORDER_ID } from '../cast.ts'
import { isWeekend, minuteAt } from '../days.ts'
import { town } from '../geography/towns.ts'
import { mix, Random } from '../random.ts'
import { castLoads, PLAIN_LOAD } from './cast-loads.ts'
import type { CastLoad } from './cast-loads.ts'
import type { LoadPlan } from './load-plan.ts'
import { workingDay } from './office-hours.ts'
import { planLoad, settle } from './plan-load.ts'
import { planRequest } from './plan-requests.ts'
import { agree, tripOf } from './plan-trips.ts'
import type { RequestPlan } from './request-plan.ts'
import type { TripPlan } from './trip-plan.ts'
import type { World } from './world.ts'

const AFTERNOON = 15 * 60

/** A load of the cast as its card will show it. */
export function castLoad(
  world: World,
  { id, from, to, loadsIn, permanent, change }: Omit<CastLoad, 'stage'>,
): LoadPlan {
  const client = world.clients[permanent ? 0 : world.size.permanentClients]
  if (!client) throw new Error('The seed is too small for its cast: it has no occasional client')
  const seed = world.seedOf('cast', id)
  const loadDay = world.today + loadsIn
  const createdAt = minuteAt(workingDay(Math.min(loadDay, world.today) - 1), AFTERNOON + (id % 20) * 7)
  const plain = planLoad(seed, client, world.laneWheel, { createdAt, loadDay })
  const places = { from: town(from), to: town(to), loadPlace: from, unloadPlace: to }
  const load: LoadPlan = { ...plain, ...places, ...PLAIN_LOAD, ...change }
  return settle(load, new Random(mix(seed, 3)))
}

/** Requests made by hand; the won one has its finished order. */
export function planCastRequests(world: World): { requests: RequestPlan[]; trips: TripPlan[] } {
  const trips: TripPlan[] = []
  const requests = castLoads(world.today).map((one) => {
    const load = castLoad(world, one)
    const request = { ...planRequest(load, one.stage), id: one.id, kind: 'truck_needed' as const }
    if (one.stage !== 'WON') return request
    const agreed = agree(world, new Random(mix(load.seed, 5)), load)
    const trip = tripOf(world, load, agreed, 'DONE')
    trips.push({ ...trip, id: WON_ORDER_ID, createdAt: load.createdAt + 90, request })
    return { ...request, clientRate: trip.clientRate }
  })
  return { requests, trips }
}

/** An order of the permanent client that still needs its truck. */
export function planCastOrder(world: World): TripPlan {
  const loadsIn = isWeekend(world.today + 2) ? 3 : 2
  const load = castLoad(world, {
    id: 100 + DEMO_ORDER_ID,
    from: 'Санкт-Петербург',
    to: 'Москва',
    loadsIn,
    permanent: true,
    change: {
      loadPlace: 'СПб',
      unloadPlace: 'Моск. обл., г. Подольск',
      to: town('Подольск'),
      cargo: 'Бумага в рулонах',
    },
  })
  return { ...tripOf(world, load, null, 'DOCUMENTS'), id: DEMO_ORDER_ID }
}
