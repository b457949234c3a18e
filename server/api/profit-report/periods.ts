import type { ReportAnswer } from '../../../contract/profit-report.ts'
import { dayOfEpoch, epochDay, type EpochDay } from '../../profit/ledger/ledger-row.ts'

type Step = ReportAnswer['series']['step']

const MOST_DAYS = 45
const MOST_WEEKS_OF_DAYS = 200
/** 1970-01-01 was a Thursday. */
const MONDAY_SHIFT = 3

/** How a period is cut for a chart, so that there are a few dozen parts at most. */
export function stepOf(from: EpochDay, to: EpochDay): Step {
  const days = to - from + 1
  if (days <= MOST_DAYS) return 'day'
  return days <= MOST_WEEKS_OF_DAYS ? 'week' : 'month'
}

/** Day of the period → first day of its part; the first part begins where the period does. */
export function partsOf(from: EpochDay, to: EpochDay, step: Step): (day: EpochDay) => EpochDay {
  const starts = new Int32Array(to - from + 1)
  for (let day = from; day <= to; day++) starts[day - from] = Math.max(from, startOf(day, step))
  return (day) => starts[day - from]!
}

function startOf(day: EpochDay, step: Step): EpochDay {
  if (step === 'day') return day
  if (step === 'week') return day - ((day + MONDAY_SHIFT) % 7)
  return epochDay(`${dayOfEpoch(day).slice(0, 7)}-01`)
}
