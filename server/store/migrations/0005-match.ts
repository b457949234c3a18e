import { sql, type Kysely, type Migration } from 'kysely'

/** What matching reads beyond history: trucks on our own orders, inner lengths, and the rules heads have set. */
const statements = [
  `ALTER TABLE vehicle ADD COLUMN lengthM REAL`,
  // Orders on the road, and those unloaded within days, are few: both indices are walked through, and hold all that is
  // asked, so that no wide row of an order is read.
  `CREATE INDEX runningOrder ON load (
     toPlaceId, fromPlaceId, carrierCompanyId, loadFromAt, loadedAt, unloadByAt, unloadedAt, distanceKm, semantics)
     WHERE kind = 'order' AND semantics = 'P' AND carrierCompanyId IS NOT NULL`,
  `CREATE INDEX unloadedOrder ON load (unloadedAt, toPlaceId, fromPlaceId, carrierCompanyId)
     WHERE kind = 'order' AND unloadedAt IS NOT NULL AND carrierCompanyId IS NOT NULL`,
  // Ours alone and precious. Lists are JSON; a condition that is null is none.
  `CREATE TABLE matchRule (
     key TEXT PRIMARY KEY, action TEXT NOT NULL CHECK (action IN ('boost', 'hide', 'prefer')),
     priority INTEGER NOT NULL, companyIds TEXT NOT NULL, clientId INTEGER,
     fromPlaceId INTEGER, toPlaceId INTEGER, fromRegion TEXT, toRegion TEXT, body TEXT,
     note TEXT, untilOn TEXT, byUserId INTEGER NOT NULL, at TEXT NOT NULL) WITHOUT ROWID`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
