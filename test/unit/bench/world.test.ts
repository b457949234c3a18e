import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MISLEADING, USUAL, usualSize, type Knobs } from '../../../bench/world/knobs.ts'
import { createRandom } from '../../../bench/world/random.ts'
import { generateWorld } from '../../../bench/world/world.ts'
import { writeHistory } from '../../../bench/world/write-world.ts'
import { readHistory } from '../../../cli/eval/history/read-history.ts'
import { rankHidden } from '../../../cli/eval/ranking/rank-hidden.ts'
import { createGazetteer } from '../../../server/places/gazetteer.ts'
import type { GazetteerPlace } from '../../../server/places/place.ts'
import type { History, Trades } from '../../../bench/world/history.ts'
import { importsOf, projectFiles, scriptOf } from '../../architecture/source-files.ts'

/** Sixty towns in ten regions, some hundred kilometres apart. */
const places: GazetteerPlace[] = Array.from({ length: 60 }, (_, number) => {
  const random = createRandom(number, 'towns')
  const region = number % 10
  return {
    id: 1000 + number,
    name: `Town ${number}`,
    region: `Region ${region}`,
    lat: 52 + (region % 4) * 3 + random.next(),
    lon: 35 + Math.floor(region / 4) * 9 + random.next(),
    country: 'RU',
    population: 10_000 + random.below(400_000),
    aliases: [],
    timeZone: 'Europe/Moscow',
  }
})
const world = (seed: number, knobs: Knobs = USUAL) => generateWorld(places, { seed, size: usualSize(60, 900), knobs })

test('the same seed makes the same world, another seed another', () => {
  expect(rowsOf(world(1).history)).toEqual(rowsOf(world(1).history))
  expect(rowsOf(world(1).history)).not.toEqual(rowsOf(world(2).history))
})

test('counts are exact, and every order’s executor had offered before', () => {
  const { carriers, directions, offers, orders } = world(3).history
  expect([carriers.length, directions.length, offers.length, orders.length]).toEqual([60, 201, 3000, 900])
  const offered = new Map<string, number>()
  for (const { carrier, fromPlaceId, toPlaceId, atMs } of all(offers)) {
    const key = `${carrier} ${fromPlaceId} ${toPlaceId}`
    offered.set(key, Math.min(atMs, offered.get(key) ?? Infinity))
  }
  const unasked = all(orders).filter(
    ({ carrier, fromPlaceId, toPlaceId, atMs }) => !(offered.get(`${carrier} ${fromPlaceId} ${toPlaceId}`)! <= atMs),
  )
  expect(unasked).toEqual([])
})

test('a world written to files is read back as it was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reis-world-'))
  try {
    const { history } = world(4)
    await writeHistory(folder, history)
    const read = readHistory(folder, createGazetteer(places))
    expect(read.skipped).toEqual([])
    expect(rowsOf(read.history)).toEqual(rowsOf(history))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('in the misleading world most carriers drive other lanes in the second half, and what they declared stays', () => {
  const kept = (knobs: Knobs) => {
    const { orders } = world(5, knobs).history
    const middleMs = Date.parse(knobs.sinceAt) + (knobs.days / 2) * 86_400_000
    const lanesOf = (late: boolean) =>
      new Set(
        all(orders)
          .filter(({ atMs }) => atMs >= middleMs === late)
          .map((row) => `${row.carrier} ${row.fromPlaceId} ${row.toPlaceId}`),
      )
    const [early, late] = [lanesOf(false), lanesOf(true)]
    return [...late].filter((lane) => early.has(lane)).length / late.size
  }
  expect(kept(MISLEADING)).toBeLessThan(kept(USUAL) / 2)
})

test('habits show: by the past of a world its executors are found far more often than by chance', () => {
  const figures = rankHidden(world(6).history, createGazetteer(places))!
  expect(figures.n).toBe(180)
  expect(figures.ours.hit10).toBeGreaterThan(0.4)
})

test('the generator knows nothing of the matcher that is measured on it', () => {
  const sources = projectFiles().filter((file) => file.startsWith('bench/world/'))
  expect(sources.length).toBeGreaterThan(5)
  const told = sources.filter((file) => importsOf(scriptOf(file)).some(({ specifier }) => specifier.includes('match')))
  expect(told).toEqual([])
})

function all(trades: Trades) {
  return Array.from(trades.byTime(), (row) => trades.at(row))
}

function rowsOf({ carriers, directions, offers, orders }: History) {
  return { carriers, directions, offers: all(offers), orders: all(orders) }
}
