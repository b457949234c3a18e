import { DECAY_EPOCH_AT } from '../../server/match/decay.ts'
import { WEIGHTS } from '../../server/match/weights.ts'
import type { BenchData } from './bench-data.ts'
import type { LaneNumbers } from './lane-numbers.ts'

const DAY_MS = 86_400_000
const EPOCH_MS = Date.parse(DECAY_EPOCH_AT)

/** Days since the epoch of the decay. */
export function epochDays(ms: number): number {
  return (ms - EPOCH_MS) / DAY_MS
}

/** Every order and offer: number of its lane, carrier, points it is worth when fresh, and its day. */
export function* rawRows(
  { history }: BenchData,
  lanes: LaneNumbers,
): Generator<{
  lane: number
  fromPlaceId: number
  toPlaceId: number
  carrier: number
  points: number
  atDays: number
}> {
  for (const [trades, points] of [
    [history.orders, WEIGHTS.trip],
    [history.offers, WEIGHTS.offer],
  ] as const) {
    for (let row = 0; row < trades.length; row++) {
      const [fromPlaceId, toPlaceId] = [trades.fromPlaceId[row]!, trades.toPlaceId[row]!]
      const atDays = epochDays(trades.atMs[row]!)
      yield {
        lane: lanes.of(fromPlaceId, toPlaceId),
        fromPlaceId,
        toPlaceId,
        carrier: trades.carrier[row]!,
        points,
        atDays,
      }
    }
  }
}

/** Nearness of every known place to every known place within 150 km of it. */
export function* nearRows({ places, near }: BenchData): Generator<[place: number, near: number, nearness: number]> {
  for (const { id } of places)
    for (const { placeId, km } of near(id)) yield [id, placeId, Math.exp(-km / WEIGHTS.nearScaleKm)]
}

/** Lane and carrier of each declared direction, one declared again once. */
export function directionRows({ history }: BenchData, lanes: LaneNumbers): number[][] {
  const rows = new Map<string, number[]>()
  for (const { carrier, fromPlaceId, toPlaceId } of history.directions) {
    const lane = lanes.of(fromPlaceId, toPlaceId)
    rows.set(`${lane} ${carrier}`, [lane, carrier])
  }
  return [...rows.values()]
}
