import type { LaneEnds } from '../../match/lane-index/lanes-between.ts'
import type { LaneKey } from '../../store/change-marks.ts'
import type { PortalStore } from '../../store/database.ts'
import { readLastRates, type LastRate } from '../../store/evidence.ts'
import { KeptByCompany } from './kept-by-company.ts'

/** Lanes whose last rates are kept; those that were not asked about for the longest time go first. */
const MOST_LANES = 600

export interface LastRateSeen extends LastRate {
  exactLane: boolean
}

/**
 * The last rate of each carrier, on a lane and anywhere, kept until something of his changes: every offer and trip with
 * both ends marks its lane and its company.
 */
export class LastRates {
  readonly #store: PortalStore
  readonly #onLanes = new Map<string, KeptByCompany<LastRate>>()
  readonly #anywhere: KeptByCompany<LastRate>

  constructor(store: PortalStore) {
    this.#store = store
    this.#anywhere = new KeptByCompany((companyIds) => readLastRates(store, companyIds, null))
  }

  forget(changed: readonly LaneKey[]): void {
    this.#anywhere.forget(changed.map(({ companyId }) => companyId))
    const byLane = new Map<string, number[]>()
    for (const lane of changed) {
      const key = keyOf(lane)
      const own = byLane.get(key)
      if (own) own.push(lane.companyId)
      else byLane.set(key, [lane.companyId])
    }
    for (const [key, companyIds] of byLane) this.#onLanes.get(key)?.forget(companyIds)
  }

  /** The newest rate on this very lane, else on any. */
  async of(companyIds: readonly number[], lane: LaneEnds): Promise<(companyId: number) => LastRateSeen | null> {
    const onLane = await this.#onLane(lane).of(companyIds)
    const anywhere = await this.#anywhere.of(companyIds.filter((companyId) => onLane(companyId) === null))
    return (companyId) => {
      const own = onLane(companyId)
      if (own) return { ...own, exactLane: true }
      const other = anywhere(companyId)
      return other && { ...other, exactLane: false }
    }
  }

  #onLane(lane: LaneEnds): KeptByCompany<LastRate> {
    const key = keyOf(lane)
    const known = this.#onLanes.get(key)
    const kept = known ?? new KeptByCompany<LastRate>((companyIds) => readLastRates(this.#store, companyIds, lane))
    this.#onLanes.delete(key)
    this.#onLanes.set(key, kept)
    for (const oldest of this.#onLanes.keys()) {
      if (this.#onLanes.size <= MOST_LANES) break
      this.#onLanes.delete(oldest)
    }
    return kept
  }
}

const keyOf = ({ fromPlaceId, toPlaceId }: LaneEnds) => `${fromPlaceId} ${toPlaceId}`
