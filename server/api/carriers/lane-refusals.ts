import type { Attempt } from '../../../contract/carriers.ts'
import type { LoadKind } from '../../../contract/load.ts'
import type { LaneEnds } from '../../match/lane-index/lanes-between.ts'
import { newestRefusals, readLaneAnswers, type LaneAnswer } from '../../store/attempts.ts'
import type { PortalStore } from '../../store/database.ts'

/** Lanes whose answers are kept; those that were not asked about for the longest time go first. */
const MOST_LANES = 2_000

interface Kept {
  /** Answers since then are here. UTC ISO. */
  since: string
  answers: LaneAnswer[]
}

/** What carriers said of lanes when they were called, by lane: kept until somebody is called about a load on it. */
export class LaneRefusals {
  readonly #store: PortalStore
  readonly #kept = new Map<string, Kept>()
  #changes = 0

  constructor(store: PortalStore) {
    this.#store = store
  }

  forget(lanes: readonly LaneEnds[]): void {
    if (lanes.length === 0) return
    this.#changes += 1
    for (const lane of lanes) this.#kept.delete(keyOf(lane))
  }

  /** Whoever called has another name now. */
  forgetAll(): void {
    this.#changes += 1
    this.#kept.clear()
  }

  /** See `newestRefusals`. */
  async of(lane: LaneEnds, load: { kind: LoadKind; id: number }, since: string): Promise<Attempt[]> {
    return newestRefusals(await this.#answersOn(lane, since), load, since)
  }

  async #answersOn(lane: LaneEnds, since: string): Promise<LaneAnswer[]> {
    const key = keyOf(lane)
    const known = this.#kept.get(key)
    if (known && known.since <= since) return known.answers
    const changesBefore = this.#changes
    const answers = await readLaneAnswers(this.#store, lane, since)
    if (this.#changes !== changesBefore) return answers
    this.#kept.delete(key)
    this.#kept.set(key, { since, answers })
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_LANES) break
      this.#kept.delete(oldest)
    }
    return answers
  }
}

const keyOf = ({ fromPlaceId, toPlaceId }: LaneEnds) => `${fromPlaceId} ${toPlaceId}`
