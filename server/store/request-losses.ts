import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import type { RequestLossRow } from './refusal-rows.ts'

/** Enters or updates what requests say of their loss. */
export async function saveRequestLosses(store: PortalStore, rows: readonly RequestLossRow[]): Promise<void> {
  if (rows.length)
    await store
      .replaceInto('requestLoss')
      .values([...rows])
      .execute()
}

export async function removeRequestLosses(store: PortalStore, ids: readonly number[]): Promise<void> {
  await store.deleteFrom('requestLoss').where('requestId', 'in', idList(ids)).execute()
}

export async function readRequestLoss(store: PortalStore, requestId: number): Promise<RequestLossRow | null> {
  const row = await store.selectFrom('requestLoss').selectAll().where('requestId', '=', requestId).executeTakeFirst()
  return row ?? null
}
