import type { Database } from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

/** Texts built from lists of ids differ every time: beyond this many the oldest go. */
const MOST = 400

/**
 * The connection as Kysely knows it, with compiled statements kept by their text: Kysely compiles each one anew, and a
 * list of carriers asks some twenty.
 */
export function keptStatements(connection: Database): SqliteDatabase {
  const kept = new Map<string, ReturnType<SqliteDatabase['prepare']>>()
  return {
    close: () => {
      kept.clear()
      connection.close()
    },
    prepare(text) {
      const known = kept.get(text)
      if (known) return known
      const made = connection.prepare(text) as unknown as ReturnType<SqliteDatabase['prepare']>
      kept.set(text, made)
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST) break
        kept.delete(oldest)
      }
      return made
    },
  }
}
