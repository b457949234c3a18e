import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'

/** What cards of orders and deals are called. */
export async function readOrderTitles(
  store: PortalStore,
  orderIds: readonly number[],
  dealIds: readonly number[],
): Promise<{ orders: Map<number, string>; deals: Map<number, string> }> {
  const orders = await store
    .selectFrom('load')
    .select(['id', 'title'])
    .where('kind', '=', 'order')
    .where('id', 'in', idList(orderIds))
    .execute()
  const deals = await store.selectFrom('deal').select(['id', 'title']).where('id', 'in', idList(dealIds)).execute()
  const titles = (rows: readonly { id: number; title: string }[]) => new Map(rows.map(({ id, title }) => [id, title]))
  return { orders: titles(orders), deals: titles(deals) }
}
