import type { BodyCode } from '../../../contract/codes.ts'
import { maskOf } from './body-masks.ts'
import type { UnsortedCells } from './cell-table.ts'
import { CompanyBodies } from './company-bodies.ts'
import { orderByKeys } from './counting-sort.ts'
import { LaneIndex } from './lane-index.ts'
import type { DirectionRow, LaneRow } from './lane-row.ts'
import { numberPlaces } from './number-places.ts'
import { Numbering } from './numbering.ts'
import { PlacesInIndex } from './places-in-index.ts'
import { readLaneRows, type ReadRows } from './read-lane-rows.ts'
import type { LaneGeography } from './surroundings.ts'

export interface LaneIndexSource {
  /** Rows of `carrierLane`, in any order. */
  lanes: Iterable<LaneRow>
  directions: Iterable<DirectionRow>
  /** Bodies of a company's known vehicles; of one that is not told of nothing is known. */
  bodies: Iterable<{ companyId: number; bodies: readonly BodyCode[] }>
  geography: LaneGeography
  /** How many rows of lanes to make room for; a guess will do. */
  expectedRows?: number
}

export function buildLaneIndex(source: LaneIndexSource): LaneIndex {
  const { geography } = source
  const rows = readLaneRows(source.lanes, source.expectedRows ?? 1024)
  const directionRows = [...source.directions]
  const places = new PlacesInIndex(geography)
  numberPlaces(placesOf(rows, directionRows), places, geography)
  const companies = new Numbering()
  const lanes = numbered(rows, places, companies)
  const directions = directionRows.map(({ companyId, fromPlaceId, toPlaceId, bothWays }) => ({
    from: places.numberFor(fromPlaceId),
    to: places.numberFor(toPlaceId),
    carrier: companies.numberFor(companyId),
    bothWays,
  }))
  const masks = Array.from(source.bodies, ({ companyId, bodies }) => ({
    company: companies.numberFor(companyId),
    mask: maskOf(bodies),
  }))
  const bodies = new Uint32Array(companies.size)
  for (const { company, mask } of masks) bodies[company] = mask
  return new LaneIndex({ places, companies, lanes, directions, bodies: new CompanyBodies(bodies), geography })
}

/** Places as they come in the rows, each perhaps many times. */
function* placesOf(rows: ReadRows, directions: readonly DirectionRow[]): Generator<number> {
  let previous: number | null = null
  for (let at = 0; at < rows.length; at++) {
    // Rows come lane by lane as a rule.
    if (rows.fromPlaceId[at] !== previous) yield (previous = rows.fromPlaceId[at]!)
    if (at === 0 || rows.toPlaceId[at] !== rows.toPlaceId[at - 1]) yield rows.toPlaceId[at]!
  }
  for (const { fromPlaceId, toPlaceId } of directions) {
    yield fromPlaceId
    yield toPlaceId
  }
}

/**
 * Rows in small numbers. Companies get theirs lane by lane, so that those who run the same lanes stand side by side
 * in everything that is indexed by company.
 */
function numbered(rows: ReadRows, places: PlacesInIndex, companies: Numbering): UnsortedCells {
  const [from, to] = [new Int32Array(rows.length), new Int32Array(rows.length)]
  for (let at = 0; at < rows.length; at++) {
    from[at] = places.numbering.find(rows.fromPlaceId[at]!)
    to[at] = places.numbering.find(rows.toPlaceId[at]!)
  }
  const { cells } = rows
  for (const at of orderByKeys(rows.length, [from, to])) cells.carrier[at] = companies.numberFor(rows.companyId[at]!)
  return { from, to, cells }
}
