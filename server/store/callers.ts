import { sql } from 'kysely'
import type { PortalStore } from './database.ts'

export interface NumberOwner {
  companyId: number
  title: string
  /** Whether it is known as a carrier: in the base, with offers, or with trips. */
  isCarrier: boolean
  /** The person of the company whose number it is; null where it is the company's own. */
  contactId: number | null
  person: string | null
}

/** Companies a number belongs to, carriers first; by their own phones, their people's, and dispatchers' in the base. */
export async function readNumberOwners(store: PortalStore, phone: string): Promise<NumberOwner[]> {
  const lastDigits = phone.replaceAll(/\D/g, '').slice(-10)
  if (lastDigits.length < 7) return []
  const { rows } = await sql<Omit<NumberOwner, 'isCarrier'> & { isCarrier: number }>`
    WITH found AS (
      SELECT ownerId AS companyId, NULL AS contactId FROM phone WHERE lastDigits = ${lastDigits} AND ownerKind = 'company'
      UNION ALL
      SELECT contact.companyId, contact.id FROM phone JOIN contact ON contact.id = phone.ownerId
      WHERE phone.lastDigits = ${lastDigits} AND phone.ownerKind = 'contact' AND contact.companyId IS NOT NULL
      UNION ALL
      SELECT carrier.companyId, contact.id FROM phone JOIN contact ON contact.id = phone.ownerId
      JOIN carrier ON carrier.contactId = contact.id
      WHERE phone.lastDigits = ${lastDigits} AND phone.ownerKind = 'contact' AND carrier.companyId IS NOT NULL),
    owner AS (SELECT companyId, max(contactId) AS contactId FROM found GROUP BY companyId)
    SELECT company.id AS companyId, company.title, owner.contactId,
      (SELECT name FROM contact WHERE id = owner.contactId) AS person,
      EXISTS (SELECT 1 FROM carrier WHERE companyId = company.id)
        OR EXISTS (SELECT 1 FROM carrierLane WHERE companyId = company.id)
        OR EXISTS (SELECT 1 FROM offer WHERE companyId = company.id) AS isCarrier
    FROM owner JOIN company ON company.id = owner.companyId
    ORDER BY isCarrier DESC, company.id LIMIT 8`.execute(store)
  return rows.map((row) => ({ ...row, isCarrier: row.isCarrier === 1 }))
}

/** The first phone of a lead, a contact or a company; null where it has none. */
export async function readFirstPhone(
  store: PortalStore,
  ownerKind: 'lead' | 'contact' | 'company',
  ownerId: number,
): Promise<string | null> {
  const row = await store
    .selectFrom('phone')
    .select('value')
    .where('ownerKind', '=', ownerKind)
    .where('ownerId', '=', ownerId)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  return row?.value ?? null
}

/** The company of a lead or of a contact as the copy has it. */
export async function readCompanyOf(store: PortalStore, kind: 'lead' | 'contact', id: number): Promise<number | null> {
  const row = await store.selectFrom(kind).select('companyId').where('id', '=', id).executeTakeFirst()
  return row?.companyId ?? null
}

/** People of a company, the newest first. */
export async function readContactIds(store: PortalStore, companyId: number, most: number): Promise<number[]> {
  const rows = await store
    .selectFrom('contact')
    .select('id')
    .where('companyId', '=', companyId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}
