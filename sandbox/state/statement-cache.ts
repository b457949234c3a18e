import type { Statement } from 'better-sqlite3'
import type { Db } from './database.ts'

const kept = 200

/** Prepares a statement that is made up at run time, or gives the one already prepared; the oldest are let go. */
export function createStatementCache(db: Db) {
  const statements = new Map<string, Statement>()
  return <Values extends unknown[], Row>(sql: string): Statement<Values, Row> => {
    let statement = statements.get(sql)
    if (!statement) {
      statement = db.prepare(sql)
      statements.set(sql, statement)
      const oldest = statements.size > kept ? statements.keys().next().value : undefined
      if (oldest !== undefined) statements.delete(oldest)
    }
    return statement as Statement<Values, Row>
  }
}
