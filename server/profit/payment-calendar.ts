import type { TermEventCode } from '../../contract/codes.ts'
import type { PaymentTerm } from '../../contract/profit.ts'
import { divideRounded } from '../money/rounding.ts'
import { addDays, type WorkCalendar } from './work-calendar.ts'

/** Days (YYYY-MM-DD) on which the things happened that terms are counted from; absent: not yet, or not told. */
export type BaseDates = Partial<Record<TermEventCode | 'loading', string>>

/** One payment of a trip. `dueOn` null: what it is counted from has not happened, or the calendar ends before. */
export interface Payment {
  who: 'client' | 'carrier'
  part: 'prepayment' | 'rest'
  minor: number
  currency: string
  dueOn: string | null
  why: 'counted' | 'no_base_date' | 'no_term' | 'beyond_calendar'
  paidOn: string | null
  /** Due before today and not paid. */
  overdue: boolean
}

/**
 * Who pays when by the terms of one price: the prepaid part on the day of loading, the rest so many calendar or
 * banking days after its event. `today` YYYY-MM-DD. Kopecks of both parts add up to the price.
 */
export function paymentsOf(
  price: { who: Payment['who']; minor: number; currency: string; term: PaymentTerm | null; paidOn: string | null },
  dates: BaseDates,
  calendar: WorkCalendar,
  today: string,
): Payment[] {
  const { who, minor, currency, term, paidOn } = price
  const made = (part: Payment['part'], amount: number, due: Pick<Payment, 'dueOn' | 'why'>): Payment => ({
    who,
    part,
    minor: amount,
    currency,
    ...due,
    paidOn,
    overdue: paidOn === null && due.dueOn !== null && due.dueOn < today,
  })
  if (!term) return [made('rest', minor, { dueOn: null, why: 'no_term' })]
  const share = Math.min(100, Math.max(0, term.prepayPercent))
  const prepaid = divideRounded(minor * Math.round(share * 100), 10_000)
  const payments: Payment[] = []
  if (prepaid !== 0) payments.push(made('prepayment', prepaid, dueAfter(dates.loading, 0, false, calendar)))
  if (minor - prepaid !== 0 || prepaid === 0) {
    const base = term.event === null ? undefined : dates[term.event]
    payments.push(made('rest', minor - prepaid, dueAfter(base, term.days, term.bankDays, calendar)))
  }
  return payments
}

function dueAfter(
  base: string | undefined,
  days: number,
  bankDays: boolean,
  calendar: WorkCalendar,
): Pick<Payment, 'dueOn' | 'why'> {
  if (base === undefined) return { dueOn: null, why: 'no_base_date' }
  if (!bankDays) return { dueOn: addDays(base, days), why: 'counted' }
  const dueOn = calendar.addWorkingDays(base, days)
  return dueOn === null ? { dueOn: null, why: 'beyond_calendar' } : { dueOn, why: 'counted' }
}
