import type { LaneIndex } from '../../server/match/lane-index/lane-index.ts'
import type { LaneRow } from '../../server/match/lane-index/lane-row.ts'
import { createRandom } from '../world/random.ts'

const UPDATES = 20_000

export interface UpdateCost {
  /** Mean microseconds of telling the index of one changed row, and of one row it has not had. */
  changedMicroseconds: number
  newMicroseconds: number
  /** Milliseconds of building it anew without the overlay. */
  rebuildMs: number
}

/** What keeping the index up to date costs. The index is used up by it. */
export function measureUpdates(index: LaneIndex, rows: readonly LaneRow[]): UpdateCost {
  const random = createRandom(1, 'updates')
  const changed = Array.from({ length: UPDATES }, () => {
    const row = random.pick(rows)
    return { ...row, offers: row.offers + 1, offerSum: row.offerSum * 1.5 + 1 }
  })
  const fresh = Array.from({ length: UPDATES }, (_, at) => ({
    ...random.pick(rows),
    companyId: 10_000_000 + (at % 5000),
  }))
  const changedMicroseconds = timed(() => changed.forEach((row) => index.put(row)))
  const newMicroseconds = timed(() => fresh.forEach((row) => index.put(row)))
  const started = performance.now()
  index.rebuilt()
  return { changedMicroseconds, newMicroseconds, rebuildMs: Number((performance.now() - started).toFixed(1)) }
}

function timed(work: () => void): number {
  const started = performance.now()
  work()
  return Number((((performance.now() - started) * 1000) / UPDATES).toFixed(3))
}
