import Database from 'better-sqlite3'
import type { LaneRow } from '../../server/match/lane-index/lane-row.ts'

const COLUMNS = [
  'fromPlaceId',
  'toPlaceId',
  'companyId',
  'trips',
  'tripSum',
  'lastTripAt',
  'offers',
  'offerSum',
  'lastOfferAt',
] as const satisfies (keyof LaneRow)[]

/** Writes lane rows into a table like the copy's `carrierLane`, so that reading them back can be timed. */
export function laneRowsInSqlite(rows: readonly LaneRow[], path: string): { read(): Iterable<LaneRow>; close(): void } {
  const database = new Database(path)
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  database.exec(`CREATE TABLE carrierLane (
    fromPlaceId INTEGER NOT NULL, toPlaceId INTEGER NOT NULL, companyId INTEGER NOT NULL,
    trips INTEGER NOT NULL, tripSum REAL NOT NULL, lastTripAt TEXT,
    offers INTEGER NOT NULL, offerSum REAL NOT NULL, lastOfferAt TEXT,
    PRIMARY KEY (fromPlaceId, toPlaceId, companyId)) WITHOUT ROWID`)
  const insert = database.prepare(
    `INSERT INTO carrierLane (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
  )
  database.transaction(() => {
    for (const row of rows) insert.run(COLUMNS.map((column) => row[column]))
  })()
  const select = database.prepare<[], LaneRow>(`SELECT ${COLUMNS.join(', ')} FROM carrierLane`)
  return { read: () => select.iterate(), close: () => void database.close() }
}
