import { sql, type Kysely, type Migration } from 'kysely'

/** The order a won copy was made for, as the copy itself names it. The nightly reconcile fills what is here already. */
const statements = [
  `ALTER TABLE deal ADD COLUMN orderId INTEGER`,
  `CREATE INDEX dealByOrder ON deal (orderId) WHERE orderId IS NOT NULL`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
