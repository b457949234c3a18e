import { buildLaneIndex } from '../../server/match/lane-index/build-lane-index.ts'
import type { LaneIndex } from '../../server/match/lane-index/lane-index.ts'
import { TopByEvidence } from '../../server/match/lane-index/lane-queries.ts'
import type { LaneRow } from '../../server/match/lane-index/lane-row.ts'
import type { Gazetteer } from '../../server/places/gazetteer.ts'
import type { BenchData } from './bench-data.ts'
import type { Engine } from './engine.ts'

const NEAR_KM = 150

export interface OurEngine extends Engine {
  index: LaneIndex
  /** Of the index, and of what is kept beside it for ranking alone. */
  bytes: number
}

/** The product's own lane index, filled from rows such as `carrierLane` holds. */
export function ourEngine(data: BenchData, gazetteer: Gazetteer, limit: number, lanes: Iterable<LaneRow>): OurEngine {
  const started = performance.now()
  const index = buildLaneIndex({
    lanes,
    directions: data.history.directions.map((row) => ({ ...row, companyId: row.carrier, bothWays: false })),
    bodies: data.bodies.map((own, companyId) => ({ companyId, bodies: [...own] })),
    geography: {
      regionOf: (placeId) => gazetteer.byId(placeId)?.region ?? null,
      pointOf: (placeId) => gazetteer.byId(placeId) ?? null,
      neighbours: (placeId) => gazetteer.neighbours(placeId, NEAR_KM),
    },
    expectedRows: data.laneRows.length,
  })
  const ranking = new TopByEvidence(index)
  const readyMs = performance.now() - started
  const nowMs = Date.parse(data.now)
  return {
    name: 'ours',
    readyMs,
    index,
    bytes: index.bytes + ranking.bytes,
    top: ({ fromPlaceId, toPlaceId, needed }) => ranking.ask({ fromPlaceId, toPlaceId, needed, nowMs, limit }),
    close: () => undefined,
  }
}
