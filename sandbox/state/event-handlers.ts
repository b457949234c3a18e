import type { Db } from './database.ts'

export const eventSchema = `
  CREATE TABLE IF NOT EXISTS event_handler (
    id INTEGER PRIMARY KEY, event TEXT NOT NULL, handler TEXT NOT NULL, auth_type INTEGER NOT NULL,
    is_offline INTEGER NOT NULL, auth_connector TEXT NOT NULL, options TEXT NOT NULL);
`

export interface EventHandler {
  id: number
  /** Upper case. */
  event: string
  /** Empty for an offline subscription. */
  handler: string
  /** Whose token the handler gets; 0: whoever caused the event. */
  authType: number
  isOffline: boolean
  authConnector: string
  options: { minTimeout?: number }
}

type HandlerRow = Omit<EventHandler, 'isOffline' | 'options'> & { isOffline: number; options: string }

export type EventHandlerState = ReturnType<typeof createEventHandlerState>

/** What the application subscribed to. */
export function createEventHandlerState(db: Db) {
  const list = db.prepare<[], HandlerRow>(
    `SELECT id, event, handler, auth_type AS authType, is_offline AS isOffline, auth_connector AS authConnector, options
     FROM event_handler ORDER BY id`,
  )
  const add = db.prepare(
    `INSERT INTO event_handler (id, event, handler, auth_type, is_offline, auth_connector, options)
     VALUES (@id, @event, @handler, @authType, @isOffline, @authConnector, @options)`,
  )
  const remove = db.prepare('DELETE FROM event_handler WHERE id = ?')
  return {
    list: (): EventHandler[] =>
      list.all().map((row) => ({
        ...row,
        isOffline: row.isOffline === 1,
        options: JSON.parse(row.options) as EventHandler['options'],
      })),
    add: (handler: EventHandler): void =>
      void add.run({ ...handler, isOffline: handler.isOffline ? 1 : 0, options: JSON.stringify(handler.options) }),
    remove: (id: number): void => void remove.run(id),
    removeAll: (): void => void db.exec('DELETE FROM event_handler'),
  }
}
