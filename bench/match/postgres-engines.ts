import { maskOf } from '../../server/match/lane-index/body-masks.ts'
import { WEIGHTS } from '../../server/match/weights.ts'
import { decayAt } from '../../server/match/decay.ts'
import type { BenchData } from './bench-data.ts'
import type { Engine } from './engine.ts'
import type { LaneNumbers } from './lane-numbers.ts'
import type { PostgresWire } from './postgres-wire.ts'
import { directionRows, epochDays, nearRows, rawRows } from './raw-rows.ts'

const KM_PER_DEGREE = 111.2
const NEAR_KM = 150

const DECLARED = `
  SELECT direction.carrier, ${WEIGHTS.declared} * least(${WEIGHTS.declaredCap}, sum(start.nearness * finish.nearness)) AS evidence
  FROM near AS start JOIN lane ON lane.from_place = start.near
  JOIN near AS finish ON finish.place = $2 AND finish.near = lane.to_place
  JOIN direction ON direction.lane = lane.id
  WHERE start.place = $1 GROUP BY direction.carrier`

const WEIGHT = `CASE WHEN from_place = $1 AND to_place = $2 THEN 1.0 ELSE ${WEIGHTS.near} * start.nearness * finish.nearness END`

function ranking(history: string, regions: string): string {
  return `
    WITH together AS (${history} UNION ALL ${regions} UNION ALL ${DECLARED})
    SELECT together.carrier, sum(together.evidence) AS evidence
    FROM together JOIN carrier ON carrier.id = together.carrier
    WHERE $5::int = 0 OR carrier.bodies = 0 OR carrier.bodies & ($5 | ${maskOf(['other'])}) <> 0
    GROUP BY together.carrier ORDER BY evidence DESC, together.carrier LIMIT $7::int`
}

/** $1 from, $2 to, $3 and $4 their regions, $5 bodies as bits, $6 decay of stored sums, $7 limit. */
const AGGREGATES = ranking(
  `SELECT carrier, $6::float8 * sum(points * ${WEIGHT}) AS evidence
   FROM near AS start JOIN lane ON lane.from_place = start.near
   JOIN near AS finish ON finish.place = $2 AND finish.near = lane.to_place
   JOIN carrier_lane ON carrier_lane.lane = lane.id
   WHERE start.place = $1 GROUP BY carrier`,
  `SELECT carrier, ${WEIGHTS.region} * $6::float8 * points AS evidence
   FROM region_carrier WHERE from_region = $3 AND to_region = $4`,
)

/** $6 now in days since the epoch; $8 the box round both ends. */
const GIST = ranking(
  `SELECT carrier, sum(points * exp((at_days - $6::float8) / ${WEIGHTS.decayDays}) * ${WEIGHT}) AS evidence
   FROM trade
   JOIN near AS start ON start.place = $1 AND start.near = trade.from_place
   JOIN near AS finish ON finish.place = $2 AND finish.near = trade.to_place
   WHERE trade.ends <@ $8::cube GROUP BY carrier`,
  `SELECT carrier, ${WEIGHTS.region} * sum(points * exp((at_days - $6::float8) / ${WEIGHTS.decayDays})) AS evidence
   FROM trade WHERE from_region = $3 AND to_region = $4 GROUP BY carrier`,
)

type Named = 'postgresAggregates' | 'postgresGist'

/** What both engines join with: nearness of places, lanes, directions, carriers. */
export async function fillCommonTables(wire: PostgresWire, data: BenchData, lanes: LaneNumbers): Promise<void> {
  await wire.query(`
    CREATE TABLE near (place int, near int, nearness float8, PRIMARY KEY (place, near));
    CREATE TABLE lane (id int PRIMARY KEY, from_place int, to_place int);
    CREATE TABLE direction (lane int, carrier int);
    CREATE TABLE carrier (id int PRIMARY KEY, bodies int);`)
  await wire.copyInto('near', nearRows(data))
  await wire.copyInto(
    'lane',
    lanes.list.map(({ id, fromPlaceId, toPlaceId }) => [id, fromPlaceId, toPlaceId]),
  )
  await wire.copyInto('direction', directionRows(data, lanes))
  await wire.copyInto(
    'carrier',
    data.bodies.map((own, id) => [id, maskOf(own)]),
  )
  await wire.query(`
    CREATE INDEX ON lane (from_place, to_place) INCLUDE (id);
    CREATE INDEX ON direction (lane) INCLUDE (carrier);`)
}

