import { BODY_CODES } from '../../../contract/codes.ts'
import type { SeenRate } from '../../match/facts.ts'
import type { LaneEnds } from '../../match/lane-index/lanes-between.ts'
import type { PortalStore } from '../../store/database.ts'
import { readRates } from '../../store/lane-reader.ts'
import { rateOf } from './load-view.ts'

/** Rates kept at most, of all lanes together; a hundred and fifty bytes each. */
const MOST_KEPT = 150_000
/** A lane with more is asked about for itself, and then what they came to is kept instead of them. */
const MOST_OF_A_LANE = 300
/** Lengths and bodies of loads differ, and the hour moves on. */
const MOST_MADE = 20

export type LaneRate = Omit<SeenRate, 'area'>

interface KeptLane {
  /** null: too many to keep. */
  rates: LaneRate[] | null
  /** What the rates came to, by what it was made for. */
  made: Map<string, unknown>
}

/**
 * Rates of the last year by lane, read when a lane is first asked about and kept until something on it changes. Lanes
 * that were not asked about for the longest time go first.
 */
export class RatesOfLanes {
  readonly #store: PortalStore
  readonly #lanes = new Map<string, KeptLane>()
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
    const missing = lanes.filter((lane) => !this.#lanes.get(keyOf(lane))?.rates)
    const fresh = missing.length ? await this.#read(missing, since) : null
    return lanes.map((lane) => {
      const key = keyOf(lane)
      return { lane, rates: fresh?.get(key) ?? this.#use(key)?.rates ?? [] }
    })
  }

  /** Makes something of one lane's rates once for each `purpose`, and again when they have changed. */
  async made<Made>(
    lane: LaneEnds,
    since: string,
    purpose: string,
    make: (rates: readonly LaneRate[]) => Made,
  ): Promise<Made> {
    const known = this.#use(keyOf(lane))?.made
    if (known?.has(purpose)) return known.get(purpose) as Made
    const [found] = await this.of([lane], since)
    const made = make(found?.rates ?? [])
    const kept = this.#lanes.get(keyOf(lane))?.made
    if (kept && kept.size >= MOST_MADE) kept.clear()
    kept?.set(purpose, made)
    return made
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
    const made = this.#lanes.get(key)?.made ?? new Map<string, unknown>()
    this.#drop(key)
    const fits = rates.length <= MOST_OF_A_LANE
    this.#lanes.set(key, { rates: fits ? rates : null, made })
    this.#count += fits ? rates.length : 1
    for (const oldest of this.#lanes.keys()) {
      if (this.#count <= MOST_KEPT) break
      this.#drop(oldest)
    }
  }

  /** Moves a lane to the end of those that have to go. */
  #use(key: string): KeptLane | undefined {
    const lane = this.#lanes.get(key)
    if (lane) {
      this.#lanes.delete(key)
      this.#lanes.set(key, lane)
    }
    return lane
  }

  #drop(key: string): void {
    const lane = this.#lanes.get(key)
    if (lane) this.#count -= lane.rates?.length ?? 1
    this.#lanes.delete(key)
  }
}

const keyOf = ({ fromPlaceId, toPlaceId }: LaneEnds) => `${fromPlaceId} ${toPlaceId}`
