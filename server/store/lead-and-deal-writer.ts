import { replacePhones, type PhoneRow } from './company-writer.ts'
import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import { noteLostMoves } from './lost-moves.ts'
import type { PortalDatabase } from './schema.ts'

export type LeadRow = PortalDatabase['lead']
export type DealRow = PortalDatabase['deal']

/** Enters or updates leads with the phones of those who called. */
export async function saveLeads(
  store: PortalStore,
  rows: readonly LeadRow[],
  phones: readonly PhoneRow[] = [],
): Promise<void> {
  if (!rows.length) return
  await noteLostMoves(store, 'lead', rows)
  await store
    .replaceInto('lead')
    .values([...rows])
    .execute()
  await replacePhones(store, 'lead', rows, phones)
}

export async function saveDeals(store: PortalStore, rows: readonly DealRow[]): Promise<void> {
  if (rows.length)
    await store
      .replaceInto('deal')
      .values([...rows])
      .execute()
}

export async function removeLeads(store: PortalStore, ids: readonly number[]): Promise<void> {
  await store.deleteFrom('lead').where('id', 'in', idList(ids)).execute()
  await store.deleteFrom('phone').where('ownerKind', '=', 'lead').where('ownerId', 'in', idList(ids)).execute()
}

export async function removeDeals(store: PortalStore, ids: readonly number[]): Promise<void> {
  await store.deleteFrom('deal').where('id', 'in', idList(ids)).execute()
}
