import { VAT_CODES } from '../../../contract/codes.ts'
import type { OrderProfit, ProfitAnswer, ProfitSums, TripProfit } from '../../../contract/profit.ts'
import type { DistanceEstimate } from '../../places/distance.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import { paymentsOf } from '../../profit/payment-calendar.ts'
import { tripProfit } from '../../profit/trip-profit.ts'
import type { ProfitSettings } from '../../profit/trip.ts'
import type { WorkCalendar } from '../../profit/work-calendar.ts'
import { readCompanyTitles } from '../../store/candidates.ts'
import type { PortalStore } from '../../store/database.ts'
import { readAsOf } from '../../store/meta.ts'
import { readOrdersWithMoney, readUsualOrders, type OrderWithMoney } from '../../store/order-money.ts'
import { readSetting } from '../../store/settings.ts'
import { sees, type ProfitSight } from './may-see.ts'
import { entityOf, readOwnEntities, type OwnEntities } from './own-entities.ts'
import { tripOfOrder } from './trip-of-order.ts'

export interface ProfitQuestion {
  store: PortalStore
  gazetteer: Gazetteer
  distance: DistanceEstimate
  calendar: WorkCalendar
  card: ProfitAnswer['card']
  sight: ProfitSight
  maySet: boolean
  orderTypeId: number
  /** UTC ISO. */
  now: string
}

/** Fewer trips are no habit. */
const USUAL_FROM = 3

/** What a deal's orders, or one order, earn; orders the viewer may not see are not in it. */
export async function viewProfit(question: ProfitQuestion): Promise<ProfitAnswer> {
  const { store, card, sight, now } = question
  const found = await readOrdersWithMoney(store, card.kind === 'deal' ? { dealId: card.id } : { orderId: card.id })
  const seen = found.filter(({ order }) => sees(sight, order))
  const settings = await settingsOf(store)
  const chosen = await readOwnEntities(store)
  const companyIds = seen.flatMap(({ order, money }) =>
    [order.companyId, order.carrierCompanyId, money?.ownCompanyId].filter((id): id is number => typeof id === 'number'),
  )
  const titles = await readCompanyTitles(store, [...new Set(companyIds)])
  const orders: OrderProfit[] = []
  for (const one of seen) orders.push(await viewOrder(one, { ...question, settings, chosen, titles }))
  return {
    card,
    asOf: (await readAsOf(store)) ?? now,
    orderTypeId: question.orderTypeId,
    orders,
    total: totalOf(orders),
    minimumShare: settings.minimumShare,
    maySet: question.maySet,
  }
}

interface OrderQuestion extends ProfitQuestion {
  settings: ProfitSettings
  chosen: OwnEntities
  titles: ReadonlyMap<number, string>
}

async function viewOrder(one: OrderWithMoney, question: OrderQuestion): Promise<OrderProfit> {
  const { order, money } = one
  const { gazetteer, titles, chosen, settings, calendar, now } = question
  const nameOf = (id: number | null | undefined) => (id == null ? null : (titles.get(id) ?? null))
  const clientVat = VAT_CODES.find((code) => code === order.clientVat) ?? null
  const own = entityOf(money?.ownCompanyId ?? null, nameOf(money?.ownCompanyId), clientVat, chosen)
  const distance = distanceOf(order, question)
  const { trip, expenses, dates } = tripOfOrder(one, own, distance?.km ?? null)
  const today = now.slice(0, 10)
  const payments = [
    ...(trip.client
      ? paymentsOf(
          { who: 'client', minor: trip.client.minor, term: trip.clientTerm, paidOn: money?.clientPaidOn ?? null },
          dates,
          calendar,
          today,
        )
      : []),
    ...trip.carriers.flatMap(({ minor }, index) =>
      paymentsOf(
        { who: 'carrier', minor, term: trip.carrierTerms[index] ?? null, paidOn: money?.carrierPaidOn ?? null },
        dates,
        calendar,
        today,
      ),
    ),
  ]
  return {
    orderId: order.id,
    title: order.title,
    semantics: order.semantics,
    serviceOn: trip.serviceOn,
    from: nameOfPlace(order.fromPlaceId, gazetteer) ?? order.loadText,
    to: nameOfPlace(order.toPlaceId, gazetteer) ?? order.unloadText,
    client: { name: nameOf(order.companyId), price: trip.client },
    carrier: { name: nameOf(order.carrierCompanyId), price: trip.carriers[0] ?? null },
    own,
    expenses: expenses.map(({ text, line }) => ({ text, line })),
    distance,
    profit: tripProfit(trip, settings),
    payments,
    // A permanent deal has hundreds of orders; the comparison is looked at in one of them.
    usual: question.card.kind === 'order' ? await usualOf(order, question) : { lane: null, client: null },
  }
}

