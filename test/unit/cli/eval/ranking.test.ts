import { expect, test } from 'vitest'
import { Trades, type History, type Trade } from '../../../../bench/world/history.ts'
import { bestBaseline } from '../../../../cli/eval/match.ts'
import { Ranks } from '../../../../cli/eval/ranking/figures.ts'
import { hideLast } from '../../../../cli/eval/ranking/hide-last.ts'
import { rankHidden } from '../../../../cli/eval/ranking/rank-hidden.ts'
import { createGazetteer } from '../../../../server/places/gazetteer.ts'
import { PLACES } from '../../match/lane-index/portal-history.ts'

const DAY_MS = 86_400_000
const START_MS = Date.parse('2026-01-01T00:00:00Z')
const gazetteer = createGazetteer(PLACES)

const trip = (carrier: number, day: number, changes: Partial<Trade> = {}): Trade => ({
  carrier,
  fromPlaceId: 524901,
  toPlaceId: 551487,
  body: 'tent',
  rateMinor: 8_500_000,
  vat: '20',
  atMs: START_MS + day * DAY_MS,
  ...changes,
})

function historyOf(orders: readonly Trade[], offers: readonly Trade[] = []): History {
  const all = { orders: new Trades(), offers: new Trades() }
  for (const one of orders) all.orders.push(one)
  for (const one of offers) all.offers.push(one)
  const count = Math.max(-1, ...[...orders, ...offers].map(({ carrier }) => carrier)) + 1
  const carriers = Array.from({ length: count }, (_, number) => ({
    code: `carrier ${number}`,
    inBase: true,
    bodies: [],
    capacityT: null,
    volumeM3: null,
  }))
  return { carriers, directions: [], ...all }
}

test('the last fifth of the orders by time is hidden, in whatever order the file has them', () => {
  const days = [9, 0, 4, 8, 1, 7, 2, 6, 3, 5]
  const split = hideLast(historyOf(days.map((day) => trip(0, day))))!
  expect([...split.hidden.atMs].map((ms) => (ms - START_MS) / DAY_MS)).toEqual([8, 9])
  expect(
    [...split.seen.orders.atMs.subarray(0, split.seen.orders.length)].every((ms) => ms < START_MS + 8 * DAY_MS),
  ).toBe(true)
  expect(split.now).toBe('2026-01-09T00:00:00.000Z')
})

test('offers made since, or just before, the first hidden order are not seen: they tell who is about to drive', () => {
  const orders = Array.from({ length: 10 }, (_, day) => trip(0, day * 10))
  const offers = [trip(1, 70), trip(1, 78), trip(1, 80), trip(1, 95)]
  expect(hideLast(historyOf(orders, offers))!.seen.offers.length).toBe(1)
})

test('a carrier seen only in hidden orders is not found, and one who always drives the lane is first', () => {
  const orders = [...Array.from({ length: 8 }, (_, day) => trip(0, day)), trip(0, 8), trip(1, 9)]
  const figures = rankHidden(historyOf(orders), gazetteer)!
  expect(figures.n).toBe(2)
  expect(figures.ours).toEqual({ hit1: 0.5, hit5: 0.5, hit10: 0.5, hit50: 0.5, mrr: 0.5 })
  expect(figures.baselines.frequentOnLane).toEqual(figures.ours)
})

test('shuffling what is hidden does not change anybody’s place', () => {
  const past = Array.from({ length: 40 }, (_, day) => trip(day % 7, day, { fromPlaceId: day % 3 ? 524901 : 508101 }))
  const future = Array.from({ length: 10 }, (_, day) => trip(day % 7, 60 + day))
  const swapped = future.map((one, at) => ({ ...one, atMs: future[(at + 3) % future.length]!.atMs }))
  const first = rankHidden(historyOf([...past, ...future]), gazetteer)
  // The first hidden moment stays, so that "now" does.
  expect(rankHidden(historyOf([...past, ...swapped]), gazetteer)).toEqual(first)
})

test('carriers without the body are passed over by the baselines that look at it', () => {
  const orders = [
    ...Array.from({ length: 7 }, (_, day) => trip(0, day, { body: 'reefer' })),
    trip(1, 7),
    trip(1, 8),
    trip(1, 9),
  ]
  const { baselines } = rankHidden(historyOf(orders), gazetteer)!
  expect(baselines.frequentOnLane!.hit1).toBe(0)
  expect(baselines.frequentOnLaneWithBody!.hit1).toBe(1)
})

test('too few orders to hide any are not evaluated', () => {
  expect(rankHidden(historyOf([trip(0, 1), trip(0, 2)]), gazetteer)).toBeNull()
})

test('the best baseline is the one with the most executors among its first ten', () => {
  const figures = (hit10: number) => ({ hit1: 0, hit5: 0, hit10, hit50: 1, mrr: 0 })
  const baselines = { recent: figures(0.3), frequent: figures(0.5), region: figures(0.4) }
  expect(bestBaseline({ n: 1, ours: figures(0), baselines })).toBe('frequent')
})

test('places are counted from one, and who is not in the list is a miss', () => {
  const ranks = new Ranks()
  for (const place of [1, 2, 10, 11, null]) ranks.add(place)
  expect(ranks.figures()).toEqual({ hit1: 0.2, hit5: 0.4, hit10: 0.6, hit50: 0.8, mrr: 0.3382 })
})
