import type { ExpenseLine, ProfitSums, TripProfit } from '../../contract/profit.ts'
import type { VatCode } from '../../contract/codes.ts'
import { divideRounded } from '../money/rounding.ts'
import { costOfMoneyMinor } from './cost-of-money.ts'
import { findingsOf } from './findings.ts'
import { gapsOf } from './gaps.ts'
import { inOwnCurrency, splitCost, splitRevenue } from './line-value.ts'
import type { ProfitSettings, Trip } from './trip.ts'

interface Valued {
  minor: number
  vat: VatCode
}

interface ValuedExpense extends Valued {
  line: ExpenseLine
}

/** A trip with everything stated and in one currency. */
interface ValuedTrip {
  own: NonNullable<Trip['own']>
  serviceOn: string
  client: Valued
  carriers: Valued[]
  expenses: ValuedExpense[]
}

/**
 * What a trip earns: every line freed of VAT by its own treatment and our own regime, each rounded once. What is
 * missing is named; an unknown is never counted as zero. Source of the rules: the VAT of freight forwarding, where the
 * forwarder is principal (tax on the whole price) or agent (tax on his fee).
 */
export function tripProfit(trip: Trip, settings: ProfitSettings): TripProfit {
  const missing = gapsOf(trip, settings)
  if (missing.length > 0) return { state: 'unknown', missing, findings: findingsOf(trip, null, settings) }
  const valued = valuedTrip(trip, settings)
  const plan = sumsOf(valued, expensesAsPlanned(valued.expenses), settings)
  const fact = sumsOf(valued, expensesSoFar(valued.expenses), settings)
  return {
    state: 'known',
    currency: settings.currency,
    plan,
    fact,
    costOfMoneyMinor: costOfMoneyMinor(
      trip,
      valued.carriers.map(({ minor }) => minor),
      settings.annualPercent,
    ),
    perKm: perKm(fact, trip.km),
    findings: findingsOf(trip, fact, settings),
  }
}

function valuedTrip(trip: Trip, settings: ProfitSettings): ValuedTrip {
  const { serviceOn, own, client } = trip as Trip & { serviceOn: string; own: ValuedTrip['own']; client: Valued }
  const value = (line: Parameters<typeof inOwnCurrency>[0]): Valued => ({
    // Gaps were looked for before: the rate is there and the treatment is known.
    minor: inOwnCurrency(line, settings.currency, serviceOn, settings.exchange)!,
    vat: line.vat!,
  })
  return {
    own,
    serviceOn,
    client: value(client as never),
    carriers: trip.carriers.map(value),
    expenses: trip.expenses.map((line) => ({ ...value(line), line })),
  }
}

const expensesAsPlanned = (expenses: readonly ValuedExpense[]) =>
  expenses.filter(({ line }) => line.phase === 'planned')

/** A plan stands until something actual of the same kind and direction is known. */
function expensesSoFar(expenses: readonly ValuedExpense[]): ValuedExpense[] {
  const keyOf = ({ line }: ValuedExpense) => `${line.kind} ${line.direction}`
  const happened = new Set(expenses.filter(({ line }) => line.phase === 'actual').map(keyOf))
  return expenses.filter((expense) => expense.line.phase === 'actual' || !happened.has(keyOf(expense)))
}

function sumsOf(trip: ValuedTrip, expenses: readonly ValuedExpense[], { cashPercent }: ProfitSettings): ProfitSums {
  const { own, serviceOn, client } = trip
  const isLeg = ({ line }: ValuedExpense) => line.direction === 'out' && line.kind === 'carriage'
  const carriers = [...trip.carriers, ...expenses.filter(isLeg)]
  const paidOut = expenses.filter((expense) => expense.line.direction === 'out' && !isLeg(expense))
  const paidIn = expenses.filter(({ line }) => line.direction === 'in')
  // An agent's price is his fee: the carriers' papers go through him to the client as they are.
  const isAgent = own.role === 'agent'
  const passedOn = isAgent ? carriers.reduce((sum, { minor }) => sum + minor, 0) : 0
  const revenues = [
    splitRevenue(client.minor - passedOn, client.vat, own.regime, serviceOn),
    ...paidIn.map(({ minor, vat }) => splitRevenue(minor, vat, incomeRegime(vat, own.regime), serviceOn)),
  ]
  const costs = [...(isAgent ? [] : carriers), ...paidOut].map(({ minor, vat }) => splitCost(minor, vat, own.regime))
  const netRevenueMinor = sum(revenues.map(({ netMinor }) => netMinor))
  const netCostMinor = sum(costs.map(({ netMinor }) => netMinor))
  const netMarginMinor = netRevenueMinor - netCostMinor
  const cashMinor = sum([...carriers, ...paidOut].filter(({ vat }) => vat === 'cash').map(({ minor }) => minor))
  return {
    netRevenueMinor,
    netCostMinor,
    netMarginMinor,
    marginShare: netRevenueMinor === 0 ? null : netMarginMinor / netRevenueMinor,
    markupShare: netCostMinor === 0 ? null : netMarginMinor / netCostMinor,
    vatOwedMinor: sum(revenues.map(({ vatMinor }) => vatMinor)),
    vatDeductedMinor: sum(costs.map(({ vatMinor }) => vatMinor)),
    cashMinor,
    adjustedMarginMinor: netMarginMinor - divideRounded(cashMinor * Math.round(cashPercent * 100), 10_000),
  }
}

/** A fine or a compensation paid to us without VAT is no price of a service: no tax is inside it. */
function incomeRegime(vat: VatCode, own: ValuedTrip['own']['regime']): ValuedTrip['own']['regime'] {
  return vat === 'none' || vat === 'cash' ? 'simplified_none' : own
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

function perKm(fact: ProfitSums, km: number | null) {
  if (km === null || !Number.isFinite(km) || km <= 0) return null
  const each = (minor: number) => Math.round(minor / km)
  return {
    revenueMinor: each(fact.netRevenueMinor),
    costMinor: each(fact.netCostMinor),
    marginMinor: each(fact.netMarginMinor),
  }
}
