import { sql } from 'kysely'
import type { PortalStore } from './database.ts'

/** A company as far as it takes to tell whether a row of a file is the same one. */
export interface KnownCompany {
  id: number
  title: string
  /** The last ten digits of its numbers. */
  phones: string[]
  inBase: boolean
}

/** Every company the copy has. */
export async function listKnownCompanies(store: PortalStore): Promise<KnownCompany[]> {
  const { rows } = await sql<{ id: number; title: string; phones: string | null; inBase: number }>`
    SELECT company.id, company.title,
      (SELECT json_group_array(value) FROM phone WHERE ownerKind = 'company' AND ownerId = company.id) AS phones,
      EXISTS (SELECT 1 FROM carrier WHERE carrier.companyId = company.id) AS inBase
    FROM company ORDER BY company.id`.execute(store)
  return rows.map(({ id, title, phones, inBase }) => ({
    id,
    title,
    phones: (JSON.parse(phones ?? '[]') as string[]).map(lastDigits),
    inBase: inBase === 1,
  }))
}

/** What two spellings of one number have in common. */
export function lastDigits(phone: string): string {
  return phone.replace(/\D/g, '').slice(-10)
}
