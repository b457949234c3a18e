import type { Db } from './database.ts'

export const placementSchema = `
  CREATE TABLE IF NOT EXISTS placement (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL, handler TEXT NOT NULL, user_id INTEGER NOT NULL, title TEXT NOT NULL,
    description TEXT NOT NULL, languages TEXT NOT NULL, options TEXT NOT NULL);
`

/** Titles by language, in the portal's spelling: `{ ru: { TITLE, DESCRIPTION, GROUP_NAME } }`. */
export type PlacementTexts = Record<string, Record<string, string>>

export interface Placement {
  id: number
  code: string
  handler: string
  /** 0: for everyone. */
  userId: number
  title: string
  description: string
  languages: PlacementTexts
  options: Record<string, unknown>
}

type PlacementRow = Omit<Placement, 'languages' | 'options'> & { languages: string; options: string }

export type PlacementState = ReturnType<typeof createPlacementState>

export function createPlacementState(db: Db) {
  const list = db.prepare<[], PlacementRow>(
    'SELECT id, code, handler, user_id AS userId, title, description, languages, options FROM placement ORDER BY id',
  )
  const add = db.prepare(
    `INSERT INTO placement (id, code, handler, user_id, title, description, languages, options)
     VALUES (@id, @code, @handler, @userId, @title, @description, @languages, @options)`,
  )
  const remove = db.prepare('DELETE FROM placement WHERE id = ?')
  return {
    list: (): Placement[] =>
      list.all().map((row) => ({
        ...row,
        languages: JSON.parse(row.languages) as PlacementTexts,
        options: JSON.parse(row.options) as Placement['options'],
      })),
    add(placement: Placement): void {
      add.run({
        ...placement,
        languages: JSON.stringify(placement.languages),
        options: JSON.stringify(placement.options),
      })
    },
    remove: (id: number): void => void remove.run(id),
    removeAll: (): void => void db.exec('DELETE FROM placement'),
  }
}
