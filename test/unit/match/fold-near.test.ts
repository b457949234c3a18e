import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Reason } from '../../../contract/carriers.ts'
import { foldNear } from '../../../server/match/fold-near.ts'

function near(kind: 'trips_near' | 'offers_near', to: string, points: number, count = 1): Reason {
  const toId = [...to].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 0)
  return { kind, count, lastAgeDays: 3, from: 'Москва', to, fromId: 1, toId, offKm: 30, points }
}

test('the three strongest lanes nearby are named and the others are one line', () => {
  const lines = [
    near('trips_near', 'Кстово', 9, 4),
    near('offers_near', 'Кстово', 2, 2),
    near('trips_near', 'Волжск', 5),
    near('trips_near', 'Чебоксары', 4),
    near('trips_near', 'Зеленодольск', 1, 3),
    near('offers_near', 'Зеленодольск', 0.5, 7),
    near('offers_near', 'Арск', 0.25, 1),
  ]
  expect(foldNear(lines)).toEqual([
    ...lines.slice(0, 4),
    { kind: 'near_rest', lanes: 2, trips: 3, offers: 8, points: 1.75 },
  ])
})

test('one lane too many is named rather than called «the rest»', () => {
  const lines = ['Кстово', 'Волжск', 'Чебоксары', 'Арск'].map((to) => near('trips_near', to, 1))
  expect(foldNear(lines)).toEqual(lines)
})

test('folding loses no points, no trips and no offers', () => {
  const line = fc
    .tuple(fc.constantFrom('trips_near' as const, 'offers_near' as const), fc.string(), fc.integer({ min: 1, max: 9 }))
    .map(([kind, to, points]) => near(kind, to, points, points))
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const sum = (list: readonly Reason[]) => list.reduce((total, { points }) => total + points, 0)
      expect(sum(foldNear(lines))).toBeCloseTo(sum(lines), 9)
    }),
  )
})
