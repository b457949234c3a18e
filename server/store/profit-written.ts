import type { Transaction } from 'kysely'
import type { PortalStore } from './database.ts'
import type { PortalDatabase } from './schema.ts'

export type ProfitWritten = PortalDatabase['profitWritten']

/** What was last written into each order of the portal. */
export async function readProfitWritten(store: PortalStore): Promise<Map<number, ProfitWritten>> {
  const rows = await store.selectFrom('profitWritten').selectAll().execute()
  return new Map(rows.map((row) => [row.orderId, row]))
}

export async function saveProfitWritten(store: Transaction<PortalDatabase>, row: ProfitWritten): Promise<void> {
  await store.replaceInto('profitWritten').values(row).execute()
}
