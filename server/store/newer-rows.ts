import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'

type Table = 'company' | 'contact' | 'lead' | 'deal' | 'offer' | 'carrier'

/**
 * Leaves out rows that are older than what the copy holds: a page read before an event and written after it must not
 * take the item back. Rows of the same moment count as newer: the portal's clock knows only seconds.
 */
export async function leaveOutOlder<Row extends { id: number; updatedAt: string }>(
  store: PortalStore,
  entity: Table | 'request' | 'order',
  rows: readonly Row[],
): Promise<Row[]> {
  if (!rows.length) return []
  const ids = idList(rows.map((row) => row.id))
  const found =
    entity === 'request' || entity === 'order'
      ? store.selectFrom('load').select(['id', 'updatedAt']).where('kind', '=', entity).where('id', 'in', ids).execute()
      : store.selectFrom(entity).select(['id', 'updatedAt']).where('id', 'in', ids).execute()
  const known = new Map((await found).map((row) => [row.id, row.updatedAt]))
  return rows.filter((row) => (known.get(row.id) ?? '') <= row.updatedAt)
}
