import type { Attempt } from '../../../contract/carriers.ts'
import type { Load } from '../../../contract/load.ts'
import type { Place } from '../../../contract/place.ts'
import type { DistanceEstimate } from '../../places/distance.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import type { PortalStore } from '../../store/database.ts'
import type { AreaOfEnd } from './lane-area.ts'

/** What facts are gathered for: a lane with its surroundings, what was already tried, and the moment (UTC ISO). */
export interface FactsInput {
  store: PortalStore
  gazetteer: Gazetteer
  distance: DistanceEstimate
  load: Load
  from: Place
  to: Place
  fromArea: AreaOfEnd
  toArea: AreaOfEnd
  attempts: readonly Attempt[]
  /** Who has offered for this very load, or is preferred by a rule: in the list whatever else is known of them. */
  always: readonly number[]
  now: string
}
