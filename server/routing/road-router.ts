import type { Place } from '../../contract/place.ts'

/** A routing server. */
export interface RoadRouter {
  /**
   * Road kilometres of each leg between consecutive stops, by one request. Null when there is no way, no answer in
   * time, or the server is down: the caller then estimates. Never throws.
   */
  legsKm(stops: readonly Place[]): Promise<readonly number[] | null>
}
