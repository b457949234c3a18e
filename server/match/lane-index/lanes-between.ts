import type { LaneIndex } from './lane-index.ts'

export interface LaneEnds {
  fromPlaceId: number
  toPlaceId: number
}

/** Lanes that have any history and run from one of these places to one of those, each once; by ids of places. */
export function lanesBetween(index: LaneIndex, from: Iterable<number>, to: ReadonlySet<number>): LaneEnds[] {
  const { lanes, places } = index
  const { laneTo, fromStart } = lanes.grid
  const found: LaneEnds[] = []
  for (const fromPlaceId of from) {
    const start = places.numbering.find(fromPlaceId)
    if (start < 0) continue
    const seen = new Set<number>()
    const end = fromStart[start + 1] ?? 0
    for (let lane = fromStart[start] ?? 0; lane < end; lane++) {
      const toPlaceId = places.numbering.idOf(laneTo[lane]!)
      if (to.has(toPlaceId)) seen.add(toPlaceId)
    }
    for (const finish of lanes.overlayFrom(start).keys()) {
      const toPlaceId = places.numbering.idOf(finish)
      if (to.has(toPlaceId)) seen.add(toPlaceId)
    }
    for (const toPlaceId of seen) found.push({ fromPlaceId, toPlaceId })
  }
  return found
}

/** Places of the index that lie in a region, by their ids. */
export function placesOfRegion(index: LaneIndex, region: string, regionOf: (id: number) => string | null): number[] {
  const { numbering } = index.places
  const found: number[] = []
  for (let place = 0; place < numbering.size; place++) {
    const id = numbering.idOf(place)
    if (regionOf(id) === region) found.push(id)
  }
  return found
}
