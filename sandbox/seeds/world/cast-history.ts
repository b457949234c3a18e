import { CARRIERS, FIRST_HISTORY_ORDER_ID } from '../cast.ts'
import { mix, Random } from '../random.ts'
import { drawTerm } from './clients.ts'
import type { LoadPlan } from './load-plan.ts'
import { castLoad } from './plan-cast.ts'
import { tripOf } from './plan-trips.ts'
import { carrierRate } from './prices.ts'
import type { TripPlan } from './trip-plan.ts'
import { vatOn } from './vat.ts'
import type { World } from './world.ts'

const FROZEN: Partial<LoadPlan> = { cargo: 'мороженое', bodies: ['reefer'], loading: ['rear'], temperature: [-20, -18] }
const PAINT: Partial<LoadPlan> = { cargo: 'Краска', adr: '3', weightKg: 18000, volumeM3: 60 }

/** Who drove Москва → Казань how many days ago: the newest trip first. */
const TRIPS: readonly (readonly [carrierId: number, daysAgo: readonly number[], change: Partial<LoadPlan>])[] = [
  [CARRIERS.volgaTrans, [12, 40, 95], FROZEN],
  [CARRIERS.sidorov, [9, 30, 75, 160], {}],
  [CARRIERS.himtrans, [15, 110], PAINT],
  [CARRIERS.okaExpress, [20, 64], {}],
  [CARRIERS.kamskiyPut, [130], {}],
  [CARRIERS.zavolzhye, [33], {}],
  [CARRIERS.molchanov, [25], {}],
  [CARRIERS.hostile, [18], {}],
]

/** Trips a test may count on whatever the dice say; those of carriers this seed has not got are left out. */
export function planCastHistory(world: World): TripPlan[] {
  const trips: TripPlan[] = []
  let id = FIRST_HISTORY_ORDER_ID
  for (const [carrierId, daysAgo, change] of TRIPS) {
    for (const days of daysAgo) {
      const trip = pastTrip(world, carrierId, id++, days, change)
      if (trip) trips.push(trip)
    }
  }
  return trips
}

function pastTrip(
  world: World,
  carrierId: number,
  id: number,
  daysAgo: number,
  change: Partial<LoadPlan>,
): TripPlan | null {
  const carrier = world.carriers.find((one) => one.id === carrierId)
  const vehicle = carrier?.vehicles[0]
  if (!carrier || !vehicle) return null
  const route = { from: 'Москва', to: 'Казань', loadsIn: -daysAgo, permanent: true }
  const load = castLoad(world, { id: 200 + id, ...route, change })
  const random = new Random(mix(load.seed, 5))
  const vat = vatOn(load.loadDay, carrier.regime)
  const rate = carrierRate(random, load.market, carrier.dear, vat)
  const agreed = { carrier, vehicle, vat, rate, term: drawTerm(random, [5, 7, 10]) }
  return { ...tripOf(world, load, agreed, 'DONE'), id }
}
