import type { PortalStore } from './database.ts'

/** Who brought the offers of a load that are still open: those who have to hear that the load is gone. */
export async function readOpenOfferAuthors(
  store: PortalStore,
  kind: 'request' | 'order',
  loadId: number,
): Promise<number[]> {
  const rows = await store
    .selectFrom('offer')
    .select('authorId')
    .distinct()
    .where(kind === 'request' ? 'requestId' : 'orderId', '=', loadId)
    .where('semantics', '=', 'P')
    .where('authorId', 'is not', null)
    .orderBy('authorId')
    .execute()
  return rows.map(({ authorId }) => authorId!)
}