function distanceOf({ distanceKm, fromPlaceId, toPlaceId }: OrderWithMoney['order'], question: OrderQuestion) {
  if (distanceKm !== null) return { km: distanceKm, source: 'typed' }
  const from = fromPlaceId === null ? null : question.gazetteer.byId(fromPlaceId)
  const to = toPlaceId === null ? null : question.gazetteer.byId(toPlaceId)
  if (!from || !to) return null
  const { km, source } = question.distance.between(from, to)
  return { km: Math.round(km), source }
}

const nameOfPlace = (id: number | null, gazetteer: Gazetteer) =>
  id === null ? null : (gazetteer.byId(id)?.name ?? null)

/** What the newest finished trips of this lane and of this client left, this order apart. */
async function usualOf(order: OrderWithMoney['order'], question: OrderQuestion): Promise<OrderProfit['usual']> {
  const { store, chosen, settings, sight } = question
  const median = (orders: readonly OrderWithMoney[]) => {
    const shares = orders
      .filter((one) => one.order.id !== order.id && sees(sight, one.order))
      .flatMap((one) => {
        const vat = VAT_CODES.find((code) => code === one.order.clientVat) ?? null
        const own = entityOf(one.money?.ownCompanyId ?? null, null, vat, chosen)
        const profit = tripProfit(tripOfOrder(one, own, null).trip, settings)
        return profit.state === 'known' && profit.fact.marginShare !== null ? [profit.fact.marginShare] : []
      })
      .sort((a, b) => a - b)
    return shares.length < USUAL_FROM ? null : { medianShare: shares[shares.length >> 1]!, count: shares.length }
  }
  const { fromPlaceId, toPlaceId, companyId } = order
  const lane = fromPlaceId !== null && toPlaceId !== null ? { fromPlaceId, toPlaceId } : null
  return {
    lane: lane && median(await readUsualOrders(store, { lane })),
    client: companyId === null ? null : median(await readUsualOrders(store, { clientId: companyId })),
  }
}

async function settingsOf(store: PortalStore): Promise<ProfitSettings> {
  const number = async (key: string, least: number, most: number) => {
    const value = await readSetting(store, key)
    return typeof value === 'number' && value >= least && value <= most ? value : null
  }
  return {
    currency: 'RUB',
    annualPercent: await number('annualPercent', 0, 200),
    cashPercent: (await number('cashPercent', 0, 100)) ?? 0,
    minimumShare: await number('minimumShare', -1, 1),
    exchange: () => null,
  }
}

type Known = Extract<TripProfit, { state: 'known' }>

function totalOf(orders: readonly OrderProfit[]): ProfitAnswer['total'] {
  const counted = orders.filter(({ semantics }) => semantics !== 'F')
  const known = counted.flatMap(({ profit }) => (profit.state === 'known' ? [profit] : []))
  if (known.length === 0) return null
  const sum = (field: Exclude<keyof ProfitSums, 'marginShare' | 'markupShare'>) =>
    known.reduce((total: number, { fact }: Known) => total + fact[field], 0)
  const netRevenueMinor = sum('netRevenueMinor')
  const netCostMinor = sum('netCostMinor')
  const netMarginMinor = sum('netMarginMinor')
  return {
    orders: known.length,
    unknown: counted.length - known.length,
    sums: {
      netRevenueMinor,
      netCostMinor,
      netMarginMinor,
      marginShare: netRevenueMinor === 0 ? null : netMarginMinor / netRevenueMinor,
      markupShare: netCostMinor === 0 ? null : netMarginMinor / netCostMinor,
      vatOwedMinor: sum('vatOwedMinor'),
      vatDeductedMinor: sum('vatDeductedMinor'),
      cashMinor: sum('cashMinor'),
      adjustedMarginMinor: sum('adjustedMarginMinor'),
    },
  }
}
