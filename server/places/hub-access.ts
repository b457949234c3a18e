import type { Place } from '../../contract/place.ts'
import { greatCircleKm } from './great-circle.ts'
import type { Road, RoadGraph } from './road-graph.ts'

/** A hub from which a place is reached. */
export interface AccessPoint {
  hub: number
  km: number
}

/** How a place hangs on the hub graph. */
export interface Access {
  isHub: boolean
  points: readonly AccessPoint[]
  /** Roads the place stands on; all that meet there, for a hub. */
  roads: ReadonlySet<Road>
}

/** Side roads wind more than federal ones. */
const SIDE_ROAD_FACTOR = 1.22
/** A place is on a road when going through it lengthens the straight way between the hubs by at most this share. */
const DETOUR = 1.03
const REACH_KM = 300
const MOST_POINTS = 12
const FEWEST_POINTS = 3

/** Ways from a place into the hub graph: itself, the hubs of the road it stands on, and the hubs around. */
export function accessOf(place: Place, graph: RoadGraph): Access {
  const own = graph.hubs.findIndex((hub) => hub.id === place.id)
  if (own >= 0) {
    const roads = new Set(graph.edges.filter((road) => road.a === own || road.b === own))
    return { isHub: true, points: [{ hub: own, km: 0 }], roads }
  }
  const away = graph.hubs.map((hub) => greatCircleKm(hub, place))
  const to = (hub: number) => away[hub] as number
  const roads = graph.edges.filter((road) => to(road.a) + to(road.b) <= (road.km / road.factor) * DETOUR)
  const around = [...away.keys()]
    .sort((a, b) => to(a) - to(b))
    .filter((hub, rank) => rank < FEWEST_POINTS || (rank < MOST_POINTS && to(hub) <= REACH_KM))
  return {
    isHub: false,
    roads: new Set(roads),
    points: [
      ...roads.flatMap(({ a, b, factor }) => [a, b].map((hub) => ({ hub, km: to(hub) * factor }))),
      ...around.map((hub) => ({ hub, km: to(hub) * SIDE_ROAD_FACTOR })),
    ],
  }
}
