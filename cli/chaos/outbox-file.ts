import SQLite from 'better-sqlite3'

export interface OutboxCounts {
  /** Steps not settled yet. */
  open: number
  /** Steps settled without success, by state and reason. */
  ended: Record<string, number>
}

/** Looks into a portal's file beside the running server. */
export function readOutbox(file: string) {
  const database = new SQLite(file, { readonly: true })
  const column = <Value>(sql: string) => database.prepare(sql).pluck().all() as Value[]
  return {
    counts(): OutboxCounts {
      const [open] = column<number>(`SELECT count(*) FROM writeStep WHERE state IN ('pending', 'sending')`)
      const ended = database
        .prepare(
          `SELECT state || ' ' || coalesce(reason, '') || ' ' || command AS why, count(*) AS steps FROM writeStep
           WHERE state IN ('refused', 'failed') GROUP BY 1 ORDER BY 1`,
        )
        .all() as { why: string; steps: number }[]
      return { open: open!, ended: Object.fromEntries(ended.map(({ why, steps }) => [why, steps])) }
    },
    /** Keys of the chains of which something was refused or given up, with the reasons. */
    givenUp(): Map<string, string[]> {
      const rows = database
        .prepare(`SELECT chainKey, reason FROM writeStep WHERE state IN ('refused', 'failed')`)
        .all() as { chainKey: string; reason: string | null }[]
      const keys = new Map<string, string[]>()
      for (const { chainKey, reason } of rows) keys.set(chainKey, [...(keys.get(chainKey) ?? []), reason ?? ''])
      return keys
    },
    attempts: () => column<string>('SELECT key FROM attempt'),
    close: () => database.close(),
  }
}
