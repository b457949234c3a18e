import { decayAt } from '../decay.ts'
import type { LaneIndex } from './lane-index.ts'
import { NearMarks } from './near-marks.ts'
import type { Numbering } from './numbering.ts'
import type { LaneQuestion } from './evidence-on-lane.ts'

/** One lane of a company as seen from the asked lane; `trips` and `offers` are counts, `…Decayed` sums as of now. */
export interface IndexedLane {
  fromPlaceId: number
  toPlaceId: number
  fromOffKm: number
  toOffKm: number
  trips: number
  tripsDecayed: number
  lastTripMs: number | null
  offers: number
  offersDecayed: number
  lastOfferMs: number | null
}

export interface IndexedDirection {
  fromPlaceId: number
  toPlaceId: number
  bothWays: boolean
  fromOffKm: number
  toOffKm: number
}

/** What the index knows of one company and one lane, ready to become `CarrierFacts`. */
export interface IndexedHistory {
  companyId: number
  exact: IndexedLane | null
  near: IndexedLane[]
  region: {
    trips: number
    tripsDecayed: number
    offers: number
    offersDecayed: number
    /** At least as late as the last trip: a row that went away does not take it back. */
    lastTripMs: number | null
  } | null
  declared: IndexedDirection[]
}

/**
 * Exact, near and regional history and declared directions of every company that has any, or only of those asked
 * for. Order is not to be relied on.
 */
export function historiesOn(
  index: LaneIndex,
  { fromPlaceId, toPlaceId, nowMs }: LaneQuestion,
  only?: ReadonlySet<number>,
): IndexedHistory[] {
  const decay = decayAt(nowMs)
  const found = new Map<number, IndexedHistory>()
  const { lanes, regionPairs, declared, places, companies } = index
  const wanted = only && marksOf(only, companies)
  const historyOf = (company: number): IndexedHistory | null => {
    const known = found.get(company)
    if (known) return known
    if (wanted && wanted[company] === 0) return null
    const made = { companyId: companies.idOf(company), exact: null, near: [], region: null, declared: [] }
    found.set(company, made)
    return made
  }
  const around = index.surroundings.of(fromPlaceId)
  const [fromMarks, toMarks] = [new NearMarks(), new NearMarks()]
  fromMarks.mark(around, index)
  toMarks.mark(index.surroundings.of(toPlaceId), index)
  const { standsAt } = toMarks

  const see = (from: number, to: number, cell: number, fromOffKm: number, toOffKm: number) => {
    // Most rows are of carriers nobody asks for: no object is made for them.
    const company = lanes.cells.carrier[cell]!
    if (wanted && wanted[company] === 0) return
    const seen = lanes.cells.read(cell)
    if (seen.trips === 0 && seen.offers === 0) return
    const history = historyOf(company)
    if (!history) return
    const lane: IndexedLane = {
      fromPlaceId: places.numbering.idOf(from),
      toPlaceId: places.numbering.idOf(to),
      fromOffKm,
      toOffKm,
      trips: seen.trips,
      tripsDecayed: seen.tripSum * decay,
      lastTripMs: seen.lastTripMs,
      offers: seen.offers,
      offersDecayed: seen.offerSum * decay,
      lastOfferMs: seen.lastOfferMs,
    }
    if (lane.fromPlaceId === fromPlaceId && lane.toPlaceId === toPlaceId) history.exact = lane
    else history.near.push(lane)
  }
  const seeDirection = (from: number, to: number, company: number, bothWays: boolean, reversed: boolean) => {
    if (wanted && wanted[company] === 0) return
    const there = offBy(fromMarks.kmOf(from), toMarks.kmOf(to))
    const back = bothWays ? offBy(fromMarks.kmOf(to), toMarks.kmOf(from)) : null
    if (!there || (reversed && back)) return
    const best = back && back[0] + back[1] < there[0] + there[1] ? back : there
    const [start, end] = reversed ? [to, from] : [from, to]
    historyOf(company)?.declared.push({
      fromPlaceId: places.numbering.idOf(start),
      toPlaceId: places.numbering.idOf(end),
      bothWays,
      fromOffKm: best[0],
      toOffKm: best[1],
    })
  }

  const seeDeclaredFrom = (from: number) => {
    const { laneTo, rowStart, fromStart } = declared.grid
    const end = fromStart[from + 1] ?? 0
    for (let lane = fromStart[from] ?? 0; lane < end; lane++) {
      const to = laneTo[lane]!
      if (standsAt[to] === 0) continue
      for (let row = rowStart[lane]!; row < rowStart[lane + 1]!; row++) {
        if (!declared.isReplaced(row))
          seeDirection(from, to, declared.carrierOf(row), declared.isBothWays(row), declared.isReversed(row))
      }
    }
    for (const entries of declared.overlayFrom(from))
      for (const { to, carrier, bothWays, reversed } of entries) seeDirection(from, to, carrier, bothWays, reversed)
  }

  for (const [at, from] of around.places.entries()) {
    const fromOffKm = around.km[at]!
    const { laneTo, rowStart, fromStart } = lanes.grid
    const end = fromStart[from + 1] ?? 0
    for (let lane = fromStart[from] ?? 0; lane < end; lane++) {
      const to = laneTo[lane]!
      if (standsAt[to] === 0) continue
      const toOffKm = toMarks.kmOf(to)!
      for (let cell = rowStart[lane]!; cell < rowStart[lane + 1]!; cell++) see(from, to, cell, fromOffKm, toOffKm)
    }
    for (const [to, cells] of lanes.overlayFrom(from)) {
      const toOffKm = toMarks.kmOf(to)
      if (toOffKm === null) continue
      for (const cell of cells.values()) see(from, to, cell, fromOffKm, toOffKm)
    }
    seeDeclaredFrom(from)
  }
  const [fromRegion, toRegion] = [places.regionOfId(fromPlaceId), places.regionOfId(toPlaceId)]
  for (const cell of regionPairs.cellsOf(fromRegion, toRegion)) {
    if (wanted && wanted[regionPairs.cells.carrier[cell]!] === 0) continue
    const { trips, tripSum, offers, offerSum, lastTripMs } = regionPairs.cells.read(cell)
    if (trips === 0 && offers === 0) continue
    const history = historyOf(regionPairs.cells.carrier[cell]!)
    if (history)
      history.region = { trips, tripsDecayed: tripSum * decay, offers, offersDecayed: offerSum * decay, lastTripMs }
  }
  return [...found.values()]
}

function marksOf(companyIds: ReadonlySet<number>, companies: Numbering): Uint8Array {
  const marks = new Uint8Array(companies.size)
  for (const companyId of companyIds) {
    const company = companies.find(companyId)
    if (company >= 0) marks[company] = 1
  }
  return marks
}

function offBy(fromKm: number | null, toKm: number | null): [number, number] | null {
  return fromKm === null || toKm === null ? null : [fromKm, toKm]
}
