import { sql, type Kysely, type Migration } from 'kysely'

/** Indices that the Carriers tab reads by alone, so that no wide row is fetched for a number out of it. */
const statements = [
  `CREATE INDEX carrierLaneByTo ON carrierLane (toPlaceId)`,
  `DROP INDEX offerByCompany`,
  `CREATE INDEX offerByCompany ON offer (companyId, body, capacityKg, volumeM3)`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
