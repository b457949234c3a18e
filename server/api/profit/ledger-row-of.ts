import { inOwnCurrency } from '../../profit/line-value.ts'
import { epochDay, NO_DAY, type LedgerRow, type OpenPayment } from '../../profit/ledger/ledger-row.ts'
import type { Payment } from '../../profit/payment-calendar.ts'
import type { FiguredColumns, OrderWithMoney } from '../../store/order-money.ts'
import { figureOrder, paymentsOfOrder, type FiguredOrder, type ProfitKnowledge } from './figure-order.ts'

/** Any day does: what is overdue is asked when it is asked. */
const ANY_DAY = '1970-01-01'

/** What reports keep of an order; null for one that was cancelled. */
export function ledgerRowOf(one: OrderWithMoney<FiguredColumns>, knowledge: ProfitKnowledge): LedgerRow | null {
  const { order, money } = one
  if (order.semantics === 'F') return null
  const figured = figureOrder(one, knowledge)
  const { trip, own, distance, profit, days } = figured
  const service = epochDay(days.serviceOn)
  const paid = epochDay(money?.clientPaidOn)
  const unloaded = epochDay(days.dates.unloading)
  const payments = paymentsOfOrder(figured, one, knowledge.calendar, ANY_DAY)
  const { currency } = knowledge.settings
  const lines = [...(trip.client ? [trip.client] : []), ...trip.carriers, ...trip.expenses]
  return {
    orderId: order.id,
    dealId: order.dealId ?? 0,
    clientId: order.companyId ?? 0,
    carrierId: order.carrierCompanyId ?? 0,
    fromPlaceId: order.fromPlaceId ?? 0,
    toPlaceId: order.toPlaceId ?? 0,
    logistId: order.logistId ?? 0,
    managerId: order.managerId ?? 0,
    assignedById: order.assignedById ?? 0,
    entityId: own?.companyId ?? 0,
    day: service,
    isDone: order.semantics === 'S',
    figures:
      profit.state === 'known'
        ? {
            revenueMinor: profit.fact.netRevenueMinor,
            costMinor: profit.fact.netCostMinor,
            marginMinor: profit.fact.netMarginMinor,
          }
        : null,
    km: distance?.km ?? 0,
    payDays: span(service, paid),
    lateDays: lateOf(payments, paid),
    scanDays: span(unloaded, epochDay(money?.docsSentOn)),
    originalsDays: span(unloaded, epochDay(money?.docsReceivedOn)),
    isForeign: lines.some((line) => line.currency !== currency),
    open: payments
      .filter(({ paidOn, minor }) => paidOn === null && minor !== 0)
      .map((payment) => openOf(payment, figured, knowledge)),
  }
}

/** Two years after a trip it is a mistyped year rather than a habit. */
const FARTHEST_DAYS = 730

function span(from: number, to: number): number | null {
  if (from === NO_DAY || to === NO_DAY || Math.abs(to - from) > FARTHEST_DAYS) return null
  return to - from
}

/** By the last of what the client had to pay: one day of payment is all the card has. */
function lateOf(payments: readonly Payment[], paid: number): number | null {
  const due = payments.findLast(({ who }) => who === 'client')?.dueOn
  return due ? span(epochDay(due), paid) : null
}

function openOf(payment: Payment, { trip, days }: FiguredOrder, { settings }: ProfitKnowledge): OpenPayment {
  const { who, part, minor, currency, dueOn, why } = payment
  const own = inOwnCurrency({ minor, currency, vat: null }, settings.currency, days.serviceOn ?? '', settings.exchange)
  const due = epochDay(dueOn)
  if (due !== NO_DAY) return { who, minor: own, due, expected: null }
  // Carriers' terms are those of the one in the card.
  const term = who === 'client' ? trip.clientTerm : (trip.carrierTerms[0] ?? null)
  if (!term || why === 'no_term') return { who, minor: own, due, expected: null }
  const { loading, unloading } = days.promised
  if (part === 'prepayment')
    return { who, minor: own, due, expected: { event: 'loading', base: epochDay(loading), days: 0, bankDays: false } }
  const event = term.event ?? 'unloading'
  const happened = term.event === null ? undefined : days.dates[term.event]
  // Beyond the calendar: the event has happened, and its papers need no more time.
  const expected = happened
    ? { event: 'unloading' as const, base: epochDay(happened), days: term.days, bankDays: term.bankDays }
    : { event, base: epochDay(unloading), days: term.days, bankDays: term.bankDays }
  return { who, minor: own, due, expected: term.event === null ? null : expected }
}
