import type { PortalStore } from './database.ts'
import type { LeadRow } from './lead-and-deal-writer.ts'

/** The copy of one lead; null when the copy does not have it. */
export async function readLead(store: PortalStore, id: number): Promise<LeadRow | null> {
  return (await store.selectFrom('lead').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}
