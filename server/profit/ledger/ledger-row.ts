import type { TermEventCode } from '../../../contract/codes.ts'

/** Days since 1970-01-01; what is not known is `NO_DAY`. */
export type EpochDay = number
export const NO_DAY = -1

const DAY_MS = 86_400_000

/** Few thousands of days are asked hundreds of thousands of times. */
const known = new Map<string, EpochDay>()
const MOST_KNOWN = 20_000

export function epochDay(on: string | null | undefined): EpochDay {
  if (!on) return NO_DAY
  const found = known.get(on)
  if (found !== undefined) return found
  const day = Math.floor(Date.parse(`${on}T00:00:00Z`) / DAY_MS)
  if (known.size < MOST_KNOWN) known.set(on, day)
  return day
}

export function dayOfEpoch(day: EpochDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** A payment that has not been made yet, kopecks of our own currency. */
export interface OpenPayment {
  who: 'client' | 'carrier'
  /** null: the currency has no recorded rate. */
  minor: number | null
  /** Counted from what has happened; NO_DAY: see `expected`. */
  due: EpochDay
  /** What the term will count from, where it has not happened; null: no term, or nothing is promised. */
  expected: { event: TermEventCode | 'loading'; base: EpochDay; days: number; bankDays: boolean } | null
}

/** What reports keep of one order that was not cancelled. Ids that are not stated are 0. */
export interface LedgerRow {
  orderId: number
  dealId: number
  clientId: number
  carrierId: number
  fromPlaceId: number
  toPlaceId: number
  logistId: number
  managerId: number
  assignedById: number
  entityId: number
  /** Day of the service. */
  day: EpochDay
  isDone: boolean
  /** Kopecks without VAT; null: not calculable. */
  figures: { revenueMinor: number; costMinor: number; marginMinor: number } | null
  /** 0: not known. */
  km: number
  /** From the service to the client's money, days; null: not paid, or no day. */
  payDays: number | null
  /** The client's money after its day, days, negative when before; null as above. */
  lateDays: number | null
  /** From unloading to scans and to originals, days. */
  scanDays: number | null
  originalsDays: number | null
  /** Something in it is not in our own currency: its figures hang on recorded rates. */
  isForeign: boolean
  open: readonly OpenPayment[]
}
