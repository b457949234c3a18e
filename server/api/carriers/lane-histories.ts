import type { CarrierFacts, LaneHistory } from '../../match/facts.ts'
import { decayedSum } from '../../match/decay.ts'
import type { LaneOfCompany } from '../../store/lane-reader.ts'
import type { FactsInput } from './facts-input.ts'

export interface History {
  exact: LaneHistory | null
  near: LaneHistory[]
  region: CarrierFacts['region']
}

/** Stored sums of lanes → each company's history as seen from the load's lane and from now. */
export function historiesOf(lanes: readonly LaneOfCompany[], input: FactsInput): Map<number, History> {
  const { gazetteer, from, to, fromArea, toArea, now } = input
  const histories = new Map<number, History>()
  for (const lane of lanes) {
    const fromOffKm = fromArea.near.get(lane.fromPlaceId)
    const toOffKm = toArea.near.get(lane.toPlaceId)
    const inRegion = fromArea.region.has(lane.fromPlaceId) && toArea.region.has(lane.toPlaceId)
    const isNear = fromOffKm !== undefined && toOffKm !== undefined
    if (!isNear && !inRegion) continue
    const history = histories.get(lane.companyId) ?? { exact: null, near: [], region: null }
    histories.set(lane.companyId, history)
    const decayed = { trips: decayedSum(lane.tripSum, now), offers: decayedSum(lane.offerSum, now) }
    const start = gazetteer.byId(lane.fromPlaceId)
    const finish = gazetteer.byId(lane.toPlaceId)
    if (isNear && start && finish) {
      const seen: LaneHistory = {
        from: start,
        to: finish,
        fromOffKm,
        toOffKm,
        tripsDecayed: decayed.trips,
        trips: lane.trips,
        lastTripAt: lane.lastTripAt,
        offersDecayed: decayed.offers,
        offers: lane.offers,
        lastOfferAt: lane.lastOfferAt,
      }
      if (lane.fromPlaceId === from.id && lane.toPlaceId === to.id) history.exact = seen
      else history.near.push(seen)
    }
    if (inRegion) {
      history.region ??= {
        fromRegion: from.region,
        toRegion: to.region,
        tripsDecayed: 0,
        trips: 0,
        offersDecayed: 0,
        offers: 0,
      }
      history.region.trips += lane.trips
      history.region.tripsDecayed += decayed.trips
      history.region.offers += lane.offers
      history.region.offersDecayed += decayed.offers
    }
  }
  return histories
}
