import { VAT_CODES, type VatCode } from '../../../contract/codes.ts'
import type { OwnEntity, PaymentTerm, ProfitLine } from '../../../contract/profit.ts'
import { readExpense, type ReadExpense } from '../../profit/read-expense.ts'
import type { Trip } from '../../profit/trip.ts'
import type { FiguredColumns, OrderWithMoney } from '../../store/order-money.ts'
import type { OrderDays } from './order-days.ts'

/** An order as the calculation takes it, and its expenses as they were typed. */
export interface OrderTrip {
  trip: Trip
  expenses: ReadExpense[]
}

/** What is known of an order besides its own rows. */
export interface OrderFacts {
  days: OrderDays
  own: OwnEntity | null
  km: number | null
  /** Carriers awarded by their offers. */
  awarded: number
}

export function tripOfOrder({ order, money }: OrderWithMoney<FiguredColumns>, facts: OrderFacts): OrderTrip {
  const { days, own, km, awarded } = facts
  const typed = money?.expenses ?? '[]'
  const expenses = typed === '[]' ? [] : (JSON.parse(typed) as string[]).map(readExpense)
  const carrier = lineOf(order.carrierRateMinor, order.carrierRateCurrency, order.carrierVat)
  return {
    expenses,
    trip: {
      serviceOn: days.serviceOn,
      own: own?.regime ? { regime: own.regime, role: own.role } : null,
      client: lineOf(order.clientRateMinor, order.clientRateCurrency, order.clientVat),
      carriers: carrier ? [carrier] : [],
      expenses: expenses.flatMap(({ line }) => (line ? [line] : [])),
      km,
      clientTerm: termOf(money?.clientTerm),
      carrierTerms: carrier ? [termOf(money?.carrierTerm)] : [],
      happened: days.happened,
      awarded,
      odd: !money?.odd || money.odd === '[]' ? [] : (JSON.parse(money.odd) as string[]),
    },
  }
}

export function vatCode(text: string | null): VatCode | null {
  return VAT_CODES.find((code) => code === text) ?? null
}

function lineOf(minor: number | null, currency: string | null, vat: string | null): ProfitLine | null {
  return minor === null || currency === null ? null : { minor, currency, vat: vatCode(vat) }
}

function termOf(json: string | null | undefined): PaymentTerm | null {
  return json ? (JSON.parse(json) as PaymentTerm) : null
}
