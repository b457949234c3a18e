import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearOfferPoints } from '../../../server/match/criteria/near-offers.ts'
import { nearTripPoints } from '../../../server/match/criteria/near-trips.ts'
import type { LaneHistory } from '../../../server/match/facts.ts'
import { foldNear } from '../../../server/match/fold-near.ts'
import { lane } from './cast.ts'

/** `offKm` from the load's own lane: the nearer, the more its trips and offers count. */
const near = (offKm: number, trips: number, offers = 0) => lane({ fromOffKm: offKm, trips, offers })
const pointsOf = (one: LaneHistory) => nearTripPoints(one) + nearOfferPoints(one)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

test('the three strongest lanes nearby are named in their order and the others are one line', () => {
  const weak = [near(120, 3), near(140, 0, 7)]
  const strong = [near(10, 4, 2), near(20, 3), near(5, 3)]
  const lanes = [weak[0]!, strong[0]!, strong[1]!, weak[1]!, strong[2]!]
  const { named, rest } = foldNear(lanes)
  expect(named).toEqual(strong)
  expect(rest).toEqual({ kind: 'near_rest', lanes: 2, trips: 3, offers: 7, points: expect.any(Number) })
  expect(rest?.points).toBeCloseTo(sum(weak.map(pointsOf)), 9)
})

test('one lane too many is named rather than called «the rest»', () => {
  const lanes = [10, 20, 30, 40].map((km) => near(km, 1))
  expect(foldNear(lanes)).toEqual({ named: lanes, rest: null })
})

test('lanes that count for nothing are neither named nor counted', () => {
  const lanes = [10, 20, 30, 40].map((km) => near(km, 1))
  expect(foldNear([...lanes, near(10, 0), near(20, 0)]).rest).toBeNull()
  const { named, rest } = foldNear([near(10, 0), ...lanes, near(50, 0, 1)])
  expect(named).toEqual(lanes.slice(0, 3))
  expect(rest).toMatchObject({ lanes: 2, trips: 1, offers: 1 })
})

test('folding loses no points, no trips and no offers', () => {
  const some = fc
    .tuple(fc.integer({ min: 0, max: 149 }), fc.nat(9), fc.nat(9))
    .map(([offKm, trips, offers]) => near(offKm, trips, offers))
  fc.assert(
    fc.property(fc.array(some), (lanes) => {
      const { named, rest } = foldNear(lanes)
      expect(sum(named.map(pointsOf)) + (rest?.points ?? 0)).toBeCloseTo(sum(lanes.map(pointsOf)), 9)
      const counts = (key: 'trips' | 'offers') => sum(named.map((one) => one[key])) + (rest?.[key] ?? 0)
      expect(counts('trips')).toBe(sum(lanes.map(({ trips }) => trips)))
      expect(counts('offers')).toBe(sum(lanes.map(({ offers }) => offers)))
    }),
  )
})
