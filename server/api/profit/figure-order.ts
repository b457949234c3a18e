import type { OrderProfit, OwnEntity, TripProfit } from '../../../contract/profit.ts'
import type { DistanceEstimate } from '../../places/distance.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import { paymentsOf, type Payment } from '../../profit/payment-calendar.ts'
import type { ReadExpense } from '../../profit/read-expense.ts'
import { tripProfit } from '../../profit/trip-profit.ts'
import type { ProfitSettings, Trip } from '../../profit/trip.ts'
import type { WorkCalendar } from '../../profit/work-calendar.ts'
import type { FiguredColumns, OrderWithMoney } from '../../store/order-money.ts'
import { orderDays, type OrderDays } from './order-days.ts'
import { entityOf, type OwnEntities } from './own-entities.ts'
import { tripOfOrder, vatCode } from './trip-of-order.ts'

/** What a portal knows besides an order when it reckons what the order earns. */
export interface ProfitKnowledge {
  settings: ProfitSettings
  chosen: OwnEntities
  /** Payment form → our entity, for cards that name none. */
  entityOfForm: Readonly<Record<string, number>>
  calendar: WorkCalendar
  gazetteer: Gazetteer
  distance: DistanceEstimate
  /** Carriers awarded by their offers, where more than one is. */
  awarded: ReadonlyMap<number, number>
}

export interface FiguredOrder {
  days: OrderDays
  own: OwnEntity | null
  distance: OrderProfit['distance']
  trip: Trip
  expenses: ReadExpense[]
  profit: TripProfit
}

/** What one order earns: the only way to it, for the tab, the reports, the forecast and the write-back alike. */
export function figureOrder(one: OrderWithMoney<FiguredColumns>, knowledge: ProfitKnowledge): FiguredOrder {
  const { order, money } = one
  const { chosen, entityOfForm, settings } = knowledge
  const days = orderDays(one)
  const companyId = money?.ownCompanyId ?? entityOfForm[money?.clientForm ?? ''] ?? null
  const own = entityOf({ companyId, clientVat: vatCode(order.clientVat), serviceOn: days.serviceOn }, chosen)
  const distance = distanceOf(order, knowledge)
  const awarded = knowledge.awarded.get(order.id) ?? 0
  const { trip, expenses } = tripOfOrder(one, { days, own, km: distance?.km ?? null, awarded })
  return { days, own, distance, trip, expenses, profit: tripProfit(trip, settings) }
}

/** Who pays when, in the currency of each price. `today` YYYY-MM-DD. */
export function paymentsOfOrder(
  { trip, days }: Pick<FiguredOrder, 'trip' | 'days'>,
  { money }: Pick<OrderWithMoney<FiguredColumns>, 'money'>,
  calendar: WorkCalendar,
  today: string,
): Payment[] {
  const { client, clientTerm, carriers, carrierTerms } = trip
  const clientPrice = client && {
    ...client,
    who: 'client' as const,
    term: clientTerm,
    paidOn: money?.clientPaidOn ?? null,
  }
  const carrierPrices = carriers.map((carrier, index) => ({
    ...carrier,
    who: 'carrier' as const,
    term: carrierTerms[index] ?? null,
    paidOn: money?.carrierPaidOn ?? null,
  }))
  return [...(clientPrice ? [clientPrice] : []), ...carrierPrices].flatMap((price) =>
    paymentsOf(price, days.dates, calendar, today),
  )
}

function distanceOf(
  { distanceKm, fromPlaceId, toPlaceId }: FiguredColumns,
  knowledge: ProfitKnowledge,
): FiguredOrder['distance'] {
  if (distanceKm !== null) return { km: distanceKm, source: 'typed' }
  const from = fromPlaceId === null ? null : knowledge.gazetteer.byId(fromPlaceId)
  const to = toPlaceId === null ? null : knowledge.gazetteer.byId(toPlaceId)
  if (!from || !to) return null
  const { km, source } = knowledge.distance.between(from, to)
  return { km: Math.round(km), source }
}
