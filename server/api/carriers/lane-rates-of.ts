import type { LaneRates } from '../../../contract/carriers.ts'
import type { Load } from '../../../contract/load.ts'
import type { Place } from '../../../contract/place.ts'
import type { DistanceEstimate } from '../../places/distance.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import type { PortalStore } from '../../store/database.ts'
import { laneMemoryOf } from './lane-memory.ts'
import { laneStatistics } from './lane-statistics.ts'

/** What a load's lane has cost, for whoever shows it beside something else. `now` UTC ISO. */
export async function laneRatesOf(
  { gazetteer, distance }: { gazetteer: Gazetteer; distance: DistanceEstimate },
  store: PortalStore,
  load: Load,
  lane: { from: Place; to: Place },
  now: string,
): Promise<LaneRates> {
  const memory = await laneMemoryOf(store, gazetteer)
  const fromArea = memory.areas.of(lane.from, memory.index)
  const toArea = memory.areas.of(lane.to, memory.index)
  return laneStatistics(memory, load, { ...lane, fromArea, toArea }, now, ({ fromPlaceId, toPlaceId }) => {
    const [from, to] = [gazetteer.byId(fromPlaceId), gazetteer.byId(toPlaceId)]
    return from && to && distance.between(from, to).km
  })
}
