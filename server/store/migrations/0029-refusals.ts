import { sql, type Kysely, type Migration } from 'kysely'

/**
 * Refusals are ours alone and precious: who asked, who decided, what they saw. `requestLoss` is copied from the
 * portal; `lostMove` are moves to a lost stage that sync has seen and nobody has judged yet, or has judged.
 */
const statements = [
  `CREATE TABLE refusal (
     key TEXT PRIMARY KEY, cardKind TEXT NOT NULL, cardId INTEGER NOT NULL,
     state TEXT NOT NULL, version INTEGER NOT NULL, policy TEXT NOT NULL, reason TEXT NOT NULL, comment TEXT NOT NULL,
     nextContactOn TEXT, askerId INTEGER NOT NULL, mode TEXT NOT NULL, seats TEXT NOT NULL, approvals TEXT NOT NULL,
     escalated INTEGER NOT NULL, escalateAt TEXT, expiresAt TEXT,
     source TEXT NOT NULL CHECK (source IN ('form', 'card', 'robot')),
     stage TEXT NOT NULL, managerId INTEGER, clientId INTEGER, fromPlaceId INTEGER, toPlaceId INTEGER,
     sumMinor INTEGER, sumCurrency TEXT, sumVat TEXT, bestShare REAL,
     askedAt TEXT NOT NULL, decidedAt TEXT, usedAt TEXT) WITHOUT ROWID`,
  `CREATE INDEX refusalByCard ON refusal (cardKind, cardId, askedAt)`,
  // Two presses at once make one question.
  `CREATE UNIQUE INDEX refusalOpen ON refusal (cardKind, cardId) WHERE state IN ('waiting', 'questioned')`,
  `CREATE INDEX refusalByTime ON refusal (askedAt)`,
  `CREATE TABLE refusalStep (
     id INTEGER PRIMARY KEY, refusalKey TEXT NOT NULL REFERENCES refusal(key), key TEXT NOT NULL UNIQUE,
     at TEXT NOT NULL, byUserId INTEGER, insteadOfId INTEGER, action TEXT NOT NULL, text TEXT, toUserId INTEGER,
     untilOn TEXT, sawId TEXT)`,
  `CREATE INDEX refusalStepByRefusal ON refusalStep (refusalKey, id)`,
  `CREATE TABLE refusalEvidence (id TEXT PRIMARY KEY, seen TEXT NOT NULL) WITHOUT ROWID`,
  `CREATE TABLE stageTimes (
     cardKind TEXT NOT NULL, cardId INTEGER NOT NULL, stages TEXT NOT NULL, at TEXT NOT NULL,
     PRIMARY KEY (cardKind, cardId)) WITHOUT ROWID`,
  `CREATE TABLE requestLoss (requestId INTEGER PRIMARY KEY, reason TEXT, comment TEXT, nextContactOn TEXT)`,
  `CREATE TABLE lostMove (
     id INTEGER PRIMARY KEY, cardKind TEXT NOT NULL, cardId INTEGER NOT NULL, fromStage TEXT NOT NULL,
     toStage TEXT NOT NULL, seenAt TEXT NOT NULL, verdict TEXT, byUserId INTEGER, judgedAt TEXT)`,
  `CREATE INDEX lostMoveOpen ON lostMove (id) WHERE verdict IS NULL`,
  `CREATE INDEX lostMoveByCard ON lostMove (cardKind, cardId, id)`,
  `CREATE TABLE personLanguage (userId INTEGER PRIMARY KEY, language TEXT NOT NULL)`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
