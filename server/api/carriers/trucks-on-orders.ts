import type { Place } from '../../../contract/place.ts'
import type { ComingTruck, SharedTruck } from '../../match/facts.ts'
import { emptyOn, passesOn } from '../../match/order-days.ts'
import { mayBeOnTheWay, straightRoadKm, wayOver } from '../../match/ways/way.ts'
import { greatCircleKm } from '../../places/great-circle.ts'
import type { GazetteerPlace } from '../../places/place.ts'
import { readOrdersEndingAt, readRunningCargo, readRunningLanes } from '../../store/running-orders.ts'
import type { FactsInput } from './facts-input.ts'

/** A truck unloaded longer ago than this has gone on. */
const EMPTY_SINCE_MS = 3 * 86_400_000

/** Trucks on our own orders that are, or come, empty near the loading place, by company. */
export async function comingTrucks(input: FactsInput): Promise<Map<number, ComingTruck[]>> {
  const { store, gazetteer, from, to, fromArea, now } = input
  const nowMs = Date.parse(now)
  const since = new Date(nowMs - EMPTY_SINCE_MS).toISOString()
  const orders = await readOrdersEndingAt(store, fromArea.near.keys(), since)
  const byCompany = new Map<number, ComingTruck[]>()
  for (const order of orders) {
    const start = gazetteer.byId(order.fromPlaceId)
    const place = gazetteer.byId(order.toPlaceId)
    if (!start || !place || isThisLoad(input, order.orderId)) continue
    const empty = emptyOn(order, order.distanceKm ?? straightRoadKm(start, place), nowMs, place.timeZone)
    if (!empty) continue
    const truck = {
      orderId: order.orderId,
      from: start,
      place,
      offKm: greatCircleKm(place, from),
      startOffKm: greatCircleKm(start, to),
      ...empty,
    }
    add(byCompany, order.companyId, truck)
  }
  return byCompany
}

/** Running orders of ours on whose way a part load lies, by company; none for a load that goes alone. */
export async function sharedTrucks(input: FactsInput): Promise<Map<number, SharedTruck[]>> {
  const { store, gazetteer, from, to } = input
  const byCompany = new Map<number, SharedTruck[]>()
  if (!input.load.partLoad) return byCompany
  const km = (a: Place, b: Place) => input.distance.between(a, b).km
  const ways = new Map<number, { start: GazetteerPlace; end: GazetteerPlace; laneKm: number; detourKm: number }>()
  for (const lane of await readRunningLanes(store)) {
    const start = gazetteer.byId(lane.fromPlaceId)
    const end = gazetteer.byId(lane.toPlaceId)
    if (!start || !end || isThisLoad(input, lane.orderId)) continue
    const driven = { from: start, to: end }
    const way = mayBeOnTheWay(driven, { from, to }) ? wayOver(driven, { from, to }, km) : null
    if (way) ways.set(lane.orderId, { start, end, ...way })
  }
  for (const cargo of await readRunningCargo(store, [...ways.keys()])) {
    const { start, end, laneKm, detourKm } = ways.get(cargo.orderId)!
    const on = passesOn(cargo, km(start, from), start.timeZone)
    if (on === null || cargo.unloadedAt !== null) continue
    add(byCompany, cargo.companyId, {
      orderId: cargo.orderId,
      from: start,
      to: end,
      laneKm,
      detourKm,
      on,
      usedKg: cargo.weightKg,
      usedM3: cargo.volumeM3,
      usedPallets: cargo.pallets,
      plates: [cargo.vehiclePlate, cargo.trailerPlate].filter((plate) => plate !== null),
      agreed: cargo.partLoad === 1,
    })
  }
  return byCompany
}

/** The card of an order finds its own truck otherwise. */
function isThisLoad({ load }: FactsInput, orderId: number): boolean {
  return load.kind === 'order' && load.id === orderId
}

function add<Value>(byCompany: Map<number, Value[]>, companyId: number, value: Value): void {
  const own = byCompany.get(companyId)
  if (own) own.push(value)
  else byCompany.set(companyId, [value])
}
