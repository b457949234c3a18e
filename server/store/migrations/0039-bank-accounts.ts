import { sql, type Kysely, type Migration } from 'kysely'

/**
 * Where we last saw that money of carriers with a trip under way goes. A fingerprint and the last digits tell whether
 * an account has changed and which it was; the account itself stays in the portal.
 */
const statements = [
  `CREATE TABLE bankAccount (
     companyId INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL, tails TEXT NOT NULL, seenAt TEXT NOT NULL) WITHOUT ROWID`,
  // Who has a trip under way is asked every few minutes of all orders there are.
  `CREATE INDEX tripUnderWay ON load (carrierCompanyId)
     WHERE kind = 'order' AND semantics = 'P' AND carrierCompanyId IS NOT NULL`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
