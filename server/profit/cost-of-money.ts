import type { PaymentTerm } from '../../contract/profit.ts'
import type { Trip } from './trip.ts'

const DAYS_A_YEAR = 365
/** Banking days are counted against calendar ones by the usual five of seven; exact days need a calendar of dates. */
const CALENDAR_PER_BANK_DAY = 7 / 5

/**
 * What it costs to have paid the carriers before the client pays: amount × annual rate × (client's days − carriers'
 * days) / 365, in kopecks; negative when the client pays first. `carriersMinor`: what each carrier gets, in our own currency. Prepaid parts count as paid on the day of loading.
 * null where terms or the rate are not known.
 */
export function costOfMoneyMinor(
  trip: Trip,
  carriersMinor: readonly number[],
  annualPercent: number | null,
): number | null {
  const { clientTerm, carrierTerms } = trip
  if (annualPercent === null || !clientTerm || carrierTerms.length < carriersMinor.length) return null
  const clientDays = averageDays(clientTerm)
  let weighted = 0
  let total = 0
  for (const [index, minor] of carriersMinor.entries()) {
    const term = carrierTerms[index]
    if (!term) return null
    weighted += minor * averageDays(term)
    total += minor
  }
  const carrierDays = total === 0 ? 0 : weighted / total
  return Math.round((total * annualPercent * (clientDays - carrierDays)) / 100 / DAYS_A_YEAR)
}

/** Days until the money is there, on the average of its parts. */
export function averageDays({ days, bankDays, prepayPercent }: PaymentTerm): number {
  const later = Math.min(100, Math.max(0, 100 - prepayPercent)) / 100
  return later * days * (bankDays ? CALENDAR_PER_BANK_DAY : 1)
}
