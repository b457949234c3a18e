import type { Distance, Place } from '../../../contract/place.ts'
import type { DistanceEstimate } from '../../places/distance.ts'
import { roadDistance } from '../../routing/road-distance.ts'
import type { RoadRouter } from '../../routing/road-router.ts'
import type { PortalStore } from '../../store/database.ts'
import { drivenDistancesKm } from '../../store/load-reader.ts'

/**
 * Length of the road through all stops, whole kilometres. Kilometres that people wrote in our own finished orders of
 * a leg come first: they were driven; then a routing server, where one is set up. The least certain leg names the source.
 */
export async function roadOfLoad(
  store: PortalStore,
  stops: readonly Place[],
  estimate: DistanceEstimate,
  router: RoadRouter | null,
): Promise<Distance | null> {
  if (stops.length < 2) return null
  const driven = new Map<string, number>()
  for (const [leg, to] of stops.entries()) {
    const from = stops[leg - 1]
    const known = from ? await drivenDistancesKm(store, from.id, to.id) : []
    if (from && known.length > 0) driven.set(`${from.id} ${to.id}`, median(known))
  }
  const ownKm = (fromId: number, toId: number) => driven.get(`${fromId} ${toId}`) ?? null
  const road = await roadDistance(stops, { estimate, router, ownKm })
  return { ...road, km: Math.round(road.km) }
}

/** The middle one: a single typing mistake in an old order must not move it. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
