import { expect, test } from 'vitest'
import type { Place } from '../../../../contract/place.ts'
import { buildLaneIndex } from '../../../../server/match/lane-index/build-lane-index.ts'
import type { DirectionRow } from '../../../../server/match/lane-index/lane-row.ts'
import { directionsOnTheWay } from '../../../../server/match/ways/declared-ways.ts'
import { outboundDirections } from '../../../../server/match/ways/outbound.ts'
import { mayBeOnTheWay, straightRoadKm, wayOver, wayWorth, type RoadKm } from '../../../../server/match/ways/way.ts'
import { greatCircleKm } from '../../../../server/places/great-circle.ts'
import { kazan, moscow, podolsk } from '../cast.ts'

const place = (id: number, name: string, lat: number, lon: number): Place => ({ id, name, region: name, lat, lon })
const tver = place(1, 'Тверь', 56.86, 35.9)
const vladimir = place(2, 'Владимир', 56.13, 40.41)
const yekaterinburg = place(3, 'Екатеринбург', 56.84, 60.6)
const sochi = place(4, 'Сочи', 43.6, 39.73)
const PLACES = [moscow, kazan, podolsk, tver, vladimir, yekaterinburg, sochi]
const placeOf = (id: number) => PLACES.find((one) => one.id === id) ?? null

function indexOf(directions: DirectionRow[]) {
  return buildLaneIndex({
    lanes: [],
    directions,
    bodies: [],
    geography: {
      regionOf: (id) => placeOf(id)?.region ?? null,
      pointOf: (id) => placeOf(id) ?? null,
      neighbours: (id) =>
        PLACES.map((one) => ({ placeId: one.id, km: greatCircleKm(one, placeOf(id)!) })).filter(({ km }) => km <= 150),
    },
  })
}
const declares = (companyId: number, from: Place, to: Place, bothWays = false): DirectionRow => ({
  companyId,
  fromPlaceId: from.id,
  toPlaceId: to.id,
  bothWays,
})
const asked = { from: moscow, to: kazan, partLoad: false, placeOf, roadKm: straightRoadKm }

test('directions that lead past both ends are found; those elsewhere and against the load are not', () => {
  const index = indexOf([
    declares(10, moscow, yekaterinburg),
    declares(11, moscow, sochi),
    declares(12, yekaterinburg, moscow),
    declares(13, kazan, yekaterinburg),
  ])
  expect([...directionsOnTheWay(index, asked).keys()]).toEqual([10])
})

test('a direction declared both ways is on the way by its way back, and is named as it was declared', () => {
  const index = indexOf([declares(10, yekaterinburg, moscow, true)])
  expect(directionsOnTheWay(index, asked).get(10)).toMatchObject([
    { from: { name: 'Екатеринбург' }, to: { name: 'Москва' }, bothWays: true },
  ])
})

test('the lane itself is no way past: its ends say it already', () => {
  expect([...directionsOnTheWay(indexOf([declares(10, moscow, kazan)]), asked)]).toEqual([])
})

test('a short stretch of a long way is for part loads only', () => {
  const index = indexOf([declares(10, moscow, yekaterinburg)])
  const short = { ...asked, to: vladimir }
  expect([...directionsOnTheWay(index, short).keys()]).toEqual([])
  expect([...directionsOnTheWay(index, { ...short, partLoad: true }).keys()]).toEqual([10])
})

test('what is declared after the index was built is found, what was replaced is not', () => {
  const index = indexOf([declares(10, moscow, yekaterinburg), declares(11, moscow, sochi)])
  index.putDirections(10, [declares(10, moscow, sochi)])
  index.putDirections(11, [declares(11, tver, yekaterinburg)])
  expect([...directionsOnTheWay(index, asked).keys()]).toEqual([11])
})

test('the same directions are found as by looking at every one of them', () => {
  const all = PLACES.flatMap((from) => PLACES.map((to) => ({ from, to }))).filter(({ from, to }) => from !== to)
  const index = indexOf(all.map(({ from, to }, at) => declares(100 + at, from, to)))
  const near = (km: number) => (km <= 150 ? km : Number.NaN)
  const wanted = all.flatMap((lane, at) => {
    const way = mayBeOnTheWay(lane, asked) ? wayOver(lane, asked, straightRoadKm) : null
    if (!way) return []
    const offKm = near(greatCircleKm(lane.from, moscow)) + near(greatCircleKm(lane.to, kazan))
    const nearness = Number.isNaN(offKm) ? 0 : Math.exp(-offKm / 40)
    return wayWorth({ ...lane, bothWays: false, nearness, ...way }, false) > 0 ? [100 + at] : []
  })
  expect([...directionsOnTheWay(index, asked).keys()].toSorted()).toEqual(wanted)
  expect(wanted.length).toBeGreaterThan(1)
})

test('roads are those of whoever is asked, not of who was asked before', () => {
  const index = indexOf([declares(10, moscow, yekaterinburg)])
  const kmBy = (roadKm: RoadKm) => directionsOnTheWay(index, { ...asked, roadKm }).get(10)?.[0]?.laneKm
  const winding: RoadKm = (from, to) => 1.1 * straightRoadKm(from, to)
  const straight = kmBy(straightRoadKm)!
  expect(kmBy(winding)).toBeCloseTo(1.1 * straight)
  expect(kmBy(straightRoadKm)).toBe(straight)
})

test('who declares only the way out is found by it, both ways are no way out', () => {
  const index = indexOf([
    declares(10, kazan, podolsk),
    declares(11, kazan, moscow, true),
    declares(12, moscow, kazan),
    declares(13, kazan, sochi),
  ])
  const found = outboundDirections(index, asked, { placeOf, livesThere: () => true })
  expect([...found.keys()]).toEqual([10])
  expect(outboundDirections(index, asked, { placeOf, livesThere: (id) => id !== 10 }).size).toBe(0)
  expect(found.get(10)).toMatchObject([{ from: { name: 'Казань' }, to: { name: 'Подольск' }, fromOffKm: 0 }])
  index.putDirections(10, [])
  index.putDirections(13, [declares(13, kazan, moscow)])
  expect([...outboundDirections(index, asked, { placeOf, livesThere: () => true }).keys()]).toEqual([13])
})
