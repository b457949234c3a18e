import type { Db } from './database.ts'

export const statusSchema = `
  CREATE TABLE IF NOT EXISTS status (
    id INTEGER PRIMARY KEY, entity_id TEXT NOT NULL, status_id TEXT NOT NULL, name TEXT NOT NULL, name_init TEXT NOT NULL,
    sort INTEGER NOT NULL, is_system INTEGER NOT NULL, category_id INTEGER, color TEXT NOT NULL, semantics TEXT,
    UNIQUE (entity_id, status_id));
`

/** A row of a dictionary. Stages are such rows; `statusId` carries the full prefix (`DT1036_10:NEW`). */
export interface Status {
  id: number
  entityId: string
  statusId: string
  name: string
  nameInit: string
  sort: number
  isSystem: boolean
  categoryId: number | null
  color: string
  semantics: 'S' | 'F' | null
}

type StatusRow = Omit<Status, 'isSystem'> & { isSystem: number }

export type StatusState = ReturnType<typeof createStatusState>

/** Dictionaries: stages, sources, company types. */
export function createStatusState(db: Db) {
  const columns = `id, entity_id AS entityId, status_id AS statusId, name, name_init AS nameInit, sort,
    is_system AS isSystem, category_id AS categoryId, color, semantics`
  const all = db.prepare<[], StatusRow>(`SELECT ${columns} FROM status ORDER BY entity_id, sort, id`)
  const ofEntity = db.prepare<[string], StatusRow>(
    `SELECT ${columns} FROM status WHERE entity_id = ? ORDER BY sort, id`,
  )
  const one = db.prepare<[number], StatusRow>(`SELECT ${columns} FROM status WHERE id = ?`)
  const save = db.prepare(
    `INSERT INTO status (id, entity_id, status_id, name, name_init, sort, is_system, category_id, color, semantics)
     VALUES (@id, @entityId, @statusId, @name, @nameInit, @sort, @isSystem, @categoryId, @color, @semantics)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, sort = excluded.sort, color = excluded.color`,
  )
  const remove = db.prepare('DELETE FROM status WHERE id = ?')
  const removeEntity = db.prepare('DELETE FROM status WHERE entity_id = ?')
  const toStatus = (row: StatusRow): Status => ({ ...row, isSystem: row.isSystem === 1 })
  return {
    list: (): Status[] => all.all().map(toStatus),
    ofEntity: (entityId: string): Status[] => ofEntity.all(entityId).map(toStatus),
    get(id: number): Status | null {
      const row = one.get(id)
      return row ? toStatus(row) : null
    },
    save: (status: Status): void => void save.run({ ...status, isSystem: status.isSystem ? 1 : 0 }),
    remove: (id: number): void => void remove.run(id),
    removeEntity: (entityId: string): void => void removeEntity.run(entityId),
  }
}
