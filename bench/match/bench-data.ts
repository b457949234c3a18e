import type { BodyCode } from '../../contract/codes.ts'
import { knownBodies, laneRowsOf } from '../../cli/eval/ranking/index-of-history.ts'
import type { LaneRow } from '../../server/match/lane-index/lane-row.ts'
import type { Gazetteer } from '../../server/places/gazetteer.ts'
import type { History } from '../world/history.ts'

const NEAR_KM = 150
const DAY_MS = 86_400_000

/** What every engine is built from. Companies are the numbers of carriers. */
export interface BenchData {
  history: History
  laneRows: LaneRow[]
  bodies: ReadonlySet<BodyCode>[]
  /** Places that stand in any lane or direction, with the number of their region. */
  places: { id: number; region: number; lat: number; lon: number }[]
  regionOf(placeId: number): number
  /** Known places within 150 km of a known place, itself included. */
  near(placeId: number): { placeId: number; km: number }[]
  /** The moment all questions are asked at: just after the last row. UTC ISO. */
  now: string
}

export function benchData(history: History, gazetteer: Gazetteer): BenchData {
  const known = new Set<number>()
  for (const { fromPlaceId, toPlaceId } of history.directions) known.add(fromPlaceId).add(toPlaceId)
  let lastMs = 0
  for (const trades of [history.offers, history.orders]) {
    for (let row = 0; row < trades.length; row++) {
      known.add(trades.fromPlaceId[row]!).add(trades.toPlaceId[row]!)
      lastMs = Math.max(lastMs, trades.atMs[row]!)
    }
  }
  const names = [...new Set(Array.from(known, (id) => gazetteer.byId(id)!.region))]
  const regions = new Map(Array.from(known, (id) => [id, names.indexOf(gazetteer.byId(id)!.region)]))
  const regionOf = (placeId: number) => regions.get(placeId)!
  return {
    history,
    laneRows: laneRowsOf(history),
    bodies: knownBodies(history),
    places: Array.from(known, (id) => {
      const { lat, lon } = gazetteer.byId(id)!
      return { id, region: regionOf(id), lat, lon }
    }),
    regionOf,
    near: (placeId) => gazetteer.neighbours(placeId, NEAR_KM).filter((neighbour) => known.has(neighbour.placeId)),
    now: new Date(lastMs + DAY_MS).toISOString(),
  }
}
