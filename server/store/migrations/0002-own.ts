import { sql, type Kysely, type Migration } from 'kysely'

/** What is ours alone and precious: it is backed up, never rebuilt from the portal. */
const statements = [
  // A chain is what one press sends; its steps are delivered in order of dependency, each with its own state.
  `CREATE TABLE writeChain (
     key TEXT PRIMARY KEY, kind TEXT NOT NULL, userId INTEGER NOT NULL, input TEXT NOT NULL,
     loadKind TEXT, loadId INTEGER, companyId INTEGER, acceptedAt TEXT NOT NULL) WITHOUT ROWID`,
  `CREATE INDEX writeChainByLoad ON writeChain (loadKind, loadId)`,
  `CREATE TABLE writeStep (
     id INTEGER PRIMARY KEY, chainKey TEXT NOT NULL REFERENCES writeChain(key), position INTEGER NOT NULL,
     command TEXT NOT NULL, payload TEXT NOT NULL, dependsOn TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'done', 'refused', 'failed')),
     reason TEXT, attempts INTEGER NOT NULL DEFAULT 0, notBeforeAt TEXT, sentAt TEXT, portalId INTEGER, doneAt TEXT,
     UNIQUE (chainKey, position))`,
  `CREATE INDEX writeStepOpen ON writeStep (state, notBeforeAt) WHERE state IN ('pending', 'sending')`,
  `CREATE TABLE attempt (
     key TEXT PRIMARY KEY, loadKind TEXT NOT NULL, loadId INTEGER NOT NULL, companyId INTEGER NOT NULL,
     result TEXT NOT NULL, byUserId INTEGER NOT NULL, at TEXT NOT NULL, until TEXT, freePlaceText TEXT,
     freePlaceId INTEGER, comment TEXT) WITHOUT ROWID`,
  `CREATE INDEX attemptByLoad ON attempt (loadKind, loadId, at)`,
  `CREATE INDEX attemptByCompany ON attempt (companyId, at)`,
  `CREATE TABLE reveal (
     id INTEGER PRIMARY KEY, userId INTEGER NOT NULL, companyId INTEGER NOT NULL, loadKind TEXT, loadId INTEGER,
     why TEXT NOT NULL, at TEXT NOT NULL)`,
  `CREATE INDEX revealByUser ON reveal (userId, at)`,
  `CREATE TABLE taughtPlace (text TEXT PRIMARY KEY, placeId INTEGER NOT NULL, byUserId INTEGER NOT NULL, at TEXT NOT NULL) WITHOUT ROWID`,
  // The newest proof by the portal that a user may see an item: good for 15 minutes when the portal is silent.
  `CREATE TABLE proof (
     userId INTEGER NOT NULL, entityTypeId INTEGER NOT NULL, itemId INTEGER NOT NULL, at TEXT NOT NULL,
     PRIMARY KEY (userId, entityTypeId, itemId)) WITHOUT ROWID`,
  `CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
