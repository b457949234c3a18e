import type { Db } from './database.ts'

export const commentSchema = `
  CREATE TABLE IF NOT EXISTS comment (
    id INTEGER PRIMARY KEY, entity_type_id INTEGER NOT NULL, entity_id INTEGER NOT NULL, author_id INTEGER NOT NULL,
    created INTEGER NOT NULL, text TEXT NOT NULL, files TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS comment_entity ON comment (entity_type_id, entity_id, id);
`

export interface CommentFile {
  id: number
  name: string
  size: number
}

export interface Comment {
  id: number
  entityTypeId: number
  entityId: number
  authorId: number
  /** Seconds since the epoch. */
  created: number
  text: string
  files: CommentFile[]
}

type CommentRow = Omit<Comment, 'files'> & { files: string }

export type CommentState = ReturnType<typeof createCommentState>

/** Comments of the timelines. */
export function createCommentState(db: Db) {
  const fields =
    'id, entity_type_id AS entityTypeId, entity_id AS entityId, author_id AS authorId, created, text, files'
  const save = db.prepare(
    `INSERT OR REPLACE INTO comment (id, entity_type_id, entity_id, author_id, created, text, files)
     VALUES (@id, @entityTypeId, @entityId, @authorId, @created, @text, @files)`,
  )
  const one = db.prepare<[number], CommentRow>(`SELECT ${fields} FROM comment WHERE id = ?`)
  const ofEntity = db.prepare<[number, number], CommentRow>(
    `SELECT ${fields} FROM comment WHERE entity_type_id = ? AND entity_id = ? ORDER BY id`,
  )
  const remove = db.prepare('DELETE FROM comment WHERE id = ?')
  const removeAll = db.prepare('DELETE FROM comment WHERE entity_type_id = ? AND entity_id = ?')
  const toComment = (row: CommentRow): Comment => ({ ...row, files: JSON.parse(row.files) as CommentFile[] })
  return {
    save: (comment: Comment): void => void save.run({ ...comment, files: JSON.stringify(comment.files) }),
    get(id: number): Comment | null {
      const row = one.get(id)
      return row ? toComment(row) : null
    },
    ofEntity: (entityTypeId: number, entityId: number): Comment[] =>
      ofEntity.all(entityTypeId, entityId).map(toComment),
    remove: (id: number): void => void remove.run(id),
    removeOfEntity: (entityTypeId: number, entityId: number): void => void removeAll.run(entityTypeId, entityId),
  }
}
