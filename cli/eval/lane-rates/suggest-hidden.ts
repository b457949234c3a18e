import type { History, Trades } from '../../../bench/world/history.ts'
import type { LaneRates } from '../../../contract/carriers.ts'
import type { BodyCode } from '../../../contract/codes.ts'
import type { PlaceKnowledge } from '../../../server/gazetteer.ts'
import { COMPARED_WITHOUT_VAT, laneRates } from '../../../server/match/lane-rates.ts'
import { equalMarginMinor } from '../../../server/money/equal-margin.ts'
import { hideLast } from '../ranking/hide-last.ts'
import { RatesOfHistory } from './seen-rates.ts'

/** What was suggested for a hidden order and what was paid; kopecks without VAT. */
export interface Suggestion {
  suggestedMinor: number
  lowMinor: number
  highMinor: number
  paidMinor: number
  /** Rates it rests on. */
  count: number
  area: 'exact' | 'near' | 'region'
}

export interface Suggested {
  suggestions: Suggestion[]
  /** Hidden orders whose rate and VAT are known. */
  priced: number
}

/** Suggests a rate for each hidden order by what was known before the first. Null when there is nothing to hide. */
export function suggestHidden(history: History, knowledge: PlaceKnowledge): Suggested | null {
  const split = hideLast(history)
  if (!split) return null
  const rates = new RatesOfHistory(split.seen, knowledge)
  const suggestions: Suggestion[] = []
  let priced = 0
  for (const [lane, orders] of pricedByLane(split.hidden)) {
    const seen = rates.seenOn(lane.fromPlaceId, lane.toPlaceId)
    const distanceKm = rates.distanceKm(lane.fromPlaceId, lane.toPlaceId)
    const byBody = new Map<BodyCode | null, LaneRates>()
    for (const { body, paidMinor } of orders) {
      priced++
      const bodies = body === null ? [] : [body]
      const found = byBody.get(body) ?? laneRates(seen, { now: split.now, distanceKm, bodies })
      byBody.set(body, found)
      if (found.state !== 'enough') continue
      const { minor: suggestedMinor, lowMinor, highMinor } = found.suggested
      suggestions.push({ suggestedMinor, lowMinor, highMinor, paidMinor, count: found.count, area: found.area })
    }
  }
  return { suggestions, priced }
}

interface PricedLane {
  fromPlaceId: number
  toPlaceId: number
}

interface PricedOrder {
  body: BodyCode | null
  paidMinor: number
}

function pricedByLane(hidden: Trades): Map<PricedLane, PricedOrder[]> {
  const lanes = new Map<string, PricedLane>()
  const orders = new Map<PricedLane, PricedOrder[]>()
  for (let row = 0; row < hidden.length; row++) {
    const { fromPlaceId, toPlaceId, body, rateMinor, vat } = hidden.at(row)
    if (rateMinor === null || rateMinor === 0 || vat === null) continue
    const key = `${fromPlaceId} ${toPlaceId}`
    const lane = lanes.get(key) ?? { fromPlaceId, toPlaceId }
    lanes.set(key, lane)
    const order = { body, paidMinor: equalMarginMinor(rateMinor, vat, COMPARED_WITHOUT_VAT) }
    orders.set(lane, [...(orders.get(lane) ?? []), order])
  }
  return orders
}
