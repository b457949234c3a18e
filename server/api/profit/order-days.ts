import type { BaseDates } from '../../profit/payment-calendar.ts'
import type { FiguredColumns, OrderWithMoney } from '../../store/order-money.ts'

/** Days of an order by Moscow, YYYY-MM-DD. */
export interface OrderDays {
  /** The day of unloading; before it, the day it is promised for, or the day of loading. */
  serviceOn: string | null
  /** What has happened, for terms to count from. */
  dates: BaseDates
  /** What terms will be counted from, where it has not happened yet. */
  promised: { loading: string | null; unloading: string | null }
  /** In the order it has to happen in. */
  happened: (string | null)[]
}

export function orderDays({ order, money }: OrderWithMoney<FiguredColumns>): OrderDays {
  const loaded = moscowDay(order.loadedAt)
  const unloaded = moscowDay(order.unloadedAt)
  const loading = moscowDay(order.loadFromAt)
  const unloading = moscowDay(order.unloadByAt)
  const dates: BaseDates = {}
  if (loaded) dates.loading = loaded
  if (unloaded) {
    dates.unloading = unloaded
    dates.invoice = unloaded
  }
  if (money?.docsSentOn) dates.scan = money.docsSentOn
  if (money?.docsReceivedOn) dates.originals = money.docsReceivedOn
  return {
    serviceOn: unloaded ?? unloading ?? loading,
    dates,
    promised: { loading: loaded ?? loading, unloading: unloaded ?? unloading ?? loading },
    happened: [loaded, unloaded, money?.docsReceivedOn ?? null],
  }
}

const MOSCOW_MS = 3 * 3_600_000
const LAST_HOUR_OF_THE_DAY = '20'

/** The calendar day of a moment by Moscow, where the papers are dated. */
export function moscowDay(at: string): string
export function moscowDay(at: string | null): string | null
export function moscowDay(at: string | null): string | null {
  if (at === null) return null
  // Before 21:00 of UTC it is the same day; hundreds of thousands of moments are asked.
  if (at.endsWith('Z') && at.slice(11, 13) <= LAST_HOUR_OF_THE_DAY) return at.slice(0, 10)
  return new Date(Date.parse(at) + MOSCOW_MS).toISOString().slice(0, 10)
}
