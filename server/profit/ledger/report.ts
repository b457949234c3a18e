import type { ReportBy, ReportFigures } from '../../../contract/profit-report.ts'
import type { Ledger } from './ledger.ts'
import { NO_DAY, type EpochDay } from './ledger-row.ts'
import { SumsTable } from './sums-table.ts'

export interface ReportQuestion {
  from: EpochDay
  to: EpochDay
  by: ReportBy
  doneOnly: boolean
  /** null: everybody's orders; else only those that one of these people manages, carries or is responsible for. */
  people: ReadonlySet<number> | null
  /** First day of the part of the period that a day falls into. */
  partOf: (day: EpochDay) => EpochDay
}

export interface ReportFound {
  total: ReportFigures
  /** Key as `groupKey` makes it; the largest margin first. */
  groups: { key: number; figures: ReportFigures }[]
  parts: { day: EpochDay; figures: ReportFigures }[]
  /** Orders that are in no period, since their day is not known. */
  undated: number
}

const PLACES = 0x1000000

/** What an order is grouped under; of a lane both ends in one number. */
export function groupKey(ledger: Ledger, by: ReportBy, row: number): number {
  const { ids } = ledger
  switch (by) {
    case 'client':
      return ids.clientId[row]!
    case 'carrier':
      return ids.carrierId[row]!
    case 'logist':
      return ids.logistId[row]!
    case 'manager':
      return ids.managerId[row]!
    case 'entity':
      return ids.entityId[row]!
    case 'lane':
      return ids.fromPlaceId[row]! * PLACES + ids.toPlaceId[row]!
  }
}

export function laneOfKey(key: number): { fromPlaceId: number; toPlaceId: number } {
  return { fromPlaceId: Math.floor(key / PLACES), toPlaceId: key % PLACES }
}

/** Rows of the period that the asker may see. */
export function matches(ledger: Ledger, row: number, question: Omit<ReportQuestion, 'by' | 'partOf'>): boolean {
  const { ids } = ledger
  const day = ids.day[row]!
  if (day < question.from || day > question.to) return false
  if (question.doneOnly && !ledger.isDone(row)) return false
  return maySee(ledger, row, question.people)
}

export function maySee({ ids }: Ledger, row: number, people: ReadonlySet<number> | null): boolean {
  return (
    people === null ||
    people.has(ids.managerId[row]!) ||
    people.has(ids.logistId[row]!) ||
    people.has(ids.assignedById[row]!)
  )
}

/** Sums of a period, of its groups and of its parts in one walk; every order is counted once. */
export function reportOf(ledger: Ledger, question: ReportQuestion): ReportFound {
  const groups = new SumsTable()
  const parts = new SumsTable()
  const total = new SumsTable()
  const all = total.numberOf(0)
  const rows = new Int32Array(ledger.count)
  const groupOfRow = new Int32Array(ledger.count)
  let found = 0
  let undated = 0
  for (let row = 0; row < ledger.count; row++) {
    if (!matches(ledger, row, question)) {
      if (ledger.ids.day[row] === NO_DAY && maySee(ledger, row, question.people)) undated += 1
      continue
    }
    const group = groups.numberOf(groupKey(ledger, question.by, row))
    groups.add(group, ledger, row)
    parts.add(parts.numberOf(question.partOf(ledger.ids.day[row]!)), ledger, row)
    total.add(all, ledger, row)
    rows[found] = row
    groupOfRow[found] = group
    found += 1
  }
  const deals = countDeals(ledger, rows.subarray(0, found), groupOfRow, groups)
  return {
    total: total.figures(all, deals.total),
    groups: groups.keys
      .map((key, group) => ({ key, figures: groups.figures(group, deals.ofGroup[group]!) }))
      .sort((a, b) => b.figures.marginMinor - a.figures.marginMinor || a.key - b.key),
    parts: parts.keys.map((day, part) => ({ day, figures: parts.figures(part, 0) })).sort((a, b) => a.day - b.day),
    undated,
  }
}

/** Different deals of each group and of all: the rows are taken group by group, each deal stamped with the last one. */
function countDeals(ledger: Ledger, rows: Int32Array, groupOfRow: Int32Array, groups: SumsTable) {
  const starts = new Int32Array(groups.keys.length)
  for (let group = 1; group < starts.length; group++) starts[group] = starts[group - 1]! + groups.trips(group - 1)
  const sorted = new Int32Array(rows.length)
  for (let at = 0; at < rows.length; at++) {
    const group = groupOfRow[at]!
    sorted[starts[group]!] = at
    starts[group]! += 1
  }
  const stamps = new Int32Array(ledger.dealCount).fill(-1)
  const ofGroup = new Int32Array(groups.keys.length)
  let total = 0
  for (let at = 0; at < sorted.length; at++) {
    const place = sorted[at]!
    const deal = ledger.ids.dealNumber[rows[place]!]!
    const group = groupOfRow[place]!
    if (deal < 0 || stamps[deal] === group) continue
    if (stamps[deal] === -1) total += 1
    stamps[deal] = group
    ofGroup[group]! += 1
  }
  return { total, ofGroup }
}
