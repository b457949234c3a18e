import type { Db } from './database.ts'

export const offlineSchema = `
  CREATE TABLE IF NOT EXISTS offline_event (
    id INTEGER PRIMARY KEY, created INTEGER NOT NULL, event TEXT NOT NULL, data TEXT NOT NULL, additional TEXT NOT NULL,
    message_id TEXT NOT NULL, process_id TEXT NOT NULL, error INTEGER NOT NULL, connector TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS offline_message ON offline_event (message_id, connector, process_id);
`

export interface OfflineEvent {
  id: number
  /** Seconds since the epoch. */
  created: number
  event: string
  data: Record<string, unknown> | number | null
  additional: Record<string, unknown> | null
  /** The same for the same event of the same object. */
  messageId: string
  /** Empty while nobody has taken it. */
  processId: string
  error: 0 | 1
  connector: string
}

type OfflineRow = Omit<OfflineEvent, 'data' | 'additional'> & { data: string; additional: string }

export type OfflineState = ReturnType<typeof createOfflineState>

/** The queue an application pulls. A repeat of an event that nobody has taken yet replaces it. */
export function createOfflineState(db: Db) {
  const columns =
    'id, created, event, data, additional, message_id AS messageId, process_id AS processId, error, connector'
  const list = db.prepare<[], OfflineRow>(`SELECT ${columns} FROM offline_event ORDER BY created, id`)
  const forget = db.prepare(
    "DELETE FROM offline_event WHERE message_id = ? AND connector = ? AND process_id = '' AND error = 0",
  )
  const add = db.prepare(
    `INSERT INTO offline_event (id, created, event, data, additional, message_id, process_id, error, connector)
     VALUES (@id, @created, @event, @data, @additional, @messageId, '', 0, @connector)`,
  )
  const reserve = db.prepare('UPDATE offline_event SET process_id = ?, error = 0 WHERE id = ?')
  const fail = db.prepare('UPDATE offline_event SET error = 1 WHERE id = ?')
  const remove = db.prepare('DELETE FROM offline_event WHERE id = ?')
  return {
    list: (): OfflineEvent[] =>
      list.all().map((row) => ({
        ...row,
        data: JSON.parse(row.data) as OfflineEvent['data'],
        additional: JSON.parse(row.additional) as OfflineEvent['additional'],
      })),
    add(event: Omit<OfflineEvent, 'processId' | 'error'>): void {
      forget.run(event.messageId, event.connector)
      add.run({ ...event, data: JSON.stringify(event.data), additional: JSON.stringify(event.additional) })
    },
    reserve: (id: number, processId: string): void => void reserve.run(processId, id),
    markFailed: (id: number): void => void fail.run(id),
    remove: (id: number): void => void remove.run(id),
    removeAll: (): void => void db.exec('DELETE FROM offline_event'),
  }
}
