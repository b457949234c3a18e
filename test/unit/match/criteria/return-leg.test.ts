import { expect, test } from 'vitest'
import { returnLeg } from '../../../../server/match/criteria/return-leg.ts'
import type { CarrierFacts } from '../../../../server/match/facts.ts'
import { answerOf, carrier, kazan, moscow, needs, podolsk } from '../cast.ts'

const home = (unloadOffKm: number) => ({ place: kazan, offKm: 720, unloadOffKm })
const here = { freeAt: { place: moscow, offKm: 0, on: '2026-11-25' } }
const outbound = [{ from: kazan, to: moscow, bothWays: false, fromOffKm: 0, toOffKm: 0 }]
const linesOf = (facts: Partial<CarrierFacts>) => {
  const answer = answerOf(returnLeg, carrier(facts), needs())
  return answer.state === 'judged' ? answer.lines : answer.state
}

test('a truck that is here and lives where the load goes takes its way back', () => {
  expect(linesOf({ ...here, home: home(0) })).toEqual([
    { kind: 'return_leg', via: 'truck', home: 'Казань', offKm: 0, points: 2 },
  ])
})

test('the further home is from the unloading place, the less it is a way back', () => {
  expect(linesOf({ ...here, home: home(100) })).toMatchObject([{ points: 2 / Math.E }])
  expect(linesOf({ ...here, home: home(151) })).toEqual([])
})

test('without a truck here, or without a known home, there is no way back to speak of', () => {
  expect(linesOf({ home: home(0) })).toEqual([])
  expect(linesOf(here)).toBe('unknown')
})

test('a truck that our own order brought from there goes back there, wherever it lives', () => {
  const brought = {
    orderId: 7,
    from: kazan,
    place: podolsk,
    offKm: 0,
    startOffKm: 0,
    on: '2026-11-25',
    certainty: 'planned' as const,
  }
  expect(linesOf({ soonEmpty: [brought] })).toMatchObject([{ via: 'truck', home: 'Казань', points: 2 }])
  expect(linesOf({ soonEmpty: [{ ...brought, startOffKm: 900 }] })).toEqual([])
})

test('a start that makes no sense does not take the way home away', () => {
  const senseless = {
    orderId: 8,
    from: moscow,
    place: podolsk,
    offKm: 0,
    startOffKm: -5,
    on: '2026-11-25',
    certainty: 'planned' as const,
  }
  expect(linesOf({ ...here, home: home(0), soonEmpty: [senseless] })).toMatchObject([{ home: 'Казань', points: 2 }])
})

test('who declared only the way here and lives at its beginning comes back empty', () => {
  expect(linesOf({ home: home(0), outbound })).toEqual([
    { kind: 'return_leg', via: 'declared', home: 'Казань', offKm: 0, points: 0.8 },
  ])
  expect(linesOf({ home: home(900), outbound })).toEqual([])
})