/** Sums by lane and carrier, and by pair of regions and carrier: the same figures as our index holds. */
export async function aggregatesEngine(
  wire: PostgresWire,
  data: BenchData,
  lanes: LaneNumbers,
  limit: number,
): Promise<Engine> {
  const started = performance.now()
  await wire.query(`
    CREATE TABLE carrier_lane (lane int, carrier int, points float8);
    CREATE TABLE region_carrier (from_region int, to_region int, carrier int, points float8);`)
  const regions = new Map<string, number>()
  await wire.copyInto('carrier_lane', laneSums(data, lanes, regions))
  await wire.copyInto(
    'region_carrier',
    Array.from(regions, ([key, points]) => [...key.split(' '), points]),
  )
  await wire.query(`
    CREATE INDEX ON carrier_lane (lane) INCLUDE (carrier, points);
    CREATE INDEX ON region_carrier (from_region, to_region) INCLUDE (carrier, points);`)
  await wire.query('VACUUM ANALYZE')
  await wire.prepare('postgresAggregates', AGGREGATES)
  const decay = decayAt(Date.parse(data.now))
  return engine('postgresAggregates', wire, data, performance.now() - started, () => [decay, limit])
}

function* laneSums(data: BenchData, lanes: LaneNumbers, regions: Map<string, number>): Generator<number[]> {
  for (const { fromPlaceId, toPlaceId, companyId, tripSum, offerSum } of data.laneRows) {
    const points = WEIGHTS.trip * tripSum + WEIGHTS.offer * offerSum
    const key = `${data.regionOf(fromPlaceId)} ${data.regionOf(toPlaceId)} ${companyId}`
    regions.set(key, (regions.get(key) ?? 0) + points)
    yield [lanes.of(fromPlaceId, toPlaceId), companyId, points]
  }
}

/** Raw rows under a GiST index over both ends' coordinates: the database's own way of asking "near". */
export async function gistEngine(
  wire: PostgresWire,
  data: BenchData,
  lanes: LaneNumbers,
  limit: number,
): Promise<Engine> {
  const started = performance.now()
  await wire.query(`
    CREATE EXTENSION IF NOT EXISTS cube;
    CREATE TABLE trade (from_place int, to_place int, from_region int, to_region int, carrier int, points float8,
      at_days float8, ends cube);`)
  const placeOf = new Map(data.places.map((place) => [place.id, place]))
  await wire.copyInto('trade', tradeRows(data, lanes, placeOf))
  await wire.query(`
    CREATE INDEX ON trade USING gist (ends);
    CREATE INDEX ON trade (from_region, to_region) INCLUDE (carrier, points, at_days);`)
  await wire.query('VACUUM ANALYZE')
  await wire.prepare('postgresGist', GIST)
  const now = epochDays(Date.parse(data.now))
  return engine('postgresGist', wire, data, performance.now() - started, ({ fromPlaceId, toPlaceId }) => [
    now,
    limit,
    boxRound(placeOf.get(fromPlaceId)!, placeOf.get(toPlaceId)!),
  ])
}

type PlaceOf = Map<number, BenchData['places'][number]>

function* tradeRows(data: BenchData, lanes: LaneNumbers, placeOf: PlaceOf): Generator<(string | number)[]> {
  for (const { fromPlaceId, toPlaceId, carrier, points, atDays } of rawRows(data, lanes)) {
    const [from, to] = [placeOf.get(fromPlaceId)!, placeOf.get(toPlaceId)!]
    const ends = `(${from.lat}, ${from.lon}, ${to.lat}, ${to.lon})`
    yield [fromPlaceId, toPlaceId, from.region, to.region, carrier, points, atDays, ends]
  }
}

function boxRound(...ends: { lat: number; lon: number }[]): string {
  const reach = NEAR_KM / KM_PER_DEGREE
  const sides = ends.map(({ lat, lon }) => {
    const wide = reach / Math.cos((Math.min(85, Math.abs(lat) + reach) * Math.PI) / 180)
    return { low: [lat - reach, lon - wide], high: [lat + reach, lon + wide] }
  })
  return `(${sides.flatMap(({ low }) => low).join(', ')}), (${sides.flatMap(({ high }) => high).join(', ')})`
}

function engine(
  name: Named,
  wire: PostgresWire,
  data: BenchData,
  readyMs: number,
  own: (request: { fromPlaceId: number; toPlaceId: number }) => (string | number)[],
): Engine {
  return {
    name,
    readyMs,
    async top(request) {
      const { fromPlaceId, toPlaceId, needed } = request
      const ends = [fromPlaceId, toPlaceId, data.regionOf(fromPlaceId), data.regionOf(toPlaceId)]
      const rows = await wire.execute(name, [...ends, needed, ...own(request)])
      return rows.map(([companyId, evidence]) => ({ companyId: Number(companyId), evidence: Number(evidence) }))
    },
    close: () => undefined,
  }
}

/** The plan of one question, as the server tells it. */
export async function planOf(wire: PostgresWire, name: Named, values: readonly (string | number)[]): Promise<string> {
  const literals = values.map((value) => (typeof value === 'number' ? String(value) : `'${value}'`)).join(', ')
  const rows = await wire.query(`EXPLAIN (COSTS OFF) EXECUTE "${name}" (${literals})`)
  return rows.map(([line]) => line).join('\n')
}
