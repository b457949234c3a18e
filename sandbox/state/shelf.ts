import type { Db } from './database.ts'
import type { MetaState } from './meta.ts'

export const shelfSchema = `
  CREATE TABLE IF NOT EXISTS record (
    kind TEXT NOT NULL, id INTEGER NOT NULL, fields TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
`

interface Row {
  fields: string
}

/** Things of one kind by their ids, for what a portal has few of and nobody looks for by anything but its id. */
export interface Shelf<T extends { id: number }> {
  /** Gives it the next id of its kind. */
  add(fields: Omit<T, 'id'>): T
  save(value: T): void
  get(id: number): T | null
  /** Oldest first. */
  list(): T[]
  remove(id: number): void
  removeAll(): void
}

export type MakeShelf = <T extends { id: number }>(kind: string) => Shelf<T>

/** The maker of shelves, which all stand in one table. */
export function createShelves(db: Db, meta: MetaState): MakeShelf {
  const save = db.prepare('INSERT OR REPLACE INTO record (kind, id, fields) VALUES (?, ?, ?)')
  const one = db.prepare<[string, number], Row>('SELECT fields FROM record WHERE kind = ? AND id = ?')
  const all = db.prepare<[string], Row>('SELECT fields FROM record WHERE kind = ? ORDER BY id')
  const remove = db.prepare('DELETE FROM record WHERE kind = ? AND id = ?')
  const removeAll = db.prepare('DELETE FROM record WHERE kind = ?')
  return <T extends { id: number }>(kind: string): Shelf<T> => ({
    add(fields) {
      const value = { ...fields, id: meta.nextId(kind) } as T
      save.run(kind, value.id, JSON.stringify(value))
      return value
    },
    save: (value) => void save.run(kind, value.id, JSON.stringify(value)),
    get(id) {
      const row = one.get(kind, id)
      return row ? (JSON.parse(row.fields) as T) : null
    },
    list: () => all.all(kind).map((row) => JSON.parse(row.fields) as T),
    remove: (id) => void remove.run(kind, id),
    removeAll: () => void removeAll.run(kind),
  })
}
