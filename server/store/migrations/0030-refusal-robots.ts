import { sql, type Kysely, type Migration } from 'kysely'

/** Robots of the portal that wait for a refusal to be decided; each is answered once, by its own token. */
const statements = [
  `CREATE TABLE refusalRobot (
     eventToken TEXT PRIMARY KEY, refusalKey TEXT NOT NULL, at TEXT NOT NULL) WITHOUT ROWID`,
  `CREATE INDEX refusalRobotByRefusal ON refusalRobot (refusalKey)`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
