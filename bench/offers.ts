import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import type { OfferFilter } from '../contract/offers.ts'
import { exportOffers } from '../server/exports/export-offers.ts'
import { offerSearchOf } from '../server/api/offers/offer-search-of.ts'
import { openPortalStore, type PortalStore } from '../server/store/database.ts'
import { countOffers, searchOffers } from '../server/store/offer-search.ts'
import { quantile, table } from './statistics.ts'
import { fillOffers } from './offers/fill-offers.ts'

const NOW = '2026-11-26T09:00:00.000Z'
const PAGE = 51
const MOST_COUNTED = 10_000
const GOAL_P95_MS = 100
const ROUNDS = 40

/**
 * `npm run bench -- offers [--offers N]`: pages of the list of all offers beside the same list gone through by OFFSET,
 * as a plain table does it, and what an export of everything takes.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { offers: { type: 'string', default: '1000000' } } })
  const count = Number(values.offers)
  const folder = mkdtempSync(join(tmpdir(), 'reis-offers-'))
  const file = join(folder, 'portal.db')
  try {
    await (await openPortalStore(file)).destroy()
    const began = performance.now()
    const places = fillOffers(file, count)
    process.stderr.write(`${count} offers were written in ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
    const store = await openPortalStore(file)
    const pages = await measurePages(store, filtersOf(places))
    const deep = await measureDeep(store, file, count)
    const taken = await measureExport(file)
    await store.destroy()
    return report(pages, deep, taken, count)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Measured {
  name: string
  p50: number
  p95: number
}

function filtersOf([from, to]: readonly [number, number]): [string, OfferFilter][] {
  return [
    ['everything', {}],
    ['a carrier by name', { q: 'перевозчик 77' }],
    ['a lane', { fromPlaceId: from, toPlaceId: to }],
    ['a month', { sinceOn: '2026-03-01', untilOn: '2026-03-31' }],
    ['a body', { body: 'lowboy' }],
    ['who recorded', { authorId: 7 }],
    ['states', { states: ['accepted', 'expired'] }],
    ['lane, body, state', { fromPlaceId: from, toPlaceId: to, body: 'tent', states: ['active'] }],
    ['nothing fits', { q: 'никто так не назван' }],
  ]
}

async function measurePages(store: PortalStore, filters: [string, OfferFilter][]): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const [name, filter] of filters) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now()
      const search = await offerSearchOf(store, filter, NOW)
      await searchOffers(store, search, null, PAGE)
      await countOffers(store, search, MOST_COUNTED)
      times.push(performance.now() - began)
    }
    measured.push({ name, p50: quantile(times, 0.5), p95: quantile(times, 0.95) })
  }
  return measured
}

/** The page in the middle of everything: by what the last one ended with, and by counting rows off. */
async function measureDeep(store: PortalStore, file: string, count: number): Promise<{ ours: number; offset: number }> {
  const database = new Database(file, { readonly: true })
  const middle = Math.floor(count / 2)
  const plain = database.prepare('SELECT * FROM offer ORDER BY createdAt DESC, id DESC LIMIT ? OFFSET ?')
  const [before] = plain.all(1, middle) as [{ createdAt: string; id: number }]
  const [ours, offset]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    let began = performance.now()
    await searchOffers(store, { now: NOW }, before, PAGE)
    ours.push(performance.now() - began)
    began = performance.now()
    plain.all(PAGE, middle + 1)
    offset.push(performance.now() - began)
  }
  database.close()
  return { ours: quantile(ours, 0.5), offset: quantile(offset, 0.5) }
}

async function measureExport(file: string): Promise<{ seconds: number; megabytes: number; longestBlockMs: number }> {
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5)
    last = performance.now()
  }, 5)
  const began = performance.now()
  let bytes = 0
  for await (const piece of exportOffers({
    file,
    search: { now: NOW },
    format: 'csv',
    language: 'ru',
  }) as never as AsyncIterable<Uint8Array>)
    bytes += piece.byteLength
  clearInterval(watch)
  return { seconds: (performance.now() - began) / 1000, megabytes: bytes / 2 ** 20, longestBlockMs: longest }
}

function report(
  pages: Measured[],
  deep: { ours: number; offset: number },
  taken: { seconds: number; megabytes: number; longestBlockMs: number },
  count: number,
): number {
  const ms = (value: number) => value.toFixed(value < 10 ? 2 : 0)
  process.stdout.write(
    `${table([['first page and count, ms', 'p50', 'p95'], ...pages.map((one) => [one.name, ms(one.p50), ms(one.p95)])])}\n\n`,
  )
  process.stdout.write(
    `page in the middle: ${ms(deep.ours)} ms; by OFFSET ${ms(deep.offset)} ms (${(deep.offset / deep.ours).toFixed(0)} ×)\n` +
      `export of everything: ${taken.seconds.toFixed(1)} s, ${taken.megabytes.toFixed(0)} MiB, ` +
      `${Math.round(count / taken.seconds)} rows/s, the server's own thread held for at most ${ms(taken.longestBlockMs)} ms\n`,
  )
  const ok = pages.every(({ p95 }) => p95 <= GOAL_P95_MS)
  process.stdout.write(`${JSON.stringify({ ok, offers: count, pages, deep, export: taken })}\n`)
  return ok ? 0 : 1
}
