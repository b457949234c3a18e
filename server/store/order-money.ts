import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import type { LoadRow, OrderMoneyRow } from './schema.ts'

/** Enters or updates what orders say of money besides their prices. */
export async function saveOrderMoney(store: PortalStore, rows: readonly OrderMoneyRow[]): Promise<void> {
  if (!rows.length) return
  await store
    .replaceInto('orderMoney')
    .values([...rows])
    .execute()
}

export async function removeOrderMoney(store: PortalStore, orderIds: readonly number[]): Promise<void> {
  await store.deleteFrom('orderMoney').where('orderId', 'in', idList(orderIds)).execute()
}

/** An order with its money; an order imported before there was such a thing has none yet. */
export interface OrderWithMoney {
  order: LoadRow
  money: OrderMoneyRow | null
}

/** Orders of a deal, or one order by its id, oldest first. */
export async function readOrdersWithMoney(
  store: PortalStore,
  of: { dealId: number } | { orderId: number },
): Promise<OrderWithMoney[]> {
  const orders = await store
    .selectFrom('load')
    .selectAll()
    .where('kind', '=', 'order')
    .$if('dealId' in of, (query) => query.where('dealId', '=', 'dealId' in of ? of.dealId : 0))
    .$if('orderId' in of, (query) => query.where('id', '=', 'orderId' in of ? of.orderId : 0))
    .orderBy('id')
    .execute()
  const ids = orders.map(({ id }) => id)
  const money = await store.selectFrom('orderMoney').selectAll().where('orderId', 'in', idList(ids)).execute()
  const byOrder = new Map(money.map((row) => [row.orderId, row]))
  return orders.map((order) => ({ order, money: byOrder.get(order.id) ?? null }))
}

/** Newest finished orders compared with: of a lane, or of a client. */
export async function readUsualOrders(
  store: PortalStore,
  of: { lane: { fromPlaceId: number; toPlaceId: number } } | { clientId: number },
  limit = 30,
): Promise<OrderWithMoney[]> {
  const finished = store
    .selectFrom('load')
    .selectAll()
    .where('kind', '=', 'order')
    .where('semantics', '=', 'S')
    .orderBy('id', 'desc')
    .limit(limit)
  const orders = await (
    'lane' in of
      ? finished.where('fromPlaceId', '=', of.lane.fromPlaceId).where('toPlaceId', '=', of.lane.toPlaceId)
      : finished.where('companyId', '=', of.clientId)
  ).execute()
  const ids = idList(orders.map(({ id }) => id))
  const money = await store.selectFrom('orderMoney').selectAll().where('orderId', 'in', ids).execute()
  const byOrder = new Map(money.map((row) => [row.orderId, row]))
  return orders.map((order) => ({ order, money: byOrder.get(order.id) ?? null }))
}
