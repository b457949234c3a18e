import { BODY_CODES } from '../../../contract/codes.ts'
import type { SeenRate } from '../../match/facts.ts'
import type { LaneEnds } from '../../match/lane-index/lanes-between.ts'
import type { PortalStore } from '../../store/database.ts'
import { readRates } from '../../store/lane-reader.ts'
import { rateOf } from './load-view.ts'

/** Rates kept at most, of all lanes together; a hundred and fifty bytes each. */
const MOST_KEPT = 150_000

export type LaneRate = Omit<SeenRate, 'area'>

/**
 * Rates of the last year by lane, read when a lane is first asked about and kept until something on it changes. Lanes
 * that were not asked about for the longest time go first.
 */
export class RatesOfLanes {
  readonly #store: PortalStore
  readonly #kept = new Map<string, LaneRate[]>()
  #count = 0
  #changes = 0

  constructor(store: PortalStore) {
    this.#store = store
  }

  forget(lanes: readonly LaneEnds[]): void {
    this.#changes += 1
    for (const lane of lanes) this.#drop(keyOf(lane))
  }

  /** By lane, in the order they were asked for. `since`: UTC ISO, a year ago. */
  async of(lanes: readonly LaneEnds[], since: string): Promise<{ lane: LaneEnds; rates: readonly LaneRate[] }[]> {
    const missing = lanes.filter((lane) => !this.#kept.has(keyOf(lane)))
    const fresh = missing.length ? await this.#read(missing, since) : null
    return lanes.map((lane) => {
      const key = keyOf(lane)
      const rates = fresh?.get(key) ?? this.#kept.get(key) ?? []
      if (this.#kept.delete(key)) this.#kept.set(key, rates as LaneRate[])
      return { lane, rates }
    })
  }

  async #read(lanes: readonly LaneEnds[], since: string): Promise<Map<string, LaneRate[]>> {
    const changesBefore = this.#changes
    const found = new Map<string, LaneRate[]>(lanes.map((lane) => [keyOf(lane), []]))
    for (const row of await readRates(this.#store, lanes, since)) {
      const { companyId, at, distanceKm } = row
      const body = BODY_CODES.find((code) => code === row.body) ?? null
      found.get(keyOf(row))!.push({ companyId, at, distanceKm, body, ...rateOf(row.minor, row.currency, row.vat) })
    }
    // What changed while we were reading may have been read before it did.
    if (this.#changes === changesBefore) for (const [key, rates] of found) this.#keep(key, rates)
    return found
  }

  #keep(key: string, rates: LaneRate[]): void {
    this.#drop(key)
    this.#kept.set(key, rates)
    this.#count += rates.length
    for (const oldest of this.#kept.keys()) {
      if (this.#count <= MOST_KEPT) break
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    this.#count -= this.#kept.get(key)?.length ?? 0
    this.#kept.delete(key)
  }
}

const keyOf = ({ fromPlaceId, toPlaceId }: LaneEnds) => `${fromPlaceId} ${toPlaceId}`
