import type { IndexedHistory } from '../../../server/match/lane-index/histories.ts'

/** What a plain list in a CRM would do. Each is given the carriers round the lane and orders those it knows of. */
export type Baseline = (histories: readonly IndexedHistory[], fits: (companyId: number) => boolean) => number[]

interface Counted {
  companyId: number
  count: number
  lastMs: number
}

/** Names as they stand in the JSON. Frequency counts finished orders; between equals the one who drove last is first. */
export const BASELINES: Record<string, Baseline> = {
  recentOnLane: (histories) => ordered(onLane(histories), byRecency),
  frequentOnLane: (histories) => ordered(onLane(histories), byFrequency),
  recentOnLaneWithBody: (histories, fits) => ordered(onLane(histories), byRecency).filter(fits),
  frequentOnLaneWithBody: (histories, fits) => ordered(onLane(histories), byFrequency).filter(fits),
  regionPairWithBody: (histories, fits) => ordered(betweenRegions(histories), byFrequency).filter(fits),
}

function onLane(histories: readonly IndexedHistory[]): Counted[] {
  return histories.flatMap(({ companyId, exact }) =>
    exact === null || exact.trips === 0 ? [] : [{ companyId, count: exact.trips, lastMs: exact.lastTripMs ?? 0 }],
  )
}

function betweenRegions(histories: readonly IndexedHistory[]): Counted[] {
  return histories.flatMap(({ companyId, region }) =>
    region === null || region.trips === 0 ? [] : [{ companyId, count: region.trips, lastMs: region.lastTripMs ?? 0 }],
  )
}

function ordered(list: Counted[], compare: (a: Counted, b: Counted) => number): number[] {
  return list.sort((a, b) => compare(a, b) || a.companyId - b.companyId).map(({ companyId }) => companyId)
}

function byRecency(a: Counted, b: Counted): number {
  return b.lastMs - a.lastMs
}

function byFrequency(a: Counted, b: Counted): number {
  return b.count - a.count || b.lastMs - a.lastMs
}
