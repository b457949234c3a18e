import { sql, type Kysely, type Migration } from 'kysely'

/** Writes to one item keep their order: each step says which item it writes to. */
const statements = [
  // Whatever waits from before this is kept in order by what it was about.
  `ALTER TABLE writeStep ADD COLUMN subject TEXT NOT NULL DEFAULT ''`,
  `UPDATE writeStep SET subject = command || ' ' || coalesce(
     (SELECT companyId FROM writeChain WHERE key = chainKey), chainKey)`,
  `CREATE INDEX writeStepBySubject ON writeStep (subject, state, id)`,
  // The partial index is of no use to a query whose states are parameters.
  `DROP INDEX writeStepOpen`,
  `CREATE INDEX writeStepByState ON writeStep (state, id)`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
