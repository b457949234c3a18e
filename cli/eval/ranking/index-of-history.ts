import type { History, Trades } from '../../../bench/world/history.ts'
import type { BodyCode } from '../../../contract/codes.ts'
import { weightAt } from '../../../server/match/decay.ts'
import { buildLaneIndex } from '../../../server/match/lane-index/build-lane-index.ts'
import type { LaneIndex } from '../../../server/match/lane-index/lane-index.ts'
import type { LaneRow } from '../../../server/match/lane-index/lane-row.ts'
import type { Gazetteer } from '../../../server/places/gazetteer.ts'

const NEAR_KM = 150

/** The lane index of a history; companies are the numbers of its carriers. */
export function indexOfHistory(
  history: History,
  bodies: readonly ReadonlySet<BodyCode>[],
  gazetteer: Gazetteer,
): LaneIndex {
  return buildLaneIndex({
    lanes: laneRowsOf(history),
    directions: history.directions.map((row) => ({ ...row, companyId: row.carrier, bothWays: false })),
    bodies: bodies.map((own, companyId) => ({ companyId, bodies: [...own] })),
    geography: {
      regionOf: (placeId) => gazetteer.byId(placeId)?.region ?? null,
      pointOf: (placeId) => gazetteer.byId(placeId) ?? null,
      neighbours: (placeId) => gazetteer.neighbours(placeId, NEAR_KM),
    },
  })
}

/** Bodies a carrier is known to have: declared, declared with a direction, and seen in offers and orders. */
export function knownBodies(history: History): Set<BodyCode>[] {
  const known = history.carriers.map(({ bodies }) => new Set(bodies))
  for (const { carrier, body } of history.directions) if (body !== null) known[carrier]!.add(body)
  for (const trades of [history.offers, history.orders]) {
    for (let row = 0; row < trades.length; row++) {
      const body = trades.bodyAt(row)
      if (body !== null) known[trades.carrier[row]!]!.add(body)
    }
  }
  return known
}

/** What `carrierLane` would hold after all these offers and orders. */
export function laneRowsOf({ offers, orders }: Pick<History, 'offers' | 'orders'>): LaneRow[] {
  const rows = new Map<number, Map<number, LaneRow>>()
  const rowOf = (trades: Trades, at: number): LaneRow => {
    const [fromPlaceId, toPlaceId] = [trades.fromPlaceId[at]!, trades.toPlaceId[at]!]
    const companyId = trades.carrier[at]!
    const lane = fromPlaceId * 2 ** 26 + toPlaceId
    let companies = rows.get(lane)
    if (!companies) rows.set(lane, (companies = new Map()))
    let row = companies.get(companyId)
    if (!row) {
      const nothing = { trips: 0, tripSum: 0, lastTripAt: null, offers: 0, offerSum: 0, lastOfferAt: null }
      companies.set(companyId, (row = { fromPlaceId, toPlaceId, companyId, ...nothing }))
    }
    return row
  }
  for (let at = 0; at < orders.length; at++) {
    const row = rowOf(orders, at)
    const iso = new Date(orders.atMs[at]!).toISOString()
    row.trips++
    row.tripSum += weightAt(iso)
    if (row.lastTripAt === null || iso > row.lastTripAt) row.lastTripAt = iso
  }
  for (let at = 0; at < offers.length; at++) {
    const row = rowOf(offers, at)
    const iso = new Date(offers.atMs[at]!).toISOString()
    row.offers++
    row.offerSum += weightAt(iso)
    if (row.lastOfferAt === null || iso > row.lastOfferAt) row.lastOfferAt = iso
  }
  return [...rows.values()].flatMap((companies) => [...companies.values()])
}
