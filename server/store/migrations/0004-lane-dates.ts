import { sql, type Kysely, type Migration } from 'kysely'

/**
 * Rates of a lane are asked for the last year only, and of a carrier shown only the newest: other rows are not even
 * looked at.
 */
const statements = [
  `DROP INDEX offerByLane`,
  `CREATE INDEX offerByLane ON offer (fromPlaceId, toPlaceId, createdAt)`,
  `DROP INDEX loadByLane`,
  `CREATE INDEX loadByLane ON load (fromPlaceId, toPlaceId, kind, createdAt)`,
  `CREATE INDEX offerByCompanyAt ON offer (companyId, createdAt)
     WHERE rateMinor > 0 AND rateCurrency IS NOT NULL AND fromPlaceId IS NOT NULL AND toPlaceId IS NOT NULL`,
  `CREATE INDEX offerByCompanyLane ON offer (companyId, fromPlaceId, toPlaceId, createdAt)
     WHERE rateMinor > 0 AND rateCurrency IS NOT NULL`,
  `CREATE INDEX tripByCarrierAt ON load (carrierCompanyId, coalesce(loadFromAt, createdAt))
     WHERE kind = 'order' AND semantics = 'S' AND carrierRateMinor > 0 AND carrierRateCurrency IS NOT NULL
       AND fromPlaceId IS NOT NULL AND toPlaceId IS NOT NULL`,
  `CREATE INDEX tripByCarrierLane ON load (carrierCompanyId, fromPlaceId, toPlaceId, coalesce(loadFromAt, createdAt))
     WHERE kind = 'order' AND semantics = 'S' AND carrierRateMinor > 0 AND carrierRateCurrency IS NOT NULL`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
