import { sql, type Kysely, type Migration } from 'kysely'

/** The registry: which portals we serve, and the tokens of their people, sealed. */
const statements = [
  `CREATE TABLE portal (
     memberId TEXT PRIMARY KEY, clientEndpoint TEXT NOT NULL, oauthEndpoint TEXT NOT NULL, origin TEXT NOT NULL,
     applicationToken TEXT, installedByUserId INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('installing', 'installed', 'removed')),
     createdAt TEXT NOT NULL, installedAt TEXT, removedAt TEXT) WITHOUT ROWID`,
  `CREATE INDEX portalByOrigin ON portal (origin)`,
  `CREATE TABLE token (
     memberId TEXT NOT NULL REFERENCES portal(memberId) ON DELETE CASCADE, userId INTEGER NOT NULL,
     access TEXT NOT NULL, refresh TEXT NOT NULL, expiresAt TEXT NOT NULL, goneAt TEXT,
     PRIMARY KEY (memberId, userId)) WITHOUT ROWID`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
