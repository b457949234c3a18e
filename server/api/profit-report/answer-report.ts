import type { ReportAnswer, ReportQuery } from '../../../contract/profit-report.ts'
import { dayOfEpoch, epochDay } from '../../profit/ledger/ledger-row.ts'
import { reportOf, type ReportQuestion } from '../../profit/ledger/report.ts'
import type { PortalStore } from '../../store/database.ts'
import { readAsOf } from '../../store/meta.ts'
import { ledgerOf } from '../profit/ledger-keeper.ts'
import type { ProfitSight } from '../profit/may-see.ts'
import type { ProfitTools } from '../profit/profit-knowledge.ts'
import { groupNames } from './group-names.ts'
import { partsOf, stepOf } from './periods.ts'

export interface ReportRequest extends ProfitTools {
  store: PortalStore
  sight: ProfitSight
  query: ReportQuery
  /** UTC ISO. */
  now: string
}

/** Groups a screen shows; the rest are told in one line. */
const MOST_GROUPS = 200

/** The report of a period. `mostGroups`: Infinity for a file. */
export async function answerReport(request: ReportRequest, mostGroups = MOST_GROUPS): Promise<ReportAnswer> {
  const { store, query, now } = request
  const { ledger } = await ledgerOf(store, request)
  const question = questionOf(request)
  const { total, groups, parts, undated } = reportOf(ledger, question)
  const shown = groups.slice(0, mostGroups)
  const rest = groups.slice(mostGroups)
  const keys = shown.map(({ key }) => key)
  const nameOf = await groupNames(request, query.by, keys)
  return {
    query,
    total,
    groups: shown.map(({ key, figures }) => ({ key: String(key), name: nameOf(key), figures })),
    others: rest.length === 0 ? null : restOf(rest),
    series: {
      step: stepOf(question.from, question.to),
      parts: parts.map(({ day, figures }) => ({ on: dayOfEpoch(day), figures })),
    },
    undated,
    asOf: (await readAsOf(store)) ?? now,
  }
}

export function questionOf({ query, sight }: Pick<ReportRequest, 'query' | 'sight'>): ReportQuestion {
  const [from, to] = [epochDay(query.from), epochDay(query.to)]
  return {
    from,
    to,
    by: query.by,
    doneOnly: query.state === 'done',
    people: sight.all ? null : sight.userIds,
    partOf: partsOf(from, to, stepOf(from, to)),
  }
}

function restOf(groups: readonly { figures: { trips: number; marginMinor: number } }[]) {
  const sum = (read: (figures: { trips: number; marginMinor: number }) => number) =>
    groups.reduce((total, { figures }) => total + read(figures), 0)
  return {
    groups: groups.length,
    trips: sum(({ trips }) => trips),
    marginMinor: sum(({ marginMinor }) => marginMinor),
  }
}
