import { sql, type Kysely, type Migration } from 'kysely'

/** Rates of a lane are asked for the last year only: older rows are not even looked at. */
const statements = [
  `DROP INDEX offerByLane`,
  `CREATE INDEX offerByLane ON offer (fromPlaceId, toPlaceId, createdAt)`,
  `DROP INDEX loadByLane`,
  `CREATE INDEX loadByLane ON load (fromPlaceId, toPlaceId, kind, createdAt)`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
