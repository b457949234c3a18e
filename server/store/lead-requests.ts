import type { PortalStore } from './database.ts'

/** Whether a lead has another request that is still worked on. */
export async function hasOpenRequests(store: PortalStore, leadId: number, besidesId: number): Promise<boolean> {
  const row = await store
    .selectFrom('load')
    .select('id')
    .where('kind', '=', 'request')
    .where('leadId', '=', leadId)
    .where('semantics', '=', 'P')
    .where('id', '!=', besidesId)
    .executeTakeFirst()
  return row !== undefined
}
