import { sql, type Kysely, type Migration } from 'kysely'

/**
 * Rates of exchange as the portal gave them on a day, roubles for one unit in ten-thousandths. Rates of the past
 * cannot be asked of the portal again, so these rows are precious.
 */
const statements = [
  `CREATE TABLE exchangeRate (currency TEXT NOT NULL, onDay TEXT NOT NULL, rate INTEGER NOT NULL,
     PRIMARY KEY (currency, onDay)) WITHOUT ROWID`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
