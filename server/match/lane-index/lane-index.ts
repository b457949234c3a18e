import type { BodyCode } from '../../../contract/codes.ts'
import { maskOf } from './body-masks.ts'
import { CellTable, sumOf, type UnsortedCells } from './cell-table.ts'
import { Cells, strengthOf, type CellValues } from './cells.ts'
import type { CompanyBodies } from './company-bodies.ts'
import { DeclaredTable, type DeclaredDirection } from './declared-table.ts'
import { valuesOf, type DirectionRow, type LaneRow } from './lane-row.ts'
import type { Numbering } from './numbering.ts'
import { NO_REGION, type PlacesInIndex } from './places-in-index.ts'
import { SurroundingsCache, type LaneGeography } from './surroundings.ts'

/** What the index is made of, in small numbers. */
export interface LaneIndexParts {
  places: PlacesInIndex
  companies: Numbering
  lanes: UnsortedCells
  directions: readonly DeclaredDirection[]
  bodies: CompanyBodies
  geography: LaneGeography
}

/** A cell is worth so much more to ranking than it was, or less; see `strengthOf`. */
export interface CellChange {
  from: number
  to: number
  company: number
  more: number
}

/** Whoever keeps something worked out of the index. */
export interface IndexFollower {
  changed(change: CellChange): void
  /** A company may declare something else than before. */
  declared(company: number): void
  /** A company has other trucks than before, or more is known of them; to be told after the fact. */
  hasBodies(company: number): void
}

const NOTHING: CellValues = { trips: 0, tripSum: 0, lastTripMs: null, offers: 0, offerSum: 0, lastOfferMs: null }

/**
 * Who did what on which lane, in memory: lanes → companies and pairs of regions → companies as typed arrays, what is
 * declared beside them. It holds what `carrierLane` and the carrier base hold and is told of every change of a row
 * after it is committed. Made by `buildLaneIndex`, asked by `TopByEvidence` and `historiesOn`.
 */
export class LaneIndex {
  readonly places: PlacesInIndex
  readonly companies: Numbering
  readonly surroundings: SurroundingsCache
  readonly lanes: CellTable
  readonly regionPairs: CellTable
  readonly declared: DeclaredTable
  readonly #followers: IndexFollower[] = []
  readonly #geography: LaneGeography
  readonly bodies: CompanyBodies

  constructor({ places, companies, lanes, directions, bodies, geography }: LaneIndexParts) {
    this.places = places
    this.companies = companies
    this.#geography = geography
    this.surroundings = new SurroundingsCache(places.numbering, geography)
    this.lanes = new CellTable(lanes)
    this.regionPairs = new CellTable(byRegionPairs(lanes, places))
    this.declared = new DeclaredTable(directions)
    this.bodies = bodies
  }

  /** Bytes of the arrays; maps of ids and the overlay are not counted. */
  get bytes(): number {
    return this.lanes.bytes + this.regionPairs.bytes + this.declared.bytes + this.bodies.bytes
  }

  /** Cells that came since the index was built: when they are many, build it anew. */
  get overlaid(): number {
    return this.lanes.overlaid + this.regionPairs.overlaid
  }

  /** From now on tells of every change. */
  tell(follower: IndexFollower): void {
    this.#followers.push(follower)
  }

  /** Takes the new state of a row; one with neither trips nor offers is gone. */
  put(row: LaneRow): void {
    const [from, to] = [this.places.numberFor(row.fromPlaceId), this.places.numberFor(row.toPlaceId)]
    const company = this.companies.numberFor(row.companyId)
    const values = valuesOf(row)
    const before = readOrNothing(this.lanes, from, to, company)
    this.lanes.put(from, to, company, values)
    const more = strengthOf(values) - strengthOf(before)
    if (more !== 0) for (const follower of this.#followers) follower.changed({ from, to, company, more })
    const [fromRegion, toRegion] = [this.places.regionOf(from), this.places.regionOf(to)]
    if (fromRegion === NO_REGION || toRegion === NO_REGION) return
    const sum = readOrNothing(this.regionPairs, fromRegion, toRegion, company)
    this.regionPairs.put(fromRegion, toRegion, company, sumOf(sum, difference(values, before)))
  }

  /** Everything a company declares, in place of what it declared before. */
  putDirections(companyId: number, directions: readonly Omit<DirectionRow, 'companyId'>[]): void {
    const carrier = this.companies.numberFor(companyId)
    for (const follower of this.#followers) follower.declared(carrier)
    this.declared.replace(
      carrier,
      directions.map(({ fromPlaceId, toPlaceId, bothWays }) => ({
        from: this.places.numberFor(fromPlaceId),
        to: this.places.numberFor(toPlaceId),
        carrier,
        bothWays,
      })),
    )
  }

  /** Bodies of all vehicles a company is known to have; none: not known. */
  putBodies(companyId: number, bodies: readonly BodyCode[]): void {
    const company = this.companies.numberFor(companyId)
    this.bodies.put(company, maskOf(bodies))
    for (const follower of this.#followers) follower.hasBodies(company)
  }

  /** The same without an overlay and without rows that are gone. This one must not be used afterwards. */
  rebuilt(): LaneIndex {
    return new LaneIndex({
      places: this.places,
      companies: this.companies,
      lanes: livingCells(this.lanes),
      directions: [...this.declared.directions()],
      bodies: this.bodies.copy(),
      geography: this.#geography,
    })
  }
}

function readOrNothing(table: CellTable, from: number, to: number, carrier: number): CellValues {
  const cell = table.cellOf(from, to, carrier)
  return cell < 0 ? NOTHING : table.cells.read(cell)
}

function difference(now: CellValues, before: CellValues): CellValues {
  return {
    trips: now.trips - before.trips,
    tripSum: now.tripSum - before.tripSum,
    lastTripMs: now.lastTripMs,
    offers: now.offers - before.offers,
    offerSum: now.offerSum - before.offerSum,
    lastOfferMs: now.lastOfferMs,
  }
}

function byRegionPairs({ from, to, cells }: UnsortedCells, places: PlacesInIndex): UnsortedCells {
  const pairs = { from: new Int32Array(cells.length), to: new Int32Array(cells.length), cells: new Cells(cells.length) }
  for (let at = 0; at < cells.length; at++) {
    const [fromRegion, toRegion] = [places.regionOf(from[at]!), places.regionOf(to[at]!)]
    if (fromRegion === NO_REGION || toRegion === NO_REGION) continue
    pairs.from[pairs.cells.length] = fromRegion
    pairs.to[pairs.cells.length] = toRegion
    pairs.cells.append(cells.carrier[at]!, cells.read(at))
  }
  return pairs
}

function livingCells(table: CellTable): UnsortedCells {
  const { length } = table.cells
  const living = { from: new Int32Array(length), to: new Int32Array(length), cells: new Cells(length) }
  for (const { from, to, cell } of table.entries()) {
    const values = table.cells.read(cell)
    if (values.trips === 0 && values.offers === 0) continue
    living.from[living.cells.length] = from
    living.to[living.cells.length] = to
    living.cells.append(table.cells.carrier[cell]!, values)
  }
  return living
}
