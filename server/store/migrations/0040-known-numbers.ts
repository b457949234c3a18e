import { sql, type Kysely, type Migration } from 'kysely'

/** Numbers a carrier with a trip under way was last seen with, beside his accounts; NULL: not looked at yet. */
export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    await sql.raw(`ALTER TABLE bankAccount ADD COLUMN numbers TEXT`).execute(database)
  },
}
