import type { Db } from './database.ts'

export const chatSchema = `
  CREATE TABLE IF NOT EXISTS chat (
    id INTEGER PRIMARY KEY, title TEXT NOT NULL, owner_id INTEGER NOT NULL, entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL, user_ids TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS chat_entity ON chat (entity_type, entity_id);
`

export interface Chat {
  id: number
  title: string
  ownerId: number
  /** What the chat is about: `CRM` and `DEAL|1663`; empty for a chat of its own. */
  entityType: string
  entityId: string
  userIds: number[]
}

export type ChatState = ReturnType<typeof createChatState>

export function createChatState(db: Db) {
  const add = db.prepare(
    `INSERT INTO chat (id, title, owner_id, entity_type, entity_id, user_ids)
     VALUES (@id, @title, @ownerId, @entityType, @entityId, @userIds)`,
  )
  const ofEntity = db.prepare<[string, string], { id: number; userIds: string }>(
    'SELECT id, user_ids AS userIds FROM chat WHERE entity_type = ? AND entity_id = ? ORDER BY id DESC',
  )
  return {
    add: (chat: Chat): void => void add.run({ ...chat, userIds: JSON.stringify(chat.userIds) }),
    /** The newest chat about that thing, and who is in it. */
    ofEntity(entityType: string, entityId: string): Pick<Chat, 'id' | 'userIds'> | null {
      const row = ofEntity.get(entityType, entityId)
      return row ? { id: row.id, userIds: JSON.parse(row.userIds) as number[] } : null
    },
  }
}
