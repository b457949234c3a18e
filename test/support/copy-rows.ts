import type { PortalStore } from '../../server/store/database.ts'
import type { PortalDatabase } from '../../server/store/schema.ts'

/** Copies all rows of these tables into a store that has none of them. */
export async function copyRows(
  from: PortalStore,
  to: PortalStore,
  tables: readonly (keyof PortalDatabase)[],
): Promise<void> {
  for (const table of tables) {
    // What a table works out by itself cannot be written.
    const rows = (await from.selectFrom(table).selectAll().execute()).map((row) => ({ ...row, lastDigits: undefined }))
    if (rows.length)
      await to
        .insertInto(table)
        .values(rows as never)
        .execute()
  }
}
