import type { Db } from './database.ts'

export const notificationSchema = `
  CREATE TABLE IF NOT EXISTS notification (
    id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL, author_id INTEGER NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL,
    tag TEXT NOT NULL, sub_tag TEXT NOT NULL, created INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS notification_user ON notification (user_id, id);
`

export interface Notification {
  id: number
  userId: number
  authorId: number
  kind: 'personal' | 'system'
  message: string
  tag: string
  subTag: string
  /** Seconds since the epoch. */
  created: number
}

export type NotificationState = ReturnType<typeof createNotificationState>

/** Bell notifications. A new one with the same tag takes the place of the earlier one for that user. */
export function createNotificationState(db: Db) {
  const columns = 'id, user_id AS userId, author_id AS authorId, kind, message, tag, sub_tag AS subTag, created'
  const ofUser = db.prepare<[number], Notification>(`SELECT ${columns} FROM notification WHERE user_id = ? ORDER BY id`)
  const all = db.prepare<[], Notification>(`SELECT ${columns} FROM notification ORDER BY id`)
  const removeTagged = db.prepare('DELETE FROM notification WHERE user_id = ? AND tag = ?')
  const add = db.prepare(
    `INSERT INTO notification (id, user_id, author_id, kind, message, tag, sub_tag, created)
     VALUES (@id, @userId, @authorId, @kind, @message, @tag, @subTag, @created)`,
  )
  const remove = db.prepare('DELETE FROM notification WHERE id = ?')
  return {
    ofUser: (userId: number): Notification[] => ofUser.all(userId),
    list: (): Notification[] => all.all(),
    add(notification: Notification): void {
      if (notification.tag !== '') removeTagged.run(notification.userId, notification.tag)
      add.run(notification)
    },
    remove: (id: number): void => void remove.run(id),
  }
}
