import { sql, type Kysely, type Migration } from 'kysely'

/**
 * Rates of exchange as directors have said them, for days the portal was not asked on. Ours alone and precious. Rows
 * are only ever added: the newest of a currency and a day counts, one without a rate takes the word back, and all of
 * them together tell who has changed what. `insteadOf`: the portal's rate of that day that was put aside knowingly.
 */
const statements = [
  `CREATE TABLE statedExchangeRate (
     id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, currency TEXT NOT NULL, onDay TEXT NOT NULL,
     rate INTEGER, insteadOf INTEGER, byUserId INTEGER NOT NULL, at TEXT NOT NULL)`,
  `CREATE INDEX statedExchangeRateByDay ON statedExchangeRate (currency, onDay, id)`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
