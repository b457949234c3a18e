import { sql, type Kysely, type Migration } from 'kysely'

/** What a card holds that cannot be taken as it stands: to be shown for what it is rather than as missing. */
const statements = [`ALTER TABLE orderMoney ADD COLUMN odd TEXT NOT NULL DEFAULT '[]'`]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
