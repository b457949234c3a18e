import { expect, test } from 'vitest'
import { explain } from '../../../server/match/explain.ts'
import { evidenceOf, scoreOf, termsOf } from '../../../server/match/score.ts'
import { WEIGHTS } from '../../../server/match/weights.ts'
import { attempt, base, carrier, lane, needs } from './cast.ts'

const regular = carrier({
  base: base({ preferred: true }),
  exact: lane({ trips: 3, offers: 5 }),
  near: [lane({ fromOffKm: 20, trips: 2 })],
  attempts: [attempt({ result: 'no_answer' })],
})

test('the lines of a row add up to its score, terms and all', () => {
  const score = scoreOf(evidenceOf(regular, needs()), termsOf(regular, needs()))
  const points = explain(regular, needs()).reduce((sum, line) => sum + line.points, 0)
  expect(Math.log(WEIGHTS.floor + points)).toBeCloseTo(score, 3)
})

test('the biggest reason stands first and what lowers the carrier stands last', () => {
  const kinds = explain(regular, needs()).map(({ kind }) => kind)
  expect(kinds).toEqual(['trips_exact', 'preferred', 'offers_exact', 'trips_near', 'attempted'])
})

test('there is one line per addend, and nothing found leaves no line', () => {
  expect(explain(regular, needs())).toHaveLength(5)
  expect(explain(carrier(), needs())).toEqual([])
})
