/**
 * Who are the fifty with the most evidence for a lane, whose trucks will do: our lane index against SQLite over raw rows
 * and PostgreSQL over the same aggregates and over raw rows with a GiST index, in one process, interleaved, on the same
 * requests, all answers compared. `--scale N` measures the index on a larger world instead.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadPlaceKnowledge } from '../server/gazetteer.ts'
import { decayedSum } from '../server/match/decay.ts'
import type { BenchData } from './match/bench-data.ts'
import type { Engine } from './match/engine.ts'
import { LaneNumbers } from './match/lane-numbers.ts'
import { laneRowsInSqlite } from './match/lane-rows-in-sqlite.ts'
import { measure, type Measured } from './match/measure.ts'
import { ourEngine } from './match/ours.ts'
import { aggregatesEngine, fillCommonTables, gistEngine, planOf } from './match/postgres-engines.ts'
import { startPostgres, type RunningPostgres } from './match/postgres-server.ts'
import { neededBits } from './match/request-bits.ts'
import { drawRequests, type BenchRequest } from './match/requests.ts'
import { runScaleUp } from './match/scale-up.ts'
import { sqliteRawEngine } from './match/sqlite-raw.ts'
import { measureUpdates } from './match/updates.ts'
import { madeData } from './match/world-data.ts'
import { table } from './statistics.ts'

const LIMIT = 50
const GOAL = { p99: 1, mean: 0.2, timesPostgres: 30 }

/** `--seed N`, `--scale N`, `--requests N`, `--rounds N` timed passes. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string', default: '7' },
      scale: { type: 'string', default: '1' },
      requests: { type: 'string', default: '500' },
      rounds: { type: 'string', default: '3' },
    },
  })
  const [seed, scale, count, rounds] = [values.seed, values.scale, values.requests, values.rounds].map(Number) as [
    number,
    number,
    number,
    number,
  ]
  if (![seed, scale, count, rounds].every((value) => value > 0)) throw new Error('Options must be positive numbers.')
  const { gazetteer } = loadPlaceKnowledge()
  if (scale !== 1) return runScaleUp(gazetteer, { scale, seed, rounds, requests: count, limit: LIMIT })
  const data = madeData(gazetteer, seed, 1)
  const requests = drawRequests(count, data.history.orders, seed)
  const folder = mkdtempSync(join(tmpdir(), 'reis-match-'))
  const postgres = await startPostgres().catch((error: Error) => {
    console.log(`PostgreSQL skipped: ${error.message}`)
    return null
  })
  try {
    const lanes = new LaneNumbers(data)
    const stored = laneRowsInSqlite(data.laneRows, join(folder, 'lanes.db'))
    const ours = ourEngine(data, gazetteer, LIMIT, stored.read())
    stored.close()
    const others = [
      sqliteRawEngine(data, lanes, LIMIT, join(folder, 'raw.db')),
      ...(await postgresEngines(postgres, data, lanes)),
    ]
    if (postgres) await printPlans(postgres, data, requests[0]!)
    const engines: Engine[] = [ours, ...others]
    const measured = await measure(engines, requests, rounds)
    for (const engine of others) await engine.close()
    printTable(engines, measured)
    const indexBytes = ours.index.bytes
    const updates = measureUpdates(ours.index, data.laneRows)
    return report(measured, {
      requests: count,
      rounds,
      buildMs: ours.readyMs,
      indexBytes,
      laneRows: data.laneRows.length,
      ...updates,
    })
  } finally {
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function postgresEngines(
  postgres: RunningPostgres | null,
  data: BenchData,
  lanes: LaneNumbers,
): Promise<Engine[]> {
  if (!postgres) return []
  const { wire, version } = postgres
  console.log(`PostgreSQL ${version}`)
  await fillCommonTables(wire, data, lanes)
  const aggregates = await aggregatesEngine(wire, data, lanes, LIMIT)
  const gist = await gistEngine(wire, data, lanes, LIMIT).catch((error: Error) => {
    console.log(`postgresGist skipped: ${error.message}`)
    return null
  })
  return gist ? [aggregates, gist] : [aggregates]
}

async function printPlans({ wire }: RunningPostgres, data: BenchData, request: BenchRequest): Promise<void> {
  const { fromPlaceId, toPlaceId, bodies } = request
  const ends = [fromPlaceId, toPlaceId, data.regionOf(fromPlaceId), data.regionOf(toPlaceId), neededBits(bodies)]
  const plan = await planOf(wire, 'postgresAggregates', [...ends, decayedSum(1, data.now), LIMIT])
  console.log(`Plan of postgresAggregates:\n${plan}\n`)
  const box = '(50, 30, 50, 30), (60, 50, 60, 50)'
  const gist = await planOf(wire, 'postgresGist', [...ends, 2500, LIMIT, box]).catch((error: Error) => error.message)
  console.log(`Plan of postgresGist:\n${gist}\n`)
}

function printTable(engines: readonly Engine[], { times, differing }: Measured): void {
  const rows = engines.map(({ name, readyMs }) => {
    const { p50, p95, p99, mean } = times.get(name)!
    const same = differing.has(name) ? `no, ${differing.get(name)} requests` : 'yes'
    return [name, ...[p50, p95, p99, mean].map((ms) => ms.toFixed(3)), (readyMs / 1000).toFixed(2), same]
  })
  console.log(table([['core', 'p50 ms', 'p95', 'p99', 'mean', 'ready in s', 'same top 50'], ...rows]))
}

function report({ times, differing }: Measured, figures: Record<string, number>): number {
  const ours = times.get('ours')!
  const aggregates = times.get('postgresAggregates')
  const timesPostgres = aggregates ? Number((aggregates.mean / ours.mean).toFixed(1)) : null
  const sameTop50 = differing.size === 0
  const isFastEnough = ours.p99 <= GOAL.p99 && ours.mean <= GOAL.mean
  const ok = sameTop50 && isFastEnough && (timesPostgres === null || timesPostgres >= GOAL.timesPostgres)
  console.log(
    `Index: ${figures.laneRows} rows, ready in ${figures.buildMs?.toFixed(0)} ms from SQLite, ` +
      `${((figures.indexBytes ?? 0) / 2 ** 20).toFixed(1)} MiB; one changed row ${figures.changedMicroseconds} µs, ` +
      `one new row ${figures.newMicroseconds} µs, built anew in ${figures.rebuildMs} ms`,
  )
  console.log(
    `Goals: p99 ≤ ${GOAL.p99} ms, mean ≤ ${GOAL.mean} ms, ≥ ${GOAL.timesPostgres} × postgresAggregates by mean`,
  )
  console.log('The full table, with all that the tab does, is not measured here yet; "ok" speaks of the core only.')
  console.log(JSON.stringify({ ok, sameTop50, timesPostgres, ...Object.fromEntries(times), ...figures }))
  return ok ? 0 : 1
}
