import { listCarriers } from '../../server/api/carriers/list-carriers.ts'
import type { PlaceKnowledge } from '../../server/gazetteer.ts'
import { openPortalStore } from '../../server/store/database.ts'
import { timesOf, type Times } from './measure.ts'

export interface FullMeasured {
  times: Times
  /** Requests that found nobody: they would make the measurement look better than it is. */
  empty: number
  /** Carriers shown and carriers judged, on the average. */
  shown: number
  judged: number
}

/**
 * The very function behind the tab, on a portal's own file: every source, vetoes, rules, explanation, evidence of all
 * carriers shown, lane rates. The first pass is not timed.
 */
export async function measureFull(
  path: string,
  options: { requests: number; rounds: number; now: string; places: PlaceKnowledge },
): Promise<FullMeasured> {
  const { requests, rounds, now, places } = options
  const store = await openPortalStore(path)
  const ask = (id: number) =>
    listCarriers({ store, ...places, roles: ['logist'], kind: 'request', id, now, stale: false })
  let [empty, shown, judged] = [0, 0, 0]
  for (let id = 1; id <= requests; id++) {
    const { rows, vetoed, total, totalVetoed } = await ask(id)
    if (rows.length === 0) empty++
    shown += rows.length + vetoed.length
    judged += total + totalVetoed
  }
  const values: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (let id = 1; id <= requests; id++) {
      const started = performance.now()
      await ask(id)
      values.push(performance.now() - started)
    }
  }
  await store.destroy()
  return { times: timesOf(values), empty, shown: shown / requests, judged: judged / requests }
}
