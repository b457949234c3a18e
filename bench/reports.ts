/**
 * The reports of the page «Рентабельность» over 300,000 orders: each question as the endpoint answers it (names read,
 * JSON made), beside the same sums by PostgreSQL over a table of reckoned trips, and the two compared.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { REPORT_GROUPS, type ReportQuery } from '../contract/profit-report.ts'
import { answerForecast } from '../server/api/profit-report/answer-forecast.ts'
import { answerOrders } from '../server/api/profit-report/answer-orders.ts'
import { answerReport, type ReportRequest } from '../server/api/profit-report/answer-report.ts'
import { ledgerOf } from '../server/api/profit/ledger-keeper.ts'
import { loadPlaceKnowledge } from '../server/gazetteer.ts'
import { loadWorkCalendar } from '../server/load-work-calendar.ts'
import { openPortalStore } from '../server/store/database.ts'
import { startPostgres, type RunningPostgres } from './match/postgres-server.ts'
import { timesOf } from './match/measure.ts'
import { fillPostgres, reportSql } from './reports/postgres-report.ts'
import { writeTripsFile } from './reports/trips-file.ts'
import { createRandom } from './world/random.ts'
import { table } from './statistics.ts'

const GOAL_P95_MS = 300
const NOW = Date.parse('2026-11-26T09:00:00Z')
const DAY_MS = 86_400_000

/** `--trips N`, `--seed N`, `--rounds N` questions of each kind. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      trips: { type: 'string', default: '300000' },
      seed: { type: 'string', default: '7' },
      rounds: { type: 'string', default: '30' },
    },
  })
  const [trips, seed, rounds] = [values.trips, values.seed, values.rounds].map(Number) as [number, number, number]
  if (![trips, seed, rounds].every((value) => value > 0)) throw new Error('Options must be positive numbers.')
  const folder = mkdtempSync(join(tmpdir(), 'reis-reports-'))
  const { gazetteer, distance } = loadPlaceKnowledge()
  const placeIds = ['Москва', 'Казань', 'Самара', 'Уфа', 'Екатеринбург', 'Омск', 'Ростов-на-Дону', 'Пермь', 'Воронеж']
    .flatMap((name) => gazetteer.search(name, 1))
    .map(({ id }) => id)
  let postgres: RunningPostgres | null = null
  try {
    const path = join(folder, 'portal.db')
    await writeTripsFile(path, { seed, trips, now: NOW, placeIds })
    const store = await openPortalStore(path)
    const tools = { gazetteer, distance, workCalendar: loadWorkCalendar() }
    const before = process.memoryUsage.rss()
    const started = performance.now()
    const { ledger } = await ledgerOf(store, tools)
    const buildMs = performance.now() - started
    const memoryMiB = (process.memoryUsage.rss() - before) / 2 ** 20
    const request = (query: ReportQuery): ReportRequest => ({
      ...tools,
      store,
      query,
      sight: { all: true },
      now: new Date(NOW).toISOString(),
    })
    postgres = await startPostgres().catch((error: Error) => {
      console.log(`PostgreSQL is left out: ${error.message}`)
      return null
    })
    if (postgres) await fillPostgres(postgres.wire, ledger)
    const random = createRandom(seed, 'questions')
    const times = new Map<string, number[]>()
    const timed = async <Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> => {
      const began = performance.now()
      const answer = await work()
      const own = times.get(name) ?? []
      own.push(performance.now() - began)
      times.set(name, own)
      return answer
    }
    let differing = 0
    for (let round = 0; round < rounds; round++) {
      for (const by of REPORT_GROUPS) {
        for (const [name, days] of [
          ['month', 30],
          ['quarter', 91],
          ['year', 365],
          ['five years', 1826],
        ] as const) {
          const to = NOW - (name === 'five years' ? 0 : random.below(365)) * DAY_MS
          const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)
          const state = random.chance(0.5) ? ('all' as const) : ('done' as const)
          const query = { from: dayOf(to - days * DAY_MS), to: dayOf(to), by, state }
          const ours = await timed(`${name}, ours`, async () => {
            const answer = await answerReport(request(query))
            JSON.stringify(answer)
            return answer
          })
          if (!postgres) continue
          const { wire } = postgres
          const theirs = await timed(`${name}, PostgreSQL`, () => wire.query(reportSql(query)))
          if (!isSame(ours, theirs)) differing += 1
        }
        const key = Number((await answerReport(request(wholeYear(by)))).groups[0]!.key)
        await timed('orders of a group, ours', () => answerOrders(request(wholeYear(by)), key, 0))
      }
      await timed('forecast, ours', async () =>
        JSON.stringify(await answerForecast({ ...tools, store, now: new Date(NOW).toISOString() })),
      )
      // Somebody changes an order: the next report follows it.
      await store
        .updateTable('load')
        .set({ clientRateMinor: 10_000_000 + round })
        .where('kind', '=', 'order')
        .where('id', '=', 1 + round)
        .execute()
      await timed('after a change, ours', () => answerReport(request(wholeYear('client'))))
      // Both have to know it for the next round's comparison.
      if (postgres) await follow(postgres, ledger, 1 + round)
    }
    await store.destroy()
    const rows = [...times].map(([name, ms]) => ({ name, ...timesOf(ms) }))
    console.log(`${trips} orders; built in ${Math.round(buildMs)} ms, ${Math.round(memoryMiB)} MiB more`)
    console.log(
      table([
        ['milliseconds', 'p50', 'p95', 'p99'],
        ...rows.map(({ name, p50, p95, p99 }) => [name, ...[p50, p95, p99].map((ms) => ms.toFixed(1))]),
      ]),
    )
    const worst = Math.max(...rows.filter(({ name }) => name.endsWith('ours')).map(({ p95 }) => p95))
    const ok = worst < GOAL_P95_MS && differing === 0
    const version = postgres?.version ?? null
    console.log(
      JSON.stringify({
        ok,
        trips,
        buildMs: Math.round(buildMs),
        memoryMiB: Math.round(memoryMiB),
        worstP95Ms: worst,
        differing,
        postgres: version,
        rows,
      }),
    )
    return ok ? 0 : 1
  } finally {
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const wholeYear = (by: ReportQuery['by']): ReportQuery => ({ from: '2025-11-27', to: '2026-11-26', by, state: 'all' })

/** Groups by key: trips, unknown, deals and the three sums to the kopeck. */
function isSame({ groups, total }: Awaited<ReturnType<typeof answerReport>>, rows: readonly string[][]): boolean {
  const theirs = new Map(rows.map(([key, ...cells]) => [key, cells.slice(0, 6).map(Number)]))
  const sum = (column: number) => [...theirs.values()].reduce((all, cells) => all + cells[column]!, 0)
  if (total.trips !== sum(0) || total.revenueMinor !== sum(3) || total.marginMinor !== sum(5)) return false
  return groups.every(({ key, figures: { trips, unknown, deals, revenueMinor, costMinor, marginMinor } }) =>
    [trips, unknown, deals, revenueMinor, costMinor, marginMinor].every(
      (value, column) => theirs.get(key)?.[column] === value,
    ),
  )
}

async function follow(
  { wire }: RunningPostgres,
  ledger: {
    count: number
    ids: { orderId: Int32Array }
    money: { revenueMinor: Float64Array; costMinor: Float64Array; marginMinor: Float64Array }
  },
  id: number,
): Promise<void> {
  const row = ledger.ids.orderId.subarray(0, ledger.count).indexOf(id)
  if (row < 0) return
  const { revenueMinor, costMinor, marginMinor } = ledger.money
  await wire.query(
    `UPDATE trip SET revenue = ${revenueMinor[row]}, cost = ${costMinor[row]}, margin = ${marginMinor[row]} WHERE id = ${id}`,
  )
}
