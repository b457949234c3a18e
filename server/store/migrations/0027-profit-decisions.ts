import { sql, type Kysely, type Migration } from 'kysely'

/**
 * Ours alone and precious: what was last written into the portal's orders, and who asked for and who allowed a margin
 * below the minimum.
 */
const statements = [
  `CREATE TABLE profitWritten (orderId INTEGER PRIMARY KEY, marginMinor INTEGER, share REAL, at TEXT NOT NULL)`,
  `CREATE TABLE profitApproval (
     key TEXT PRIMARY KEY, orderId INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('asked', 'allowed', 'declined')),
     marginMinor INTEGER NOT NULL, share REAL, minimumShare REAL NOT NULL, comment TEXT,
     askedById INTEGER NOT NULL, headId INTEGER NOT NULL, askedAt TEXT NOT NULL,
     decidedById INTEGER, decidedAt TEXT, decisionKey TEXT UNIQUE) WITHOUT ROWID`,
  `CREATE INDEX profitApprovalByOrder ON profitApproval (orderId, askedAt)`,
  // Two presses at once make one question.
  `CREATE UNIQUE INDEX profitApprovalOpen ON profitApproval (orderId) WHERE state = 'asked'`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
