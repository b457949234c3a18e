import { sql, type Kysely, type Migration } from 'kysely'

/** A rare body among a million offers: without its own stretch of an index all of them would have to be looked at. */
export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`CREATE INDEX offerByBody ON offer (body, createdAt, id)`.execute(database)
  },
}
