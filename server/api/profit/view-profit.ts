import type { Role } from '../../../contract/codes.ts'
import type { OrderProfit, ProfitAnswer, ProfitSums, TripProfit } from '../../../contract/profit.ts'
import type { Gazetteer } from '../../places/gazetteer.ts'
import { readCompanyTitles } from '../../store/candidates.ts'
import type { PortalStore } from '../../store/database.ts'
import { readAsOf } from '../../store/meta.ts'
import { readUsualOrders, type OrderWithMoney } from '../../store/order-money.ts'
import { figureOrder, paymentsOfOrder, type ProfitKnowledge } from './figure-order.ts'
import { sees, type ProfitSight } from './may-see.ts'
import { approvalOf } from './approval-of.ts'
import { equalPrices, mostPrice, offersOfOrder } from './order-prices.ts'
import { moscowDay } from './order-days.ts'
import { ordersOfCard } from './order-of-card.ts'
import { orderWarnings } from './order-warnings.ts'
import { readProfitKnowledge, type ProfitTools } from './profit-knowledge.ts'
import { readProfitSettings } from './read-profit-settings.ts'

export interface ProfitQuestion extends ProfitTools {
  store: PortalStore
  card: ProfitAnswer['card']
  sight: ProfitSight
  maySet: boolean
  settingsPath: string | null
  ratesPath: string | null
  viewer: { userId: number; isAdmin: boolean; roles: readonly Role[] }
  orderTypeId: number
  /** The margin a carrier's price is asked for; null: the portal's minimum, or none. */
  wantedShare: number | null
  /** UTC ISO. */
  now: string
}

/** Fewer trips are no habit. */
const USUAL_FROM = 3

/** What a deal's orders, or one order, earn; orders the viewer may not see are not in it. */
export async function viewProfit(question: ProfitQuestion): Promise<ProfitAnswer> {
  const { store, card, sight, now } = question
  const found = await ordersOfCard(store, card)
  const seen = found.filter(({ order }) => sees(sight, order))
  const ids = seen.map(({ order }) => order.id)
  const knowledge = await readProfitKnowledge(store, question, ids)
  const companyIds = seen.flatMap(({ order, money }) =>
    [order.companyId, order.carrierCompanyId, money?.ownCompanyId].filter((id): id is number => typeof id === 'number'),
  )
  const forms = Object.values(knowledge.entityOfForm)
  const titles = await readCompanyTitles(store, [...new Set([...companyIds, ...forms])])
  const orders: OrderProfit[] = []
  // A permanent deal has hundreds of orders; comparisons are looked at in one of them, or in a won copy's only one.
  const isAlone = seen.length === 1
  for (const one of seen) orders.push(await viewOrder(one, { ...question, knowledge, titles, isAlone }))
  const { minimumShare, goodShare } = await readProfitSettings(store)
  return {
    card,
    asOf: (await readAsOf(store)) ?? now,
    orderTypeId: question.orderTypeId,
    orders,
    total: totalOf(orders),
    minimumShare,
    goodShare,
    maySet: question.maySet,
    settingsPath: question.settingsPath,
    ratesPath: question.ratesPath,
  }
}

interface OrderQuestion extends ProfitQuestion {
  knowledge: ProfitKnowledge
  titles: ReadonlyMap<number, string>
  isAlone: boolean
}

async function viewOrder(one: OrderWithMoney, question: OrderQuestion): Promise<OrderProfit> {
  const { order, money } = one
  const { gazetteer, knowledge, store, isAlone } = question
  const nameOf = (id: number | null | undefined) => (id == null ? null : (question.titles.get(id) ?? null))
  const figured = figureOrder(one, knowledge)
  const { trip, own, expenses, profit, distance, days } = figured
  const payments = paymentsOfOrder(figured, one, knowledge.calendar, moscowDay(question.now))
  return {
    orderId: order.id,
    title: order.title,
    semantics: order.semantics,
    serviceOn: days.serviceOn,
    from: nameOfPlace(order.fromPlaceId, gazetteer) ?? order.loadText,
    to: nameOfPlace(order.toPlaceId, gazetteer) ?? order.unloadText,
    client: { name: nameOf(order.companyId), price: trip.client },
    carrier: { name: nameOf(order.carrierCompanyId), price: trip.carriers[0] ?? null },
    own: own && { ...own, title: nameOf(own.companyId) ?? '' },
    expenses: expenses.map(({ text, line, comment }) => ({ text, line, comment })),
    ...(await approvalOf(one, profit, question)),
    distance,
    profit,
    payments,
    warnings: orderWarnings(payments, money, knowledge),
    mostPrice: isAlone ? mostPrice(trip, knowledge, question.wantedShare) : null,
    equalPrices: isAlone ? equalPrices(trip) : null,
    offers: isAlone ? await offersOfOrder(store, order, trip, knowledge) : [],
    usual: isAlone ? await usualOf(order, question) : { lane: null, client: null },
  }
}

const nameOfPlace = (id: number | null, gazetteer: Gazetteer) =>
  id === null ? null : (gazetteer.byId(id)?.name ?? null)

/** What the newest finished trips of this lane and of this client left, this order apart. */
async function usualOf(order: OrderWithMoney['order'], question: OrderQuestion): Promise<OrderProfit['usual']> {
  const { store, knowledge, sight } = question
  const median = (orders: readonly OrderWithMoney[]) => {
    const shares = orders
      .filter((one) => one.order.id !== order.id && sees(sight, one.order))
      .flatMap((one) => {
        const { profit } = figureOrder(one, knowledge)
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
