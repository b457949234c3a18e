import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Place } from '../../../../contract/place.ts'
import { onTheWay } from '../../../../server/match/criteria/on-the-way.ts'
import type { LaneOnTheWay } from '../../../../server/match/facts.ts'
import {
  mayBeOnTheWay,
  straightRoadKm,
  wayOver as wayBy,
  wayWorth,
  type RoadKm,
} from '../../../../server/match/ways/way.ts'
import { answerOf, carrier, kazan, moscow, needs } from '../cast.ts'

const place = (name: string, lat: number, lon: number): Place => ({ id: lat * 1000, name, region: name, lat, lon })
const tver = place('Тверь', 56.86, 35.9)
const yekaterinburg = place('Екатеринбург', 56.84, 60.6)
const sochi = place('Сочи', 43.6, 39.73)
/** From Tver to Kazan the road leads through Moscow, whatever the straight line says. */
const roads: RoadKm = (from, to) =>
  from === tver && to === kazan ? roads(tver, moscow) + roads(moscow, kazan) : straightRoadKm(from, to)
const wayOver = (one: { from: Place; to: Place }, other: { from: Place; to: Place }) => wayBy(one, other, roads)
const load = { from: moscow, to: kazan }
const lane = (from: Place, to: Place, nearness = 0): LaneOnTheWay => ({
  from,
  to,
  bothWays: false,
  nearness,
  ...wayOver({ from, to }, load)!,
})

test('Moscow → Kazan lies on the way from Tver and on the way to Yekaterinburg, and not on a way elsewhere', () => {
  expect(wayOver({ from: tver, to: kazan }, load)!.detourKm).toBe(0)
  expect(wayOver({ from: moscow, to: yekaterinburg }, load)!.detourKm).toBeLessThan(30)
  expect(wayOver({ from: moscow, to: sochi }, load)).toBeNull()
  expect(wayOver({ from: kazan, to: moscow }, load)).toBeNull()
})

test('the lane itself is no detour and all of the way', () => {
  expect(wayOver(load, load)).toMatchObject({ detourKm: 0, share: 1 })
})

test('a whole truck is not sent to Yekaterinburg empty for a short part of the way; a part load may go with it', () => {
  const short = { from: moscow, to: place('Владимир', 56.13, 40.41) }
  const long = { ...lane(moscow, yekaterinburg), ...wayOver({ from: moscow, to: yekaterinburg }, short)! }
  expect(wayWorth(long, false)).toBe(0)
  expect(wayWorth(long, true)).toBeGreaterThan(0.5)
})

test('each direction over the road is a line; side by side they are capped', () => {
  const facts = carrier({ onTheWay: [lane(tver, kazan), lane(moscow, yekaterinburg)] })
  const answer = answerOf(onTheWay, facts, needs())
  expect(answer.lines!.map((line) => (line.kind === 'on_the_way' ? [line.from, line.to] : line))).toEqual([
    ['Тверь', 'Казань'],
    ['Москва', 'Екатеринбург'],
  ])
  const many = carrier({ onTheWay: Array.from({ length: 9 }, () => lane(tver, kazan)) })
  expect(onTheWay.judge(many, needs())).toBeCloseTo(0.2 * 1.5)
})

test('a direction whose ends count as near already adds only what its way adds', () => {
  expect(wayWorth(lane(tver, kazan, 1), false)).toBe(0)
  expect(wayWorth(lane(tver, kazan, 0.01), false)).toBeCloseTo(wayWorth(lane(tver, kazan), false) - 0.08)
})

test('wherever the ends lie, a detour is never negative and the worth stays between nothing and one', () => {
  const any = fc.record({
    lat: fc.double({ min: 40, max: 70, noNaN: true }),
    lon: fc.double({ min: 20, max: 140, noNaN: true }),
  })
  const anyPlace = any.map(({ lat, lon }) => place('где-то', lat, lon))
  fc.assert(
    fc.property(anyPlace, anyPlace, anyPlace, anyPlace, fc.boolean(), (from, to, start, end, partLoad) => {
      const way = wayOver({ from, to }, { from: start, to: end })
      if (!way) return
      expect(mayBeOnTheWay({ from, to }, { from: start, to: end })).toBe(true)
      expect(way.detourKm).toBeGreaterThanOrEqual(0)
      const worth = wayWorth({ from, to, bothWays: false, nearness: 0, ...way }, partLoad)
      expect(worth).toBeGreaterThanOrEqual(0)
      expect(worth).toBeLessThanOrEqual(1)
    }),
    { numRuns: 60 },
  )
})
