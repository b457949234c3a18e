import type { Db } from './database.ts'
import type { MetaState } from './meta.ts'

export const shelfSchema = `
  CREATE TABLE IF NOT EXISTS record (
    kind TEXT NOT NULL, id INTEGER NOT NULL, fields TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS record_mark (
    kind TEXT NOT NULL, mark TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (kind, mark, id)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS record_mark_id ON record_mark (kind, id);
`

interface Row {
  fields: string
}

/** Things of one kind, found by their ids and by the marks they carry. */
export interface Shelf<T extends { id: number }> {
  /** Gives it the next id of its kind. */
  add(fields: Omit<T, 'id'>): T
  /** Puts in one that has its id already and is new. */
  plant(value: T): void
  save(value: T): void
  get(id: number): T | null
  /** Oldest first. */
  list(): T[]
  /** Those above that id, oldest first, read as they are asked for. */
  after(id: number): Iterable<T>
  /** Those that carry the mark, oldest first. */
  marked(mark: string): T[]
  remove(id: number): void
  removeAll(): void
}

/** `marksOf` says what a thing is looked for by, beside its id: the card it stands on, somebody's tax number. */
export type MakeShelf = <T extends { id: number }>(kind: string, marksOf?: (value: T) => string[]) => Shelf<T>

/** The maker of shelves, which all stand in one table. */
export function createShelves(db: Db, meta: MetaState): MakeShelf {
  const save = db.prepare('INSERT OR REPLACE INTO record (kind, id, fields) VALUES (?, ?, ?)')
  const one = db.prepare<[string, number], Row>('SELECT fields FROM record WHERE kind = ? AND id = ?')
  const all = db.prepare<[string], Row>('SELECT fields FROM record WHERE kind = ? ORDER BY id')
  const above = 'SELECT fields FROM record WHERE kind = ? AND id > ? ORDER BY id LIMIT 200'
  const after = db.prepare<[string, number], Row>(above)
  const marked = db.prepare<[string, string], Row>(
    `SELECT r.fields FROM record_mark m JOIN record r ON r.kind = m.kind AND r.id = m.id
     WHERE m.kind = ? AND m.mark = ? ORDER BY m.id`,
  )
  const mark = db.prepare('INSERT OR IGNORE INTO record_mark (kind, mark, id) VALUES (?, ?, ?)')
  const unmark = db.prepare('DELETE FROM record_mark WHERE kind = ? AND id = ?')
  const remove = db.prepare('DELETE FROM record WHERE kind = ? AND id = ?')
  const removeAll = db.prepare('DELETE FROM record WHERE kind = ?')
  const unmarkAll = db.prepare('DELETE FROM record_mark WHERE kind = ?')
  return <T extends { id: number }>(kind: string, marksOf?: (value: T) => string[]): Shelf<T> => {
    const read = (row: Row): T => JSON.parse(row.fields) as T
    function put(value: T, isNew: boolean): void {
      save.run(kind, value.id, JSON.stringify(value))
      if (!marksOf) return
      if (!isNew) unmark.run(kind, value.id)
      for (const own of marksOf(value)) mark.run(kind, own, value.id)
    }
    return {
      add(fields) {
        const value = { ...fields, id: meta.nextId(kind) } as T
        put(value, true)
        return value
      },
      plant: (value) => put(value, true),
      save: (value) => put(value, false),
      get(id) {
        const row = one.get(kind, id)
        return row ? read(row) : null
      },
      list: () => all.all(kind).map(read),
      *after(id) {
        for (let page = after.all(kind, id); page.length > 0;) {
          const values = page.map(read)
          yield* values
          page = after.all(kind, values.at(-1)?.id ?? Infinity)
        }
      },
      marked: (wanted) => marked.all(kind, wanted).map(read),
      remove(id) {
        remove.run(kind, id)
        if (marksOf) unmark.run(kind, id)
      },
      removeAll() {
        removeAll.run(kind)
        unmarkAll.run(kind)
      },
    }
  }
}
