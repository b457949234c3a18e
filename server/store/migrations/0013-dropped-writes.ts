import { sql, type Kysely, type Migration } from 'kysely'

/** A write that was refused or given up stays in sight until somebody lets it go. */
const statements = [
  `ALTER TABLE writeChain ADD COLUMN droppedAt TEXT`,
  `ALTER TABLE writeChain ADD COLUMN droppedByUserId INTEGER`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
