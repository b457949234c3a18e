import { VAT_CODES, type VatCode } from '../../../contract/codes.ts'
import type { OwnEntity, PaymentTerm, ProfitLine } from '../../../contract/profit.ts'
import type { BaseDates } from '../../profit/payment-calendar.ts'
import { readExpense, type ReadExpense } from '../../profit/read-expense.ts'
import type { Trip } from '../../profit/trip.ts'
import type { OrderWithMoney } from '../../store/order-money.ts'

/** An order as the calculation takes it, and its expenses as they were typed. */
export interface OrderTrip {
  trip: Trip
  expenses: ReadExpense[]
  dates: BaseDates
}

/** The day of service is the day of unloading; before it, the day it is promised for. */
export function tripOfOrder({ order, money }: OrderWithMoney, own: OwnEntity | null, km: number | null): OrderTrip {
  const expenses = (JSON.parse(money?.expenses ?? '[]') as string[]).map(readExpense)
  const unloaded = dayOf(order.unloadedAt)
  const serviceOn = unloaded ?? dayOf(order.unloadByAt) ?? dayOf(order.loadFromAt)
  const carrier = lineOf(order.carrierRateMinor, order.carrierRateCurrency, order.carrierVat)
  return {
    expenses,
    dates: present({
      loading: dayOf(order.loadedAt) ?? undefined,
      unloading: unloaded ?? undefined,
      scan: money?.docsSentOn ?? undefined,
      originals: money?.docsReceivedOn ?? undefined,
      invoice: unloaded ?? undefined,
    }),
    trip: {
      serviceOn,
      own: own?.regime ? { regime: own.regime, role: own.role } : null,
      client: lineOf(order.clientRateMinor, order.clientRateCurrency, order.clientVat),
      carriers: carrier ? [carrier] : [],
      expenses: expenses.flatMap(({ line }) => (line ? [line] : [])),
      km,
      clientTerm: termOf(money?.clientTerm),
      carrierTerms: carrier ? [termOf(money?.carrierTerm)] : [],
    },
  }
}

function lineOf(minor: number | null, currency: string | null, vat: string | null): ProfitLine | null {
  if (minor === null || currency === null) return null
  const known: VatCode | null = VAT_CODES.find((code) => code === vat) ?? null
  return { minor, currency, vat: known }
}

function termOf(json: string | null | undefined): PaymentTerm | null {
  return json ? (JSON.parse(json) as PaymentTerm) : null
}

const MOSCOW_MS = 3 * 3_600_000

/** The calendar day of a moment by Moscow, where the papers are dated. */
function dayOf(at: string | null): string | null {
  return at === null ? null : new Date(Date.parse(at) + MOSCOW_MS).toISOString().slice(0, 10)
}

function present<Value extends object>(value: { [Key in keyof Value]: Value[Key] | undefined }): Value {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Value
}
