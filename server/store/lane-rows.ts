import { sql } from 'kysely'
import { fileReader, type PortalStore } from './database.ts'
import type { LaneKey } from './change-marks.ts'
import type { LaneOfCompany } from './lane-reader.ts'

const COLUMNS = 'fromPlaceId, toPlaceId, companyId, trips, tripSum, lastTripAt, offers, offerSum, lastOfferAt' as const

/** A company's row on a lane as the database gives it: values in the order of `LaneOfCompany`. */
type RawLane = [number, number, number, number, number, string | null, number, number, string | null]

/** Everything the in-memory index is made of. */
export interface AllLanes {
  lanes: Iterable<LaneOfCompany>
  /** How many lanes there are, about. */
  count: number
  directions: { companyId: number; fromPlaceId: number; toPlaceId: number; bothWays: boolean }[]
  /** Body codes of vehicles, declared or offered, a row each. */
  bodies: { companyId: number; body: string }[]
}

const DIRECTIONS = `
  SELECT carrier.companyId, direction.fromPlaceId, direction.toPlaceId, direction.bothWays
  FROM direction JOIN carrier ON carrier.id = direction.carrierId
  WHERE carrier.companyId IS NOT NULL AND direction.fromPlaceId IS NOT NULL AND direction.toPlaceId IS NOT NULL`

const BODIES = `
  SELECT DISTINCT companyId, body FROM offer WHERE companyId IS NOT NULL AND body IS NOT NULL
  UNION
  SELECT carrier.companyId, vehicle.body FROM vehicle JOIN carrier ON carrier.id = vehicle.carrierId
  WHERE carrier.companyId IS NOT NULL AND vehicle.body IS NOT NULL`

/**
 * Hands everything over while one snapshot of the file is read. A million rows are gone through one by one: as a list
 * of objects they would take more memory than the index they become.
 */
export async function readAllLanes<Result>(store: PortalStore, use: (all: AllLanes) => Result): Promise<Result> {
  const reader = fileReader(store)
  if (!reader) {
    // A database in memory cannot be opened twice; it is small.
    const lanes = await sql<LaneOfCompany>`SELECT ${sql.raw(COLUMNS)} FROM carrierLane`.execute(store)
    const directions = await sql<RawDirection>`${sql.raw(DIRECTIONS)}`.execute(store)
    const bodies = await sql<AllLanes['bodies'][number]>`${sql.raw(BODIES)}`.execute(store)
    return use({
      lanes: lanes.rows,
      count: lanes.rows.length,
      directions: directions.rows.map(viewDirection),
      bodies: bodies.rows,
    })
  }
  try {
    reader.exec('BEGIN')
    const count = reader.prepare<[], number>('SELECT count(*) FROM carrierLane').pluck().get() ?? 0
    const lanes = reader.prepare<[], RawLane>(`SELECT ${COLUMNS} FROM carrierLane`).raw(true)
    return use({
      lanes: named(lanes.iterate()),
      count,
      directions: reader.prepare<[], RawDirection>(DIRECTIONS).all().map(viewDirection),
      bodies: reader.prepare<[], AllLanes['bodies'][number]>(BODIES).all(),
    })
  } finally {
    reader.close()
  }
}

type RawDirection = Omit<AllLanes['directions'][number], 'bothWays'> & { bothWays: number }

const viewDirection = (row: RawDirection) => ({ ...row, bothWays: row.bothWays === 1 })

function* named(rows: Iterable<RawLane>): Generator<LaneOfCompany> {
  // One object for all rows: it is read before the next one is asked for.
  const lane = {} as LaneOfCompany
  for (const row of rows) {
    lane.fromPlaceId = row[0]
    lane.toPlaceId = row[1]
    lane.companyId = row[2]
    lane.trips = row[3]
    lane.tripSum = row[4]
    lane.lastTripAt = row[5]
    lane.offers = row[6]
    lane.offerSum = row[7]
    lane.lastOfferAt = row[8]
    yield lane
  }
}

/** The present rows of these keys; one that is gone is absent. */
export async function readLaneRows(store: PortalStore, keys: readonly LaneKey[]): Promise<LaneOfCompany[]> {
  const wanted = JSON.stringify(keys.map((key) => [key.fromPlaceId, key.toPlaceId, key.companyId]))
  const { rows } = await sql<LaneOfCompany>`
    SELECT lane.* FROM json_each(${wanted}) AS wanted CROSS JOIN carrierLane AS lane
      ON lane.fromPlaceId = wanted.value ->> 0 AND lane.toPlaceId = wanted.value ->> 1
      AND lane.companyId = wanted.value ->> 2`.execute(store)
  return rows
}

/** What these companies declare and which bodies they are known to have, as of now. */
export async function readDeclaredOf(
  store: PortalStore,
  companyIds: readonly number[],
): Promise<Pick<AllLanes, 'directions' | 'bodies'>> {
  const wanted = sql`IN (SELECT value FROM json_each(${JSON.stringify(companyIds)}))`
  const directions = await sql<RawDirection>`
    SELECT * FROM (${sql.raw(DIRECTIONS)}) WHERE companyId ${wanted}`.execute(store)
  const bodies = await sql<AllLanes['bodies'][number]>`
    SELECT DISTINCT companyId, body FROM offer WHERE companyId ${wanted} AND body IS NOT NULL
    UNION SELECT carrier.companyId, vehicle.body FROM carrier JOIN vehicle ON vehicle.carrierId = carrier.id
    WHERE carrier.companyId ${wanted} AND vehicle.body IS NOT NULL`.execute(store)
  return { directions: directions.rows.map(viewDirection), bodies: bodies.rows }
}
