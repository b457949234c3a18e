import { sql, type Kysely, type Migration } from 'kysely'

/** What the Carriers tab and the marks of changes look up by, so that no row is read for nothing. */
const statements = [
  // Kilometres people wrote into finished orders: most orders of a lane may have none.
  `CREATE INDEX drivenLane ON load (fromPlaceId, toPlaceId, id, distanceKm)
     WHERE kind = 'order' AND semantics = 'S' AND distanceKm > 0`,
  `CREATE INDEX carrierByContact ON carrier (contactId) WHERE contactId IS NOT NULL`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
