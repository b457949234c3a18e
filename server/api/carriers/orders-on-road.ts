import { emptyDaysOf, type EmptyDays } from '../../match/order-days.ts'
import { DRIVING } from '../../match/weights.ts'
import { greatCircleKm } from '../../places/great-circle.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import type { GazetteerPlace } from '../../places/place.ts'
import type { PortalStore } from '../../store/database.ts'
import { readOrdersOnRoad, readOrdersOnRoadOf, type OrderOnRoad } from '../../store/running-orders.ts'

/** Orders unloaded long ago are given up once a day, by reading anew. */
const KEPT_LONGER_MS = 86_400_000
/** After an import all are read anew. */
const MOST_FOLLOWED = 2_000

/** An order of ours whose truck is on the road or has just come empty; both its ends are known. */
export interface KnownOrder extends OrderOnRoad {
  start: GazetteerPlace
  end: GazetteerPlace
  /** Of the straight line between them. */
  straightKm: number
  days: EmptyDays
}

interface Kept {
  /** Of orders not in work those unloaded since then are here. UTC ISO. */
  since: string
  orders: Map<number, KnownOrder>
  running: Set<KnownOrder>
  byEnd: Map<number, Set<KnownOrder>>
}

/** Orders in work and those unloaded within days: read when they are first asked for, then followed one by one. */
export class OrdersOnRoad {
  readonly #store: PortalStore
  readonly #gazetteer: Gazetteer
  #kept: Kept | null = null
  /** Grows with every change: what was read before it may be old, and is used once but not kept. */
  #changes = 0

  constructor(store: PortalStore, gazetteer: Gazetteer) {
    this.#store = store
    this.#gazetteer = gazetteer
  }

  /** To be told of every change of such an order, after it is committed. */
  async follow(orderIds: readonly number[]): Promise<void> {
    if (orderIds.length === 0) return
    this.#changes += 1
    if (orderIds.length > MOST_FOLLOWED) this.#kept = null
    const kept = this.#kept
    if (!kept) return
    const rows = await readOrdersOnRoadOf(this.#store, orderIds, kept.since)
    for (const orderId of orderIds) drop(kept, orderId)
    for (const row of rows) this.#put(kept, row)
  }

  /** Those to be unloaded at one of these places, and those unloaded there since a moment (UTC ISO). In no order. */
  async endingAt(placeIds: Iterable<number>, since: string): Promise<KnownOrder[]> {
    const { byEnd } = await this.#since(since)
    const found: KnownOrder[] = []
    for (const placeId of placeIds) {
      const ending = byEnd.get(placeId)
      if (ending) for (const order of ending) if (order.running === 1 || order.unloadedAt! >= since) found.push(order)
    }
    return found
  }

  /** Those in work. `since` as in `endingAt`: from then on the others are kept. In no order. */
  async running(since: string): Promise<ReadonlySet<KnownOrder>> {
    return (await this.#since(since)).running
  }

  async #since(since: string): Promise<Kept> {
    const kept = this.#kept
    if (kept && kept.since <= since && Date.parse(since) - Date.parse(kept.since) <= KEPT_LONGER_MS) return kept
    const changesBefore = this.#changes
    const rows = await readOrdersOnRoad(this.#store, since)
    const read: Kept = { since, orders: new Map(), running: new Set(), byEnd: new Map() }
    for (const row of rows) this.#put(read, row)
    if (this.#changes === changesBefore) this.#kept = read
    return read
  }

  #put(kept: Kept, row: OrderOnRoad): void {
    const start = this.#gazetteer.byId(row.fromPlaceId)
    const end = row.toPlaceId === null ? null : this.#gazetteer.byId(row.toPlaceId)
    if (!start || !end) return
    const straightKm = greatCircleKm(start, end)
    const days = emptyDaysOf(row, row.distanceKm ?? straightKm * DRIVING.roadFactor, end.timeZone)
    const order = { ...row, start, end, straightKm, days }
    kept.orders.set(row.orderId, order)
    if (row.running === 1) kept.running.add(order)
    const ending = kept.byEnd.get(end.id)
    if (ending) ending.add(order)
    else kept.byEnd.set(end.id, new Set([order]))
  }
}

function drop({ orders, running, byEnd }: Kept, orderId: number): void {
  const order = orders.get(orderId)
  if (!order) return
  orders.delete(orderId)
  running.delete(order)
  const ending = byEnd.get(order.end.id)!
  ending.delete(order)
  if (ending.size === 0) byEnd.delete(order.end.id)
}
