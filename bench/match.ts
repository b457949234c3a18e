/**
 * Who are the fifty with the most evidence for a lane, whose trucks will do: our lane index against SQLite over raw rows
 * and PostgreSQL over the same aggregates and over raw rows with a GiST index, in one process, interleaved, on the same
 * requests, all answers compared. `--scale N` measures the index on a larger world instead.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadPlaceKnowledge, type PlaceKnowledge } from '../server/gazetteer.ts'
import { decayAt } from '../server/match/decay.ts'
import { openRegistry } from '../server/store/database.ts'
import { markPortalInstalled, savePortal } from '../server/store/portals.ts'
import type { BenchData } from './match/bench-data.ts'
import type { Engine } from './match/engine.ts'
import { measureFull, type FullMeasured } from './match/full.ts'
import { LaneNumbers } from './match/lane-numbers.ts'
import { laneRowsInSqlite } from './match/lane-rows-in-sqlite.ts'
import { measure, type Measured } from './match/measure.ts'
import { ourEngine } from './match/ours.ts'
import { aggregatesEngine, fillCommonTables, gistEngine, planOf } from './match/postgres-engines.ts'
import { writePortalFile } from './match/portal-file.ts'
import { startPostgres, type RunningPostgres } from './match/postgres-server.ts'
import { drawRequests, type BenchRequest } from './match/requests.ts'
import { runScaleUp } from './match/scale-up.ts'
import { sqliteRawEngine } from './match/sqlite-raw.ts'
import { measureUpdates } from './match/updates.ts'
import { madeData } from './match/world-data.ts'
import { table } from './statistics.ts'

const LIMIT = 50
const MEMBER_ID = 'bench'
const GOAL = { p99: 1, mean: 0.2, timesPostgres: 30, fullP99: 10, fullMean: 3, firstStartMs: 2000, rssMiB: 400 }

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
  const knowledge = loadPlaceKnowledge()
  const { gazetteer } = knowledge
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
    const indexBytes = ours.bytes
    const full = await measureTab(folder, data, requests, rounds, knowledge)
    const updates = measureUpdates(ours.index, data.laneRows)
    return report(
      measured,
      {
        requests: count,
        rounds,
        buildMs: ours.readyMs,
        indexBytes,
        laneRows: data.laneRows.length,
        ...updates,
      },
      full,
    )
  } finally {
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Tab extends FullMeasured {
  indexMs: number
  rssMiB: number
}

/** All that the tab does, and a first start over the same file. */
async function measureTab(
  folder: string,
  data: BenchData,
  requests: readonly BenchRequest[],
  rounds: number,
  places: PlaceKnowledge,
): Promise<Tab> {
  const dataFolder = join(folder, 'data')
  mkdirSync(dataFolder)
  const file = join(dataFolder, `${MEMBER_ID}.db`)
  await writePortalFile(file, data, requests, places.gazetteer)
  await registerPortal(dataFolder)
  const started = spawnSync(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('match/first-start.ts', import.meta.url)), dataFolder, MEMBER_ID],
    { encoding: 'utf8' },
  )
  if (started.status !== 0) throw new Error(`The server did not start: ${started.stderr.slice(-500)}`)
  const measured = await measureFull(file, { requests: requests.length, rounds, now: data.now, places })
  const { p50, p95, p99, mean } = measured.times
  const figures = [p50, p95, p99, mean].map((ms) => ms.toFixed(2))
  console.log(
    table([
      ['full', 'p50 ms', 'p95', 'p99', 'mean'],
      ['full', ...figures],
    ]),
  )
  console.log(
    `${measured.judged.toFixed(0)} carriers judged and ${measured.shown.toFixed(0)} shown on the average, ` +
      `${measured.empty} empty lists; goals: p99 ≤ ${GOAL.fullP99} ms, mean ≤ ${GOAL.fullMean} ms`,
  )
  return { ...measured, ...(JSON.parse(started.stdout) as { indexMs: number; rssMiB: number }) }
}

async function registerPortal(dataFolder: string): Promise<void> {
  const registry = await openRegistry(join(dataFolder, 'registry.db'))
  const at = new Date().toISOString()
  const origin = 'http://127.0.0.1:9'
  await savePortal(
    registry,
    {
      memberId: MEMBER_ID,
      clientEndpoint: `${origin}/rest/`,
      oauthEndpoint: 'https://oauth.bitrix.info/rest/',
      origin,
      applicationToken: null,
      installedByUserId: 1,
    },
    at,
  )
  await markPortalInstalled(registry, MEMBER_ID, at)
  await registry.destroy()
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
  const { fromPlaceId, toPlaceId, needed } = request
  const ends = [fromPlaceId, toPlaceId, data.regionOf(fromPlaceId), data.regionOf(toPlaceId), needed]
  const plan = await planOf(wire, 'postgresAggregates', [...ends, decayAt(Date.parse(data.now)), LIMIT])
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

function report({ times, differing }: Measured, figures: Record<string, number>, tab: Tab): number {
  const ours = times.get('ours')!
  const aggregates = times.get('postgresAggregates')
  const timesPostgres = aggregates ? Number((aggregates.mean / ours.mean).toFixed(1)) : null
  const sameTop50 = differing.size === 0
  const isFastEnough = ours.p99 <= GOAL.p99 && ours.mean <= GOAL.mean
  const { times: full, indexMs, rssMiB } = tab
  const isTabFastEnough = full.p99 <= GOAL.fullP99 && full.mean <= GOAL.fullMean
  const startsWell = indexMs <= GOAL.firstStartMs && rssMiB <= GOAL.rssMiB
  const beatsPostgres = timesPostgres === null || timesPostgres >= GOAL.timesPostgres
  const ok = sameTop50 && isFastEnough && beatsPostgres && isTabFastEnough && startsWell
  console.log(
    `Index: ${figures.laneRows} rows, ready in ${figures.buildMs?.toFixed(0)} ms from SQLite, ` +
      `${((figures.indexBytes ?? 0) / 2 ** 20).toFixed(1)} MiB; one changed row ${figures.changedMicroseconds} µs, ` +
      `one new row ${figures.newMicroseconds} µs, built anew in ${figures.rebuildMs} ms`,
  )
  console.log(
    `Goals: p99 ≤ ${GOAL.p99} ms, mean ≤ ${GOAL.mean} ms, ≥ ${GOAL.timesPostgres} × postgresAggregates by mean`,
  )
  console.log(
    `First start: index ready in ${indexMs.toFixed(0)} ms (goal ≤ ${GOAL.firstStartMs}), ` +
      `the whole server ${rssMiB.toFixed(0)} MiB (goal ≤ ${GOAL.rssMiB})`,
  )
  const start = { firstStartMs: Math.round(indexMs), rssMiB: Math.round(rssMiB) }
  console.log(
    JSON.stringify({ ok, sameTop50, timesPostgres, ...Object.fromEntries(times), full, ...start, ...figures }),
  )
  return ok ? 0 : 1
}
