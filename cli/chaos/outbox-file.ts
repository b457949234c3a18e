import SQLite from 'better-sqlite3'

/** Looks into a portal's file beside the running server. */
export function readOutbox(file: string) {
  const database = new SQLite(file, { readonly: true })
  const column = <Value>(sql: string) => database.prepare(sql).pluck().all() as Value[]
  return {
    /** How many steps are not settled yet. */
    open: () => column<number>(`SELECT count(*) FROM writeStep WHERE state IN ('pending', 'sending')`)[0]!,
    /** How many steps were settled without success, by state, reason and command. */
    ended(): Record<string, number> {
      const rows = database
        .prepare(
          `SELECT state || ' ' || coalesce(reason, '') || ' ' || command AS why, count(*) AS steps FROM writeStep
           WHERE state IN ('refused', 'failed') GROUP BY 1 ORDER BY 1`,
        )
        .all() as { why: string; steps: number }[]
      return Object.fromEntries(rows.map(({ why, steps }) => [why, steps]))
    },
    /** What the steps that are not settled wait for, by state and reason. */
    waiting: () =>
      database
        .prepare(
          `SELECT state, reason, count(*) AS steps, min(notBeforeAt) AS fromAt FROM writeStep
           WHERE state IN ('pending', 'sending') GROUP BY 1, 2`,
        )
        .all(),
    /** Steps that were refused or given up, `key step`. */
    givenUp: () =>
      new Set(column<string>(`SELECT chainKey || ' ' || position FROM writeStep WHERE state IN ('refused', 'failed')`)),
    /** Keys of the presses of which something was refused, so far. */
    refusedKeys: () => column<string>(`SELECT DISTINCT chainKey FROM writeStep WHERE state IN ('refused', 'failed')`),
    attempts: () => column<string>('SELECT key FROM attempt'),
    close: () => database.close(),
  }
}

/** As an administrator would choose it: the app writes for who is signed out, so that nobody's write waits for him. */
export function chooseStandIn(file: string): void {
  const database = new SQLite(file)
  database.prepare(`INSERT INTO setting (key, value) VALUES ('signedOutWrites', '"app"')`).run()
  database.close()
}
