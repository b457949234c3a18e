import { expect, test } from 'vitest'
import type { BodyCode } from '../../../../contract/codes.ts'
import { maskOf } from '../../../../server/match/lane-index/body-masks.ts'
import type { LaneIndex } from '../../../../server/match/lane-index/lane-index.ts'
import { TopByEvidence } from '../../../../server/match/lane-index/lane-queries.ts'
import { NOW } from '../cast.ts'
import { indexOf, laneRow, type Row } from './portal-history.ts'

const LANE = { fromPlaceId: 524901, toPlaceId: 551487 }

/** So many trips of one company on the lane, all of them today. */
const trips = (companyId: number, count: number): Row[] =>
  Array.from({ length: count }, () => ({ ...LANE, kind: 'trip', companyId, at: NOW }))

/** Companies by id, each with its bodies and how many trips it made. */
function laneOf(companies: readonly (readonly [BodyCode[], number])[]): LaneIndex {
  return indexOf({
    rows: companies.flatMap(([, count], at) => trips(at + 1, count)),
    directions: [],
    bodies: new Map(companies.map(([bodies], at) => [at + 1, bodies])),
  })
}

/** Of the crowded lane one company is listed whatever its trucks, and some of every body. */
function firstOf(index: LaneIndex, ofBody: number) {
  const top = new TopByEvidence(index, { cells: 0, listed: 1, ofBody })
  return (bodies: BodyCode[], limit: number) =>
    top.ask({ ...LANE, nowMs: Date.parse(NOW), needed: maskOf(bodies), limit }).map(({ companyId }) => companyId)
}

test('of two rare bodies that will both do the better company comes first, whichever body it has', () => {
  const first = firstOf(
    laneOf([
      [['flatbed'], 9],
      [['tent'], 3],
      [['tent'], 2],
      [['tent'], 1],
      [['reefer'], 5],
    ]),
    3,
  )
  expect(first(['tent', 'reefer'], 1)).toEqual([5])
})

test('who has “other” trucks is not forgotten where a rare body is asked for', () => {
  const first = firstOf(
    laneOf([
      [['flatbed'], 9],
      [['tent'], 3],
      [['other'], 2],
      [['other'], 1],
    ]),
    1,
  )
  expect(first(['tent'], 3)).toEqual([2, 3, 4])
})

test('who has got a truck of a rare body comes before those who had one, when it has driven more', () => {
  const index = laneOf([
    [['flatbed'], 9],
    [['tent'], 3],
    [['flatbed'], 5],
  ])
  const first = firstOf(index, 1)
  expect(first(['tent'], 1)).toEqual([2])
  index.putBodies(3, ['tent'])
  expect(first(['tent'], 1)).toEqual([3])
})

test('who has driven more since comes before those of his body who had driven most', () => {
  const index = laneOf([
    [['flatbed'], 9],
    [['tent'], 3],
    [['tent'], 2],
    [['tent'], 1],
  ])
  const first = firstOf(index, 2)
  expect(first(['tent'], 1)).toEqual([2])
  index.put(laneRow({ ...LANE, companyId: 4 }, trips(4, 4)))
  expect(first(['tent'], 1)).toEqual([4])
  // And again, when the list has been made anew.
  expect(first(['tent'], 1)).toEqual([4])
})
