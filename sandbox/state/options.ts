import type { Db } from './database.ts'

export const optionSchema = `
  CREATE TABLE IF NOT EXISTS app_option (
    user_id INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (user_id, name)) WITHOUT ROWID;
`

/** The owner of the options that belong to the application as a whole. */
export const wholeApp = 0

export type OptionState = ReturnType<typeof createOptionState>

/** Options the application keeps in the portal: its own and each user's. */
export function createOptionState(db: Db) {
  const list = db.prepare<[number], { name: string; value: string }>(
    'SELECT name, value FROM app_option WHERE user_id = ? ORDER BY name',
  )
  const save = db.prepare(
    'INSERT INTO app_option (user_id, name, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  return {
    all(userId: number): Record<string, unknown> {
      return Object.fromEntries(list.all(userId).map((row) => [row.name, JSON.parse(row.value) as unknown]))
    },
    set: (userId: number, name: string, value: unknown): void => void save.run(userId, name, JSON.stringify(value)),
    removeAll: (): void => void db.exec('DELETE FROM app_option'),
  }
}
