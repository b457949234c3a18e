import type { ProfitAnswer } from '../../../contract/profit.ts'
import type { PortalStore } from '../../store/database.ts'
import { readOrdersWithMoney, type OrderWithMoney } from '../../store/order-money.ts'

/** The orders a card speaks of: a deal's own, the one of a won copy, or the order itself. Oldest first. */
export function ordersOfCard(store: PortalStore, card: ProfitAnswer['card']): Promise<OrderWithMoney[]> {
  return readOrdersWithMoney(store, card.kind === 'deal' ? { dealId: card.id } : { orderId: card.id })
}

/** One of them; null when the order is not of this card. */
export async function orderOfCard(
  store: PortalStore,
  card: ProfitAnswer['card'],
  orderId: number,
): Promise<OrderWithMoney | null> {
  if (card.kind === 'order' && card.id !== orderId) return null
  return (await ordersOfCard(store, card)).find(({ order }) => order.id === orderId) ?? null
}
