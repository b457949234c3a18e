import { expect, test } from 'vitest'
import type { CarrierFacts } from '../../../../server/match/facts.ts'
import { truckNear } from '../../../../server/match/criteria/truck-near.ts'
import { answerOf, carrier, needs, NOW, podolsk } from '../cast.ts'

const standing = (at: string, offKm = 0) => ({ standsAt: { place: podolsk, offKm, at } })
const free = (on: string, offKm = 0) => ({ freeAt: { place: podolsk, offKm, on } })
const pointsOf = (facts: Partial<CarrierFacts>, asked = needs()) => {
  const judgement = answerOf(truckNear, carrier(facts), asked)
  return judgement.state === 'judged' ? (judgement.lines[0]?.points ?? 0) : judgement.state
}

test('where the truck is nobody has told: unknown, not far away', () => {
  expect(pointsOf({})).toBe('unknown')
  expect(pointsOf(free('скоро'))).toBe('unknown')
})

test('a truck free at the loading place on the loading day is worth two fresh trips', () => {
  expect(pointsOf(free('2026-11-25'))).toBe(6)
})

test('a truck that would have to wait, or to run empty, counts less', () => {
  expect(pointsOf(free('2026-11-24'))).toBeCloseTo(6 * Math.exp(-1 / 3))
  expect(pointsOf(free('2026-11-25', 100))).toBeCloseTo(6 / Math.E)
  expect(pointsOf(free('2026-11-25', 301))).toBe(0)
  expect(pointsOf(free('2026-11-01'))).toBe(0)
})

test('a truck free a day after the last loading day may still do, two days after it does not', () => {
  expect(pointsOf(free('2026-11-26'))).toBeCloseTo(1.8)
  expect(pointsOf(free('2026-11-27'))).toBe(0)
  expect(pointsOf(free('2026-11-27'), needs({ loadToAt: '2026-11-27T10:00:00Z' }))).toBe(6)
})

test('while the loading date is not stated, a truck free within days counts half', () => {
  expect(pointsOf(free('2026-11-24'), needs({ loadFromAt: null }))).toBe(3)
  expect(pointsOf(free('2026-12-24'), needs({ loadFromAt: null }))).toBe(0)
})

test('a truck standing here now counts in full for a load of now, and fades with the days it would wait', () => {
  expect(pointsOf(standing(NOW), needs({ loadFromAt: null }))).toBe(6)
  expect(pointsOf(standing(NOW), needs({ loadFromAt: '2026-11-26T07:00:00Z' }))).toBeCloseTo(6 / Math.E)
  expect(pointsOf(standing('2026-11-10T07:00:00Z'), needs({ loadFromAt: null }))).toBe(0)
})

test('standing and free are one truck told of twice: the stronger line stands', () => {
  const both = { ...standing(NOW, 50), ...free('2026-11-25', 0) }
  expect(answerOf(truckNear, carrier(both), needs())).toEqual({
    state: 'judged',
    lines: [{ kind: 'free_at', place: 'Подольск', offKm: 0, on: '2026-11-25', points: 6 }],
  })
  const nearer = { ...standing(NOW, 0), ...free('2026-11-26', 90) }
  expect(answerOf(truckNear, carrier(nearer), needs())).toMatchObject({ lines: [{ kind: 'stands_at', ageDays: 0 }] })
})
