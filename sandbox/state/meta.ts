import type { Db } from './database.ts'

export const metaSchema = `
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS sequence (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
`

export type MetaState = ReturnType<typeof createMetaState>

/** Single values of the portal, and the counters that hand out ids (never used twice, even after a deletion). */
export function createMetaState(db: Db) {
  const read = db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE name = ?')
  const write = db.prepare(
    'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  const next = db.prepare<[string], { value: number }>(
    'INSERT INTO sequence (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value',
  )
  const raise = db.prepare(
    'INSERT INTO sequence (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)',
  )
  return {
    get: (name: string): string | null => read.get(name)?.value ?? null,
    set: (name: string, value: string): void => void write.run(name, value),
    nextId: (name: string): number => next.get(name)?.value ?? 1,
    /** The next id will be above this one. */
    reserve: (name: string, upTo: number): void => void raise.run(name, upTo),
  }
}
