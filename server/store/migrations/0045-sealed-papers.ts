import { sql, type Kysely, type Migration } from 'kysely'

/** What lay openly before papers were sealed: drafts go, and a driver’s number leaves the presses that held it. */
export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    await sql.raw('DELETE FROM captureDraft WHERE body IS NOT NULL').execute(database)
    await sql
      .raw(
        `UPDATE writeChain SET input = json_remove(input, '$.driverPhone') WHERE json_extract(input, '$.driverPhone') IS NOT NULL`,
      )
      .execute(database)
  },
}
