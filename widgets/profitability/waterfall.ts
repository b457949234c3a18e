import type { OrderProfit, TripProfit } from '../../contract/profit.ts'
import type { MarginLevel } from '../shared/margin-level.ts'

/** One bar: `start` and `width` are shares of the whole width. */
export interface WaterfallStep {
  name: 'price' | 'income' | 'vat' | 'cost' | 'margin'
  /** The margin is coloured as its number is. */
  kind: 'total' | 'less' | 'more' | MarginLevel
  minor: number
  start: number
  width: number
}

/** From the client's price through tax and costs to what remains; steps of nothing are left out. */
export function waterfall(
  order: OrderProfit,
  { fact }: Extract<TripProfit, { state: 'known' }>,
  level: MarginLevel,
): WaterfallStep[] {
  const gross = fact.netRevenueMinor + fact.vatOwedMinor
  const price = order.client.price?.currency === 'RUB' ? Math.min(order.client.price.minor, gross) : gross
  const income = gross - price
  const scale = Math.max(gross, gross - fact.netMarginMinor, 1)
  const bar = (name: WaterfallStep['name'], kind: WaterfallStep['kind'], minor: number, from: number, to: number) => ({
    name,
    kind,
    minor,
    start: Math.max(0, Math.min(from, to)) / scale,
    width: Math.abs(to - from) / scale,
  })
  const net = fact.netRevenueMinor
  const steps = [
    bar('price', 'total', price, 0, price),
    bar('income', 'more', income, price, gross),
    bar('vat', 'less', -fact.vatOwedMinor, net, gross),
    bar('cost', 'less', -fact.netCostMinor, Math.max(0, net - fact.netCostMinor), net),
    bar('margin', level, fact.netMarginMinor, 0, Math.abs(fact.netMarginMinor)),
  ]
  return steps.filter((step) => step.name === 'margin' || step.minor !== 0)
}
