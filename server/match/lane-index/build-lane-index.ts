import type { BodyCode } from '../../../contract/codes.ts'
import { maskOf } from './body-masks.ts'
import { Cells } from './cells.ts'
import { LaneIndex } from './lane-index.ts'
import { valuesOf, type DirectionRow, type LaneRow } from './lane-row.ts'
import { Numbering } from './numbering.ts'
import { PlacesInIndex } from './places-in-index.ts'
import type { LaneGeography } from './surroundings.ts'

export interface LaneIndexSource {
  /** Rows of `carrierLane` in any order; in order of its key is fastest. */
  lanes: Iterable<LaneRow>
  directions: Iterable<DirectionRow>
  /** Bodies of a company's known vehicles; of one that is not told of nothing is known. */
  bodies: Iterable<{ companyId: number; bodies: readonly BodyCode[] }>
  geography: LaneGeography
  /** How many rows of lanes to make room for; a guess will do. */
  expectedRows?: number
}

export function buildLaneIndex(source: LaneIndexSource): LaneIndex {
  const places = new PlacesInIndex(source.geography)
  const companies = new Numbering()
  const cells = new Cells(source.expectedRows ?? 1024)
  let from = new Int32Array(cells.carrier.length)
  let to = new Int32Array(cells.carrier.length)
  for (const row of source.lanes) {
    const at = cells.append(companies.numberFor(row.companyId), valuesOf(row))
    if (at >= from.length) {
      from = grown(from, cells.carrier.length)
      to = grown(to, cells.carrier.length)
    }
    from[at] = places.numberFor(row.fromPlaceId)
    to[at] = places.numberFor(row.toPlaceId)
  }
  const directions = Array.from(source.directions, ({ companyId, fromPlaceId, toPlaceId, bothWays }) => ({
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
  return new LaneIndex({
    places,
    companies,
    lanes: { from, to, cells },
    directions,
    bodies,
    geography: source.geography,
  })
}

function grown(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length)
  larger.set(array)
  return larger
}
