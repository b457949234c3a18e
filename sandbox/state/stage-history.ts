import type { Db } from './database.ts'

export const historySchema = `
  CREATE TABLE IF NOT EXISTS stage_history (
    id INTEGER PRIMARY KEY, entity_type_id INTEGER NOT NULL, owner_id INTEGER NOT NULL, type_id INTEGER NOT NULL,
    created_time INTEGER NOT NULL, category_id INTEGER, stage_id TEXT NOT NULL, semantics TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS stage_history_owner ON stage_history (entity_type_id, owner_id);
`

/** `typeId`: 1 created, 2 moved, 3 moved to a final stage. */
export interface StageMove {
  entityTypeId: number
  ownerId: number
  typeId: 1 | 2 | 3
  createdTime: number
  categoryId: number | null
  stageId: string
  semantics: string
}

export type HistoryState = ReturnType<typeof createHistoryState>

export function createHistoryState(db: Db) {
  const add = db.prepare(
    `INSERT INTO stage_history (entity_type_id, owner_id, type_id, created_time, category_id, stage_id, semantics)
     VALUES (@entityTypeId, @ownerId, @typeId, @createdTime, @categoryId, @stageId, @semantics)`,
  )
  return { add: (move: StageMove): void => void add.run(move) }
}
