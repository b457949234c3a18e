import type { Place } from '../../../contract/place.ts'
import { placesOfRegion } from '../../match/lane-index/lanes-between.ts'
import type { LaneIndex } from '../../match/lane-index/lane-index.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'

/** Both ends of a lane this near to the load's ends count as its neighbourhood. */
const NEAR_KM = 150

/** Places round one end of a lane: how far they are, and which of them share its region and stand in history. */
export interface AreaOfEnd {
  /** Straight-line kilometres by place id; the end itself at 0. */
  near: ReadonlyMap<number, number>
  region: ReadonlySet<number>
}

/** Where history may count for one end of the load's lane. */
export function areaOf(end: Place, gazetteer: Gazetteer, index: LaneIndex): AreaOfEnd {
  const near = new Map(gazetteer.neighbours(end.id, NEAR_KM).map(({ placeId, km }) => [placeId, km]))
  const region = new Set(placesOfRegion(index, end.region, (id) => gazetteer.byId(id)?.region ?? null))
  return { near, region }
}
