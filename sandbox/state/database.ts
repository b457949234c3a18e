import Database from 'better-sqlite3'
import { appSchema } from './app.ts'
import { commentSchema } from './comments.ts'
import { currencySchema } from './currencies.ts'
import { eventSchema } from './event-handlers.ts'
import { historySchema } from './stage-history.ts'
import { itemSchema } from './items.ts'
import { metaSchema } from './meta.ts'
import { notificationSchema } from './notifications.ts'
import { offlineSchema } from './offline-events.ts'
import { optionSchema } from './options.ts'
import { peopleSchema } from './people.ts'
import { placementSchema } from './placements.ts'
import { shelfSchema } from './shelf.ts'
import { statusSchema } from './statuses.ts'
import { taskSchema } from './tasks.ts'
import { tokenSchema } from './tokens.ts'
import { typeSchema } from './types.ts'
import { userFieldSchema } from './user-fields.ts'

export type Db = Database.Database

const schema = [
  metaSchema,
  peopleSchema,
  typeSchema,
  statusSchema,
  userFieldSchema,
  itemSchema,
  historySchema,
  commentSchema,
  taskSchema,
  currencySchema,
  appSchema,
  tokenSchema,
  placementSchema,
  eventSchema,
  offlineSchema,
  optionSchema,
  notificationSchema,
  shelfSchema,
].join('\n')

/** Opens the portal's state; without a file it lives in memory. Safe to repeat on a file that has it already. */
export function openDatabase(file: string | undefined): Db {
  const db = new Database(file ?? ':memory:')
  db.pragma('journal_mode = WAL')
  // A stand-in's state is cheap to make again, so speed goes before durability.
  db.pragma('synchronous = OFF')
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -65536')
  db.function('fold', { deterministic: true }, (value) => (typeof value === 'string' ? value.toLowerCase() : value))
  db.exec(schema)
  return db
}

/** Empties every table, for a new start from the seed. */
export function emptyDatabase(db: Db): void {
  const tables = db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
  db.transaction(() => {
    for (const table of tables) db.exec(`DELETE FROM "${table.name}"`)
  })()
}
