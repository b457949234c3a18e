import { sql, type Kysely, type Migration } from 'kysely'

/** What the profit of an order is calculated from besides its prices. Terms and expenses are JSON. */
const statements = [
  `CREATE TABLE orderMoney (
     orderId INTEGER PRIMARY KEY, ownCompanyId INTEGER, clientForm TEXT, carrierForm TEXT,
     clientTerm TEXT, carrierTerm TEXT, expenses TEXT NOT NULL,
     docsSentOn TEXT, docsReceivedOn TEXT, clientPaidOn TEXT, carrierPaidOn TEXT)`,
  `CREATE INDEX tripByClient ON load (companyId, id) WHERE kind = 'order' AND semantics = 'S'`,
  `CREATE INDEX loadByDeal ON load (dealId) WHERE dealId IS NOT NULL`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
