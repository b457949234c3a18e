import type { PortalStore } from '../../store/database.ts'
import { readUsualOrders } from '../../store/order-money.ts'
import { figureOrder } from '../profit/figure-order.ts'
import { readProfitKnowledge, type ProfitTools } from '../profit/profit-knowledge.ts'

/** Fewer trips are no habit. */
const USUAL_FROM = 3

/** Median net margin of a client's newest finished trips, of net revenue; null where too few can be calculated. */
export async function clientMarginShare(
  store: PortalStore,
  tools: ProfitTools,
  clientId: number,
): Promise<number | null> {
  const orders = await readUsualOrders(store, { clientId })
  const knowledge = await readProfitKnowledge(
    store,
    tools,
    orders.map(({ order }) => order.id),
  )
  const shares = orders
    .flatMap((one) => {
      const { profit } = figureOrder(one, knowledge)
      return profit.state === 'known' && profit.fact.marginShare !== null ? [profit.fact.marginShare] : []
    })
    .toSorted((a, b) => a - b)
  return shares.length < USUAL_FROM ? null : shares[shares.length >> 1]!
}
