import type { Distance, Place } from '../../contract/place.ts'
import { sumOfLegs, type DistanceEstimate, type OwnKm } from '../places/distance.ts'
import type { RoadRouter } from './road-router.ts'

export interface RoadDistanceSources {
  estimate: DistanceEstimate
  /** Null: no routing server is configured. */
  router: RoadRouter | null
  /** Kilometres of the portal's own finished orders; they win over everything. */
  ownKm?: OwnKm
}

/**
 * Distance over all legs by the best source each leg has: own orders, the routing server, the hub graph, great circle.
 * The source told is that of the least certain leg. The routing server is not asked when own orders cover every leg.
 */
export async function roadDistance(stops: readonly Place[], sources: RoadDistanceSources): Promise<Distance> {
  const own = stops.slice(1).map((to, index) => sources.ownKm?.((stops[index] as Place).id, to.id) ?? null)
  const routed = own.includes(null) && sources.router ? await sources.router.legsKm(stops) : null
  const usable = routed?.length === own.length ? routed : null
  let at = 0
  return sumOfLegs(stops, (from, to): Distance => {
    const leg = at++
    const ownKm = own[leg] ?? null
    if (ownKm !== null) return { km: ownKm, source: 'orders' }
    const routedKm = usable?.[leg]
    return routedKm === undefined ? sources.estimate.between(from, to) : { km: routedKm, source: 'routing' }
  })
}
