import type { History, Trades } from '../../../bench/world/history.ts'
import type { SeenRate } from '../../../server/match/facts.ts'
import type { PlaceKnowledge } from '../../../server/gazetteer.ts'

const NEAR_KM = 150
const CURRENCY = 'RUB'

type PricedTrade = Omit<SeenRate, 'area'>

/** Finds the rates of offers and orders on a lane, near it, and between its regions. */
export class RatesOfHistory {
  readonly #byLane = new Map<number, Map<number, PricedTrade[]>>()
  readonly #knowledge: PlaceKnowledge
  readonly #km = new Map<string, number>()

  constructor({ offers, orders }: History, knowledge: PlaceKnowledge) {
    this.#knowledge = knowledge
    this.#take(offers)
    this.#take(orders)
  }

  /** Road kilometres, estimated. */
  distanceKm(fromPlaceId: number, toPlaceId: number): number {
    const key = `${fromPlaceId} ${toPlaceId}`
    const known = this.#km.get(key)
    if (known !== undefined) return known
    const { gazetteer, distance } = this.#knowledge
    const { km } = distance.between(gazetteer.byId(fromPlaceId)!, gazetteer.byId(toPlaceId)!)
    this.#km.set(key, km)
    return km
  }

  seenOn(fromPlaceId: number, toPlaceId: number): SeenRate[] {
    const near = (placeId: number) =>
      new Set(this.#knowledge.gazetteer.neighbours(placeId, NEAR_KM).map((neighbour) => neighbour.placeId))
    const [nearFrom, nearTo] = [near(fromPlaceId), near(toPlaceId)]
    const [fromRegion, toRegion] = [this.#regionOf(fromPlaceId), this.#regionOf(toPlaceId)]
    const seen: SeenRate[] = []
    for (const [start, lanes] of this.#byLane) {
      const startsNear = nearFrom.has(start)
      const startsInRegion = this.#regionOf(start) === fromRegion
      if (!startsNear && !startsInRegion) continue
      for (const [end, trades] of lanes) {
        const isExact = start === fromPlaceId && end === toPlaceId
        const isNear = startsNear && nearTo.has(end)
        if (!isExact && !isNear && !(startsInRegion && this.#regionOf(end) === toRegion)) continue
        const area = isExact ? 'exact' : isNear ? 'near' : 'region'
        for (const trade of trades) seen.push({ ...trade, area })
      }
    }
    return seen
  }

  #regionOf(placeId: number): string | undefined {
    return this.#knowledge.gazetteer.byId(placeId)?.region
  }

  #take(trades: Trades): void {
    for (let row = 0; row < trades.length; row++) {
      const { carrier, fromPlaceId, toPlaceId, body, rateMinor, vat, atMs } = trades.at(row)
      if (rateMinor === null || rateMinor === 0) continue
      const trade = {
        companyId: carrier,
        minor: rateMinor,
        currency: CURRENCY,
        vat,
        at: new Date(atMs).toISOString(),
        distanceKm: this.distanceKm(fromPlaceId, toPlaceId),
        body,
      }
      const lanes = this.#byLane.get(fromPlaceId) ?? new Map<number, PricedTrade[]>()
      this.#byLane.set(fromPlaceId, lanes)
      const known = lanes.get(toPlaceId)
      if (known) known.push(trade)
      else lanes.set(toPlaceId, [trade])
    }
  }
}
