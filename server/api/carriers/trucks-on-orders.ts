import type { Place } from '../../../contract/place.ts'
import { dayNumberIn } from '../../match/days.ts'
import type { ComingTruck, SharedTruck } from '../../match/facts.ts'
import { emptyOn, passesOn, type EmptyDays } from '../../match/order-days.ts'
import { mayBeOnTheWay, wayOver } from '../../match/ways/way.ts'
import { greatCircleKm } from '../../places/great-circle.ts'
import type { FactsInput } from './facts-input.ts'
import type { KnownOrder, OrdersOnRoad } from './orders-on-road.ts'

/** A truck unloaded longer ago than this has gone on. */
const EMPTY_SINCE_MS = 3 * 86_400_000

/** Trucks on our own orders that are, or come, empty near the loading place, by company. */
export async function comingTrucks(orders: OrdersOnRoad, input: FactsInput): Promise<Map<number, ComingTruck[]>> {
  const { from, to, fromArea, now } = input
  const since = emptySince(now)
  const todayIn = todayByZone(now)
  const byCompany = new Map<number, { order: KnownOrder; truck: ComingTruck }[]>()
  for (const order of await orders.endingAt(fromArea.near.keys(), since)) {
    if (isThisLoad(input, order.orderId)) continue
    const { start, end } = order
    const empty = emptyOn(daysAsOf(order, since), todayIn(end.timeZone))
    if (!empty) continue
    const truck = {
      orderId: order.orderId,
      from: start,
      place: end,
      offKm: greatCircleKm(end, from),
      startOffKm: greatCircleKm(start, to),
      ...empty,
    }
    add(byCompany, order.companyId, { order, truck })
  }
  // Of several trucks that are as good as each other the first one is told of: always the same.
  return new Map(
    [...byCompany].map(([companyId, own]) => [
      companyId,
      (own.length > 1 ? own.sort((a, b) => inOrder(a.order, b.order)) : own).map(({ truck }) => truck),
    ]),
  )
}

/** Running orders of ours on whose way a part load lies, by company; none for a load that goes alone. */
export async function sharedTrucks(orders: OrdersOnRoad, input: FactsInput): Promise<Map<number, SharedTruck[]>> {
  const { from, to } = input
  const byCompany = new Map<number, SharedTruck[]>()
  if (!input.load.partLoad) return byCompany
  const km = (a: Place, b: Place) => input.distance.between(a, b).km
  const load = { from, to }
  const loadKm = greatCircleKm(from, to)
  for (const order of await orders.running(emptySince(input.now))) {
    const { start, end, straightKm } = order
    const driven = { from: start, to: end }
    if (!mayBeOnTheWay(driven, load, straightKm, loadKm)) continue
    if (order.unloadedAt !== null || isThisLoad(input, order.orderId)) continue
    const way = wayOver(driven, load, km)
    const on = way && passesOn(order, km(start, from), start.timeZone)
    if (!way || on === null) continue
    add(byCompany, order.companyId, {
      orderId: order.orderId,
      from: start,
      to: end,
      laneKm: way.laneKm,
      detourKm: way.detourKm,
      on,
      usedKg: order.weightKg,
      usedM3: order.volumeM3,
      usedPallets: order.pallets,
      plates: [order.vehiclePlate, order.trailerPlate].filter((plate) => plate !== null),
      agreed: order.partLoad === 1,
    })
  }
  for (const own of byCompany.values()) own.sort((a, b) => a.orderId - b.orderId)
  return byCompany
}

function emptySince(now: string): string {
  return new Date(Date.parse(now) - EMPTY_SINCE_MS).toISOString()
}

/** Of an order unloaded within days nothing else counts any more, though it may not be closed yet. */
function daysAsOf({ days, unloadedAt }: KnownOrder, since: string): EmptyDays {
  return unloadedAt !== null && unloadedAt >= since ? { unloaded: days.unloaded, planned: null, estimated: null } : days
}

function todayByZone(now: string): (zone: string) => number | null {
  const nowMs = Date.parse(now)
  const known = new Map<string, number | null>()
  return (zone) => {
    let today = known.get(zone)
    if (today === undefined) known.set(zone, (today = dayNumberIn(zone, nowMs)))
    return today
  }
}

/** Those in work by their ends and days, then those closed as they were unloaded. */
function inOrder(a: KnownOrder, b: KnownOrder): number {
  if (a.running !== b.running) return b.running - a.running
  const [ours, theirs] = a.running === 1 ? [keysOfRunning(a), keysOfRunning(b)] : [keysOfClosed(a), keysOfClosed(b)]
  for (const [at, own] of ours.entries()) {
    const other = theirs[at]!
    if (own === other) continue
    if (own === null || other === null) return own === null ? -1 : 1
    return own < other ? -1 : 1
  }
  return 0
}

function keysOfRunning({ end, start, loadFromAt, loadedAt, unloadByAt, unloadedAt, orderId }: KnownOrder) {
  return [end.id, start.id, loadFromAt, loadedAt, unloadByAt, unloadedAt, orderId]
}

function keysOfClosed({ end, start, unloadedAt, orderId }: KnownOrder) {
  return [unloadedAt, end.id, start.id, orderId]
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
