import { DISTANCE_SOURCES, type Distance, type Place } from '../../contract/place.ts'
import { greatCircleKm } from './great-circle.ts'
import { accessOf, type Access } from './hub-access.ts'
import type { RoadGraph } from './road-graph.ts'

/** A road is this much longer than the great circle where nothing is known of the roads (measured). */
const LINE_FACTOR = 1.18
/** Nearer than this a detour by a hub city misleads, unless both places stand on one road. */
const NEAR_KM = 130
/** Between places this near there is some road that winds no worse than this. */
const REGIONAL_KM = 300
const REGIONAL_FACTOR = 1.3
/** A way longer than this says that the graph lacks the roads of those parts. */
const MOST_WINDING = 2

/** Kilometres the portal's own finished orders show for a lane; null when there are none. */
export type OwnKm = (fromId: number, toId: number) => number | null

export interface DistanceEstimate {
  /** Road distance between two places; never shorter than the great circle. */
  between(from: Place, to: Place): Distance
  /** Sum over all legs; the source is that of the least certain leg. Fewer than two stops: 0 km. */
  along(stops: readonly Place[], ownKm?: OwnKm): Distance
}

/** Estimates road distances by the hub graph where it helps, else by great circle × 1.18. */
export function createDistance(graph: RoadGraph): DistanceEstimate {
  const accesses = new Map<number, Access>()
  const access = (place: Place): Access => {
    const found = accesses.get(place.id) ?? accessOf(place, graph)
    accesses.set(place.id, found)
    return found
  }
  const between = (from: Place, to: Place): Distance => {
    const straight = greatCircleKm(from, to)
    const [a, b] = [access(from), access(to)]
    for (const road of a.roads) {
      if (b.roads.has(road) && from.id !== to.id) return { km: straight * road.factor, source: 'graph' }
    }
    const line: Distance = { km: straight * LINE_FACTOR, source: 'line' }
    if (straight < NEAR_KM && !(a.isHub && b.isHub)) return line
    // Two hubs far apart and without a road between them are kept apart by mountains or water.
    const regional = straight < (a.isHub && b.isHub ? NEAR_KM : REGIONAL_KM) ? straight * REGIONAL_FACTOR : Infinity
    const km = Math.min(regional, shortest(a, b, graph))
    const winding = a.isHub && b.isHub ? Infinity : straight * MOST_WINDING
    return km > winding || km === Infinity ? line : { km: Math.max(km, straight), source: 'graph' }
  }
  const along = (stops: readonly Place[], ownKm?: OwnKm) =>
    sumOfLegs(stops, (from, to) => {
      const own = ownKm?.(from.id, to.id) ?? null
      return own === null ? between(from, to) : { km: own, source: 'orders' }
    })
  return { between, along }
}

function shortest(a: Access, b: Access, graph: RoadGraph): number {
  let km = Infinity
  for (const first of a.points) {
    for (const last of b.points) km = Math.min(km, first.km + graph.between(first.hub, last.hub) + last.km)
  }
  return km
}

/** Adds up the legs between stops; `DISTANCE_SOURCES` is ordered from the most to the least certain. */
export function sumOfLegs(stops: readonly Place[], leg: (from: Place, to: Place) => Distance): Distance {
  let km = 0
  let least = stops.length < 2 ? DISTANCE_SOURCES.length - 1 : 0
  for (const [index, to] of stops.entries()) {
    const from = stops[index - 1]
    if (!from) continue
    const distance = leg(from, to)
    km += distance.km
    least = Math.max(least, DISTANCE_SOURCES.indexOf(distance.source))
  }
  return { km, source: DISTANCE_SOURCES[least] ?? 'line' }
}
