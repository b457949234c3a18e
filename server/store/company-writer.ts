import type { PortalStore } from './database.ts'
import { idList } from './id-list.ts'
import type { PortalDatabase } from './schema.ts'

export type CompanyRow = PortalDatabase['company']
export type ContactRow = PortalDatabase['contact']
export type PhoneRow = Omit<PortalDatabase['phone'], 'lastDigits'>

/** Enters or updates companies with their phones; a phone that is gone in the portal is gone here. */
export async function saveCompanies(
  store: PortalStore,
  rows: readonly CompanyRow[],
  phones: readonly PhoneRow[],
): Promise<void> {
  if (!rows.length) return
  await store
    .replaceInto('company')
    .values([...rows])
    .execute()
  await replacePhones(store, 'company', rows, phones)
}

export async function saveContacts(
  store: PortalStore,
  rows: readonly ContactRow[],
  phones: readonly PhoneRow[],
): Promise<void> {
  if (!rows.length) return
  await store
    .replaceInto('contact')
    .values([...rows])
    .execute()
  await replacePhones(store, 'contact', rows, phones)
}

/** Phones of people and companies, and of leads: whoever calls may be any of them. A phone that is gone is gone. */
export async function replacePhones(
  store: PortalStore,
  kind: PhoneRow['ownerKind'],
  owners: readonly { id: number }[],
  phones: readonly PhoneRow[],
): Promise<void> {
  const ids = owners.map((owner) => owner.id)
  await store.deleteFrom('phone').where('ownerKind', '=', kind).where('ownerId', 'in', idList(ids)).execute()
  if (phones.length)
    await store
      .insertInto('phone')
      .values([...phones])
      .execute()
}

export async function removeCompanies(store: PortalStore, ids: readonly number[]): Promise<void> {
  await store.deleteFrom('company').where('id', 'in', idList(ids)).execute()
  await store.deleteFrom('phone').where('ownerKind', '=', 'company').where('ownerId', 'in', idList(ids)).execute()
}

export async function removeContacts(store: PortalStore, ids: readonly number[]): Promise<void> {
  await store.deleteFrom('contact').where('id', 'in', idList(ids)).execute()
  await store.deleteFrom('phone').where('ownerKind', '=', 'contact').where('ownerId', 'in', idList(ids)).execute()
}
