import type { Place } from '../../../contract/place.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'

/** Both ends of a lane this near to the load's ends count as its neighbourhood. */
const NEAR_KM = 150

/** Places round one end of a lane: how far they are, and which of them share its region. */
export interface AreaOfEnd {
  /** Straight-line kilometres by place id; the end itself at 0. */
  near: ReadonlyMap<number, number>
  region: ReadonlySet<number>
  /** All of them together. */
  ids: number[]
}

/**
 * Where history may count for one end of the load's lane. `known` are the places that stand in history at all:
 * others need not be looked up.
 */
export function areaOf(end: Place, gazetteer: Gazetteer, known: ReadonlySet<number>): AreaOfEnd {
  const near = new Map(gazetteer.neighbours(end.id, NEAR_KM).map(({ placeId, km }) => [placeId, km]))
  const region = new Set<number>()
  for (const id of known) if (gazetteer.byId(id)?.region === end.region) region.add(id)
  return { near, region, ids: [...known].filter((id) => near.has(id) || region.has(id)) }
}
