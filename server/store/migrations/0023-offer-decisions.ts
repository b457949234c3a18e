import { sql, type Kysely, type Migration } from 'kysely'

/** What people decided on offers (precious: rounds of a bargain stand nowhere in the portal), and the page of all offers. */
const statements = [
  `CREATE TABLE offerDecision (
     chainKey TEXT NOT NULL, step INTEGER NOT NULL, offerId INTEGER NOT NULL, action TEXT NOT NULL, byUserId INTEGER NOT NULL, at TEXT NOT NULL,
     rateMinor INTEGER, rateCurrency TEXT, vat TEXT, reason TEXT, comment TEXT, validUntilAt TEXT,
     PRIMARY KEY (chainKey, step)) WITHOUT ROWID`,
  `CREATE INDEX offerDecisionByOffer ON offerDecision (offerId, at)`,
  // One step of an index a row, newest first, however many offers a portal has.
  `CREATE INDEX offerByTime ON offer (createdAt, id)`,
  `CREATE INDEX offerByAuthor ON offer (authorId, createdAt, id)`,
  `CREATE INDEX offerByStage ON offer (stage, createdAt, id)`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
