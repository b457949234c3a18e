import type { WorkCalendar } from '../work-calendar.ts'
import type { Ledger } from './ledger.ts'
import { dayOfEpoch, epochDay, NO_DAY, type EpochDay, type OpenPayment } from './ledger-row.ts'

export const FORECAST_DAYS = 90
/** Fewer payments are no habit. */
const HABIT_FROM = 3
/** Banking days where the calendar ends: the usual five of seven. */
const CALENDAR_PER_BANK_DAY = 7 / 5
/** From unloading to papers, where no order tells. */
const USUAL_SCAN_DAYS = 3
const USUAL_ORIGINALS_DAYS = 14
/** A payment that is late for longer is not money one plans with. */
const HOPELESS_DAYS = 180

export interface Flow {
  inMinor: number
  outMinor: number
}

export interface ForecastFound {
  /** One for each of the ninety days, from today. */
  days: Flow[]
  overdue: Flow & { payments: number }
  unplaced: Flow & { payments: number }
  later: Flow
  habits: { lateDays: number | null; clients: number; paid: number }
}

/**
 * What is expected in and out by day: terms from what has happened or is promised, and clients' own habit of paying
 * late (three payments and more make one; others are taken by the habit of all). What we owe goes out on its day.
 */
export function forecastOf(ledger: Ledger, today: EpochDay, calendar: WorkCalendar): ForecastFound {
  const habits = habitsOf(ledger)
  const days: Flow[] = Array.from({ length: FORECAST_DAYS }, () => ({ inMinor: 0, outMinor: 0 }))
  const overdue = { inMinor: 0, outMinor: 0, payments: 0 }
  const unplaced = { inMinor: 0, outMinor: 0, payments: 0 }
  const later = { inMinor: 0, outMinor: 0 }
  for (const { row, payment } of ledger.openPayments()) {
    const due = payment.due === NO_DAY ? expectedDue(payment, habits, calendar) : payment.due
    const isHopeless = due !== null && due < today - HOPELESS_DAYS
    if (payment.minor === null || due === null || isHopeless) {
      unplaced.payments += 1
      add(unplaced, payment)
      continue
    }
    const late = payment.who === 'client' ? Math.max(0, habits.lateOf(ledger.ids.clientId[row]!)) : 0
    if (due < today) {
      overdue.payments += 1
      add(overdue, payment)
    }
    const at = Math.max(today, due + late) - today
    add(at < FORECAST_DAYS ? days[at]! : later, payment)
  }
  return { days, overdue, unplaced, later, habits: habits.told }
}

function add(flow: Flow, { who, minor }: OpenPayment): void {
  if (who === 'client') flow.inMinor += minor ?? 0
  else flow.outMinor += minor ?? 0
}

type Habits = ReturnType<typeof habitsOf>

interface Many {
  sum: number
  count: number
}

const mean = ({ sum, count }: Many) => (count < HABIT_FROM ? null : Math.round(sum / count))

function meanOf(ledger: Ledger, name: 'scanDays' | 'originalsDays'): Many {
  const many = { sum: 0, count: 0 }
  for (let row = 0; row < ledger.count; row++) {
    const days = ledger.span(name, row)
    if (days === null) continue
    many.sum += days
    many.count += 1
  }
  return many
}

function habitsOf(ledger: Ledger) {
  const byClient = new Map<number, Many>()
  const all = { sum: 0, count: 0 }
  const scan = meanOf(ledger, 'scanDays')
  const originals = meanOf(ledger, 'originalsDays')
  for (let row = 0; row < ledger.count; row++) {
    const late = ledger.span('lateDays', row)
    if (late === null) continue
    all.sum += late
    all.count += 1
    const clientId = ledger.ids.clientId[row]!
    let own = byClient.get(clientId)
    if (!own) byClient.set(clientId, (own = { sum: 0, count: 0 }))
    own.sum += late
    own.count += 1
  }
  const usual = mean(all)
  return {
    lateOf: (clientId: number) => mean(byClient.get(clientId) ?? { sum: 0, count: 0 }) ?? usual ?? 0,
    scanDays: mean(scan) ?? USUAL_SCAN_DAYS,
    originalsDays: mean(originals) ?? USUAL_ORIGINALS_DAYS,
    told: {
      lateDays: usual,
      clients: [...byClient.values()].filter(({ count }) => count >= HABIT_FROM).length,
      paid: all.count,
    },
  }
}

function expectedDue({ expected }: OpenPayment, habits: Habits, calendar: WorkCalendar): EpochDay | null {
  if (!expected || expected.base === NO_DAY) return null
  const { event, base, days, bankDays } = expected
  const papers = event === 'scan' ? habits.scanDays : event === 'originals' ? habits.originalsDays : 0
  const from = base + papers
  if (!bankDays) return from + days
  const due = calendar.addWorkingDays(dayOfEpoch(from), days)
  return due === null ? from + Math.round(days * CALENDAR_PER_BANK_DAY) : epochDay(due)
}
