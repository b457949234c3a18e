import { sql, type Kysely, type Migration } from 'kysely'

/** Beside the time in stages: what calls, letters and messages the portal holds of the card. */
export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    await sql.raw('ALTER TABLE stageTimes ADD COLUMN talks TEXT').execute(database)
  },
}
