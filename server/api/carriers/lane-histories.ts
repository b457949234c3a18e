import type { CarrierFacts, DeclaredLane, LaneHistory } from '../../match/facts.ts'
import { historiesOn, type IndexedDirection, type IndexedLane } from '../../match/lane-index/histories.ts'
import type { LaneIndex } from '../../match/lane-index/lane-index.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import type { FactsInput } from './facts-input.ts'

export interface History {
  exact: LaneHistory | null
  near: LaneHistory[]
  region: CarrierFacts['region']
  declared: DeclaredLane[]
}

/** The history of these companies and declared directions as seen from the load's lane and from now. */
export function historiesOf(index: LaneIndex, input: FactsInput, only: ReadonlySet<number>): Map<number, History> {
  const { gazetteer, from, to, now } = input
  const histories = new Map<number, History>()
  for (const found of historiesOn(index, { fromPlaceId: from.id, toPlaceId: to.id, nowMs: Date.parse(now) }, only)) {
    const { exact, near, region, declared } = found
    histories.set(found.companyId, {
      exact: exact && viewLane(exact, gazetteer),
      near: present(near, (lane) => viewLane(lane, gazetteer)),
      region: region && {
        fromRegion: from.region,
        toRegion: to.region,
        trips: region.trips,
        tripsDecayed: region.tripsDecayed,
        offers: region.offers,
        offersDecayed: region.offersDecayed,
      },
      declared: present(declared, (direction) => viewDirection(direction, gazetteer)),
    })
  }
  return histories
}

/** null for a lane whose end the gazetteer no longer knows. */
function viewLane(lane: IndexedLane, gazetteer: Gazetteer): LaneHistory | null {
  const from = gazetteer.byId(lane.fromPlaceId)
  const to = gazetteer.byId(lane.toPlaceId)
  if (!from || !to) return null
  const { fromOffKm, toOffKm, trips, tripsDecayed, lastTripMs, offers, offersDecayed, lastOfferMs } = lane
  return { from, to, fromOffKm, toOffKm, trips, tripsDecayed, lastTripMs, offers, offersDecayed, lastOfferMs }
}

function viewDirection(direction: IndexedDirection, gazetteer: Gazetteer): DeclaredLane | null {
  const from = gazetteer.byId(direction.fromPlaceId)
  const to = gazetteer.byId(direction.toPlaceId)
  const { bothWays, fromOffKm, toOffKm } = direction
  return from && to ? { from, to, bothWays, fromOffKm, toOffKm } : null
}

function present<Given, Value>(all: readonly Given[], view: (one: Given) => Value | null): Value[] {
  const found: Value[] = []
  for (const one of all) {
    const value = view(one)
    if (value !== null) found.push(value)
  }
  return found
}
