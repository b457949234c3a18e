import { expect, test } from 'vitest'
import { truckNear } from '../../../../server/match/criteria/truck-near.ts'
import type { ComingTruck } from '../../../../server/match/facts.ts'
import { answerOf, carrier, kazan, needs, NOW, podolsk } from '../cast.ts'

// Loading is in Moscow on 25 November.
const coming = (changes: Partial<ComingTruck> = {}): ComingTruck => ({
  orderId: 7,
  from: kazan,
  place: podolsk,
  offKm: 0,
  startOffKm: 0,
  on: '2026-11-25',
  certainty: 'planned',
  ...changes,
})
const pointsOf = (soonEmpty: ComingTruck[], asked = needs()) => {
  const answer = answerOf(truckNear, carrier({ soonEmpty }), asked)
  return answer.state === 'judged' ? (answer.lines[0]?.points ?? 0) : answer.state
}

test('a truck that unloads our order at the loading place on the loading day is as good as one promised', () => {
  expect(answerOf(truckNear, carrier({ soonEmpty: [coming()] }), needs())).toEqual({
    state: 'judged',
    lines: [
      {
        kind: 'soon_empty',
        orderId: 7,
        from: 'Казань',
        place: 'Подольск',
        offKm: 0,
        on: '2026-11-25',
        certainty: 'planned',
        points: 6,
      },
    ],
  })
})

test('an unloading only worked out counts less, one far away or too late less still', () => {
  expect(pointsOf([coming({ certainty: 'estimated' })])).toBeCloseTo(4.8)
  expect(pointsOf([coming({ offKm: 100 })])).toBeCloseTo(6 / Math.E)
  expect(pointsOf([coming({ on: '2026-11-26' })])).toBeCloseTo(1.8)
  expect(pointsOf([coming({ on: '2026-11-29' })])).toBe(0)
  expect(pointsOf([coming({ on: 'скоро' })])).toBe(0)
})

test('a truck unloaded yesterday has waited a day by the time of loading', () => {
  expect(pointsOf([coming({ on: '2026-11-22', certainty: 'unloaded' })])).toBeCloseTo(6 * Math.exp(-1))
})

test('of several trucks the one that fits best is named, and what the carrier told himself comes first', () => {
  const best = pointsOf([coming({ orderId: 1, on: '2026-11-26' }), coming({ orderId: 2 })])
  expect(best).toBe(6)
  const told = { ...carrier({ soonEmpty: [coming()] }), freeAt: { place: podolsk, offKm: 0, on: '2026-11-25' } }
  expect(answerOf(truckNear, told, needs())).toMatchObject({ lines: [{ kind: 'free_at' }] })
  const seen = { ...carrier({ soonEmpty: [coming()] }), standsAt: { place: podolsk, offKm: 80, at: NOW } }
  expect(answerOf(truckNear, seen, needs())).toMatchObject({ lines: [{ kind: 'soon_empty' }] })
})
