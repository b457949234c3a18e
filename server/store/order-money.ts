import { sql, type Transaction } from 'kysely'
import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import type { LoadRow, OrderMoneyRow, PortalDatabase } from './schema.ts'

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

/** The expenses of an order as their texts are to stand, in the transaction that accepts their writing. */
export async function saveExpenses(
  transaction: Transaction<PortalDatabase>,
  orderId: number,
  expenses: readonly string[],
): Promise<void> {
  await transaction
    .updateTable('orderMoney')
    .set({ expenses: JSON.stringify(expenses) })
    .where('orderId', '=', orderId)
    .execute()
}

/** The columns of an order that its profit rests on: hundreds of thousands are read at a time. */
const FIGURED = [
  'id',
  'semantics',
  'assignedById',
  'companyId',
  'dealId',
  'fromPlaceId',
  'toPlaceId',
  'loadFromAt',
  'unloadByAt',
  'clientRateMinor',
  'clientRateCurrency',
  'clientVat',
  'distanceKm',
  'carrierCompanyId',
  'carrierRateMinor',
  'carrierRateCurrency',
  'carrierVat',
  'loadedAt',
  'unloadedAt',
  'logistId',
  'managerId',
] as const satisfies (keyof LoadRow)[]
export type FiguredColumns = Pick<LoadRow, (typeof FIGURED)[number]>

/** An order with its money; an order imported before there was such a thing has none yet. */
export interface OrderWithMoney<Order extends FiguredColumns = LoadRow> {
  order: Order
  money: OrderMoneyRow | null
}

/**
 * Orders of a deal, or one order by its id, oldest first. A won copy has no orders under it: its trip is the order it
 * names, where that is of the same client.
 */
export async function readOrdersWithMoney(
  store: PortalStore,
  of: { dealId: number } | { orderId: number },
): Promise<OrderWithMoney[]> {
  const orders = await store
    .selectFrom('load')
    .selectAll()
    .where('kind', '=', 'order')
    .$if('dealId' in of, (query) => query.where(isOfDeal('dealId' in of ? of.dealId : 0)))
    .$if('orderId' in of, (query) => query.where('id', '=', 'orderId' in of ? of.orderId : 0))
    .orderBy('id')
    .execute()
  return withMoney(store, orders)
}

const isOfDeal = (dealId: number) => sql<boolean>`(load.dealId = ${dealId} OR load.id = (
  SELECT deal.orderId FROM deal WHERE deal.id = ${dealId} AND deal.companyId IS load.companyId
  AND NOT EXISTS (SELECT 1 FROM load AS own WHERE own.kind = 'order' AND own.dealId = deal.id)))`

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
  return withMoney(store, orders)
}

/** How many orders the copy holds, of all states. */
export async function countOrders(store: PortalStore): Promise<number> {
  const { orders } = await store
    .selectFrom('load')
    .select((found) => found.fn.countAll<number>().as('orders'))
    .where('kind', '=', 'order')
    .executeTakeFirstOrThrow()
  return orders
}

/** Orders after this id, oldest first, a part at a time. */
export async function readFiguredAfter(
  store: PortalStore,
  afterId: number,
  limit: number,
): Promise<OrderWithMoney<FiguredColumns>[]> {
  const orders = await store
    .selectFrom('load')
    .select(FIGURED)
    .where('kind', '=', 'order')
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute()
  const last = orders.at(-1)?.id
  if (last === undefined) return []
  const money = await store
    .selectFrom('orderMoney')
    .selectAll()
    .where('orderId', '>', afterId)
    .where('orderId', '<=', last)
    .execute()
  return joined(orders, money)
}

/** These orders, as far as they are there. */
export async function readFigured(
  store: PortalStore,
  ids: readonly number[],
): Promise<OrderWithMoney<FiguredColumns>[]> {
  const orders = await store
    .selectFrom('load')
    .select(FIGURED)
    .where('kind', '=', 'order')
    .where('id', 'in', idList(ids))
    .execute()
  return withMoney(store, orders)
}

/** Orders of which more than one carrier's offer was awarded: order → how many carriers. */
export async function readSeveralAwarded(
  store: PortalStore,
  orderIds: readonly number[] | null,
): Promise<Map<number, number>> {
  const rows = await store
    .selectFrom('offer')
    .select(['orderId', sql<number>`count(DISTINCT companyId)`.as('carriers')])
    .where('semantics', '=', 'S')
    .where('orderId', 'is not', null)
    .$if(orderIds !== null, (query) => query.where('orderId', 'in', idList(orderIds ?? [])))
    .groupBy('orderId')
    .having(sql<number>`count(DISTINCT companyId)`, '>', 1)
    .execute()
  return new Map(rows.map(({ orderId, carriers }) => [orderId!, carriers]))
}

async function withMoney<Order extends FiguredColumns>(
  store: PortalStore,
  orders: Order[],
): Promise<OrderWithMoney<Order>[]> {
  const ids = idList(orders.map(({ id }) => id))
  return joined(orders, await store.selectFrom('orderMoney').selectAll().where('orderId', 'in', ids).execute())
}

function joined<Order extends FiguredColumns>(
  orders: readonly Order[],
  money: readonly OrderMoneyRow[],
): OrderWithMoney<Order>[] {
  const byOrder = new Map(money.map((row) => [row.orderId, row]))
  return orders.map((order) => ({ order, money: byOrder.get(order.id) ?? null }))
}
