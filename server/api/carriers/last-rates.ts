import type { Rate } from '../../../contract/money.ts'
import type { LaneEnds } from '../../match/lane-index/lanes-between.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import type { LaneKey } from '../../store/change-marks.ts'
import type { PortalStore } from '../../store/database.ts'
import { readLastRates } from '../../store/evidence.ts'
import { rateOf } from './load-view.ts'
import { KeptByCompany } from './kept-by-company.ts'

/** Lanes whose last rates are kept; those that were not asked about for the longest time go first. */
const MOST_LANES = 600

/** As lists show it, but for its age. */
export interface KeptRate {
  rate: Rate
  /** Milliseconds since 1970. */
  atMs: number
  /** Names of the lane's ends. */
  from: string
  to: string
}

export interface LastRateSeen {
  kept: KeptRate
  exactLane: boolean
}

/**
 * The last rate of each carrier, on a lane and anywhere, kept until something of his changes: every offer and trip with
 * both ends marks its lane and its company.
 */
export class LastRates {
  readonly #store: PortalStore
  readonly #gazetteer: Gazetteer
  readonly #onLanes = new Map<string, KeptByCompany<KeptRate>>()
  readonly #anywhere: KeptByCompany<KeptRate>

  constructor(store: PortalStore, gazetteer: Gazetteer) {
    this.#store = store
    this.#gazetteer = gazetteer
    this.#anywhere = new KeptByCompany((companyIds) => this.#read(companyIds, null))
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
  async of(companyIds: readonly number[], lane: LaneEnds): Promise<(LastRateSeen | null)[]> {
    const onLane = await this.#onLane(lane).of(companyIds)
    const others = await this.#anywhere.of(companyIds.filter((_, at) => onLane[at] === null))
    let other = 0
    return onLane.map((own) => {
      const kept = own ?? others[other++] ?? null
      return kept && { kept, exactLane: own !== null }
    })
  }

  async #read(companyIds: readonly number[], lane: LaneEnds | null): Promise<Map<number, KeptRate>> {
    const nameOf = (placeId: number) => this.#gazetteer.byId(placeId)?.name ?? ''
    const found = new Map<number, KeptRate>()
    for (const [companyId, last] of await readLastRates(this.#store, companyIds, lane)) {
      const rate = rateOf(last.minor, last.currency, last.vat)
      const [from, to] = [nameOf(last.fromPlaceId), nameOf(last.toPlaceId)]
      found.set(companyId, { rate, atMs: Date.parse(last.at), from, to })
    }
    return found
  }

  #onLane(lane: LaneEnds): KeptByCompany<KeptRate> {
    const key = keyOf(lane)
    const known = this.#onLanes.get(key)
    const kept = known ?? new KeptByCompany<KeptRate>((companyIds) => this.#read(companyIds, lane))
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
