import type { Transaction } from 'kysely'
import type { PortalStore } from './database.ts'
import type { PortalDatabase, ProfitApprovalRow } from './schema.ts'

/** Call it inside the transaction that accepts the chain. False when the order has an open question already. */
export async function addProfitApproval(store: Transaction<PortalDatabase>, row: ProfitApprovalRow): Promise<boolean> {
  const open = await store
    .selectFrom('profitApproval')
    .select('key')
    .where('orderId', '=', row.orderId)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  if (open) return false
  await store.insertInto('profitApproval').values(row).execute()
  return true
}

export async function findProfitApproval(store: PortalStore, key: string): Promise<ProfitApprovalRow | null> {
  const row = await store.selectFrom('profitApproval').selectAll().where('key', '=', key).executeTakeFirst()
  return row ?? null
}

/** The newest of an order. */
export async function newestApproval(store: PortalStore, orderId: number): Promise<ProfitApprovalRow | null> {
  const row = await store
    .selectFrom('profitApproval')
    .selectAll()
    .where('orderId', '=', orderId)
    .orderBy('askedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Decides one that is open still; false when somebody was faster. */
export async function decideProfitApproval(
  store: Transaction<PortalDatabase>,
  key: string,
  decision: { state: 'allowed' | 'declined'; decidedById: number; decidedAt: string; decisionKey: string },
): Promise<boolean> {
  const { numUpdatedRows } = await store
    .updateTable('profitApproval')
    .set(decision)
    .where('key', '=', key)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
