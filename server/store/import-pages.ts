import type { PortalStore } from './database.ts'
import type { PortalDatabase } from './schema.ts'

export type ImportPageRow = PortalDatabase['importPage']

/** How far the first import of each entity has come. */
export async function readImportPages(store: PortalStore): Promise<Map<string, ImportPageRow>> {
  const rows = await store.selectFrom('importPage').selectAll().execute()
  return new Map(rows.map((row) => [row.entity, row]))
}

/** Belongs in the transaction of the rows it speaks of: a killed import goes on after exactly what was committed. */
export async function saveImportPage(store: PortalStore, row: ImportPageRow): Promise<void> {
  await store.replaceInto('importPage').values(row).execute()
}

/** The entity will be read again from its first item. */
export async function forgetImportPage(store: PortalStore, entity: string): Promise<void> {
  await store.deleteFrom('importPage').where('entity', '=', entity).execute()
}
