import Database from 'better-sqlite3'
import { maskOf } from '../../server/match/lane-index/body-masks.ts'
import { WEIGHTS } from '../../server/match/weights.ts'
import type { BenchData } from './bench-data.ts'
import type { Engine, RankedCompany } from './engine.ts'
import type { LaneNumbers } from './lane-numbers.ts'
import { directionRows, epochDays, nearRows, rawRows } from './raw-rows.ts'

/** Raw rows with the indices that help most: the lanes round both ends first, then their rows from a covering index. */
const RANKING = `
  WITH history AS MATERIALIZED (
    SELECT trade.carrier, sum(trade.points * exp((trade.atDays - :now) / ${WEIGHTS.decayDays}.0)
      * CASE WHEN lane.fromPlace = :from AND lane.toPlace = :to THEN 1.0
             ELSE ${WEIGHTS.near} * start.nearness * finish.nearness END) AS evidence
    FROM near AS start
    CROSS JOIN lane ON lane.fromPlace = start.near
    CROSS JOIN near AS finish ON finish.place = :to AND finish.near = lane.toPlace
    CROSS JOIN trade ON trade.lane = lane.id
    WHERE start.place = :from GROUP BY trade.carrier),
  regions AS MATERIALIZED (
    SELECT trade.carrier, ${WEIGHTS.region} * sum(trade.points * exp((trade.atDays - :now) / ${WEIGHTS.decayDays}.0)) AS evidence
    FROM lane CROSS JOIN trade ON trade.lane = lane.id
    WHERE lane.fromRegion = :fromRegion AND lane.toRegion = :toRegion GROUP BY trade.carrier),
  declared AS MATERIALIZED (
    SELECT direction.carrier,
      ${WEIGHTS.declared} * min(${WEIGHTS.declaredCap}, sum(start.nearness * finish.nearness)) AS evidence
    FROM near AS start
    CROSS JOIN lane ON lane.fromPlace = start.near
    CROSS JOIN near AS finish ON finish.place = :to AND finish.near = lane.toPlace
    CROSS JOIN direction ON direction.lane = lane.id
    WHERE start.place = :from GROUP BY direction.carrier),
  together AS (SELECT * FROM history UNION ALL SELECT * FROM regions UNION ALL SELECT * FROM declared)
  SELECT together.carrier AS companyId, sum(together.evidence) AS evidence
  FROM together JOIN carrier ON carrier.id = together.carrier
  WHERE :needed = 0 OR carrier.bodies = 0 OR (carrier.bodies & (:needed | ${maskOf(['other'])})) <> 0
  GROUP BY together.carrier ORDER BY evidence DESC, companyId LIMIT :limit`

/** SQLite over the raw rows, in a file, as a simple product would ask its own tables. */
export function sqliteRawEngine(data: BenchData, lanes: LaneNumbers, limit: number, path: string): Engine {
  const started = performance.now()
  const database = new Database(path)
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  database.pragma('cache_size = -300000')
  fill(database, data, lanes)
  const ranking = database.prepare<Record<string, number>, RankedCompany>(RANKING)
  const now = epochDays(Date.parse(data.now))
  return {
    name: 'sqliteRaw',
    readyMs: performance.now() - started,
    top: ({ fromPlaceId, toPlaceId, needed }) =>
      ranking.all({
        from: fromPlaceId,
        to: toPlaceId,
        fromRegion: data.regionOf(fromPlaceId),
        toRegion: data.regionOf(toPlaceId),
        needed,
        now,
        limit,
      }),
    close: () => void database.close(),
  }
}

function fill(database: Database.Database, data: BenchData, lanes: LaneNumbers): void {
  database.exec(`
    CREATE TABLE near (place INTEGER, near INTEGER, nearness REAL, PRIMARY KEY (place, near)) WITHOUT ROWID;
    CREATE TABLE lane (id INTEGER PRIMARY KEY, fromPlace INTEGER, toPlace INTEGER, fromRegion INTEGER, toRegion INTEGER);
    CREATE TABLE trade (lane INTEGER, carrier INTEGER, points REAL, atDays REAL);
    CREATE TABLE direction (lane INTEGER, carrier INTEGER);
    CREATE TABLE carrier (id INTEGER PRIMARY KEY, bodies INTEGER);`)
  database.transaction(() => {
    insertAll(database, 'near', 3, nearRows(data))
    insertAll(
      database,
      'lane',
      5,
      lanes.list.map((lane) => [lane.id, lane.fromPlaceId, lane.toPlaceId, lane.fromRegion, lane.toRegion]),
    )
    insertAll(database, 'trade', 4, tradeColumns(data, lanes))
    insertAll(database, 'direction', 2, directionRows(data, lanes))
    insertAll(
      database,
      'carrier',
      2,
      data.bodies.map((own, id) => [id, maskOf(own)]),
    )
  })()
  database.exec(`
    CREATE INDEX laneByFrom ON lane (fromPlace, toPlace);
    CREATE INDEX laneByRegions ON lane (fromRegion, toRegion);
    CREATE INDEX tradeByLane ON trade (lane, carrier, points, atDays);
    CREATE INDEX directionByLane ON direction (lane, carrier);
    ANALYZE;`)
}

function* tradeColumns(data: BenchData, lanes: LaneNumbers): Generator<number[]> {
  for (const { lane, carrier, points, atDays } of rawRows(data, lanes)) yield [lane, carrier, points, atDays]
}

function insertAll(
  database: Database.Database,
  table: string,
  columns: number,
  rows: Iterable<readonly number[]>,
): void {
  const insert = database.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`)
  for (const row of rows) insert.run(...row)
}
