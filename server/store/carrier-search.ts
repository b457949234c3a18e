import { sql } from 'kysely'
import type { PortalStore } from './database.ts'

/** Carriers whose name holds a text, whatever its case; names that begin with it come first. */
export async function searchCarriers(
  store: PortalStore,
  text: string,
  limit: number,
): Promise<{ id: number; title: string }[]> {
  const wanted = text.toLocaleLowerCase('ru')
  const { rows } = await sql<{ id: number; title: string }>`
    SELECT id, title FROM company
    WHERE instr(fold(title), ${wanted}) > 0
      AND (EXISTS (SELECT 1 FROM carrier WHERE companyId = company.id)
        OR EXISTS (SELECT 1 FROM carrierLane WHERE companyId = company.id)
        OR EXISTS (SELECT 1 FROM offer WHERE companyId = company.id))
    ORDER BY instr(fold(title), ${wanted}), title, id LIMIT ${limit}`.execute(store)
  return rows
}
