import { sql, type Kysely, type Migration } from 'kysely'

/** Which companies are our own legal entities, as the portal marks them. */
const statements = [
  `ALTER TABLE company ADD COLUMN isOwn INTEGER NOT NULL DEFAULT 0`,
  `CREATE INDEX ownCompany ON company (id) WHERE isOwn = 1`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
