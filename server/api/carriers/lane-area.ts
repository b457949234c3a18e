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

/** Where history may count, by place; kept while no place is added to the index. */
export class Areas {
  readonly #gazetteer: Gazetteer
  readonly #kept = new Map<number, AreaOfEnd>()
  #placesThen = -1

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer
  }

  of(end: Place, index: LaneIndex): AreaOfEnd {
    const { size } = index.places.numbering
    if (size !== this.#placesThen) {
      this.#kept.clear()
      this.#placesThen = size
    }
    const known = this.#kept.get(end.id)
    if (known) return known
    const gazetteer = this.#gazetteer
    const near = new Map(gazetteer.neighbours(end.id, NEAR_KM).map(({ placeId, km }) => [placeId, km]))
    const region = new Set(placesOfRegion(index, end.region, (id) => gazetteer.byId(id)?.region ?? null))
    const area = { near, region }
    this.#kept.set(end.id, area)
    return area
  }
}
